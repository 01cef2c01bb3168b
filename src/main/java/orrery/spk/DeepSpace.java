package orrery.spk;

import orrery.math.Constants;
import orrery.math.Trig;

/**
 * What SDP4 adds to SGP4 for orbits of 225 minutes and more: the gravity of Sun and Moon, and resonance with the
 * Earth's rotation (SPICE: {@code ZZDSCM}, {@code ZZDSPR}, {@code ZZDSIN}, {@code ZZDSPC}; Vallado and others,
 * "Revisiting Spacetrack Report #3", AIAA 2006-6753). Names and order of operations are theirs.
 *
 * <p>Scratch of one thread: {@link #initialize} for a set of elements, then {@link #secular} and {@link #periodic} for
 * an epoch.
 */
final class DeepSpace {
    private static final double ZES = .01675;
    private static final double ZEL = .0549;
    private static final double ZNS = 1.19459e-5;
    private static final double ZNL = 1.5835218e-4;
    private static final double RPTIM = 0.0043752690880113;
    private static final double STEP = 720;
    private static final double STEP2 = 259200;

    /** Mean elements, changed by {@link #secular}. */
    double eccm;

    double argpm;
    double inclm;
    double nodem;
    double mm;
    double xn;

    /** Perturbed elements, changed by {@link #periodic}. */
    double eccp;

    double inclp;
    double nodep;
    double argpp;
    double mp;

    private double e3;
    private double ee2;
    private double se2;
    private double se3;
    private double sgh2;
    private double sgh3;
    private double sgh4;
    private double sh2;
    private double sh3;
    private double si2;
    private double si3;
    private double sl2;
    private double sl3;
    private double sl4;
    private double xgh2;
    private double xgh3;
    private double xgh4;
    private double xh2;
    private double xh3;
    private double xi2;
    private double xi3;
    private double xl2;
    private double xl3;
    private double xl4;
    private double zmol;
    private double zmos;

    private int irez;
    private double d2201;
    private double d2211;
    private double d3210;
    private double d3222;
    private double d4410;
    private double d4422;
    private double d5220;
    private double d5232;
    private double d5421;
    private double d5433;
    private double dedt;
    private double didt;
    private double dmdt;
    private double dnodt;
    private double domdt;
    private double del1;
    private double del2;
    private double del3;
    private double xfact;
    private double xlamo;
    private double gsto;
    private double no;
    private double argpo;
    private double argpdot;

    // The mean elements' eccentricity squared and the sines and cosines of their angles.
    private double emsq;
    private double betasq;
    private double rtemsq;
    private double sinomm;
    private double cosomm;
    private double sinim;
    private double cosim;

    // The Sun's on the first pass, the Moon's on the second.
    private double s1;
    private double s2;
    private double s3;
    private double s4;
    private double s5;
    private double s6;
    private double s7;
    private double z1;
    private double z2;
    private double z3;
    private double z11;
    private double z12;
    private double z13;
    private double z21;
    private double z22;
    private double z23;
    private double z31;
    private double z32;
    private double z33;

    /**
     * Prepares for a set of elements.
     *
     * @param elements mean elements, with the rates computed by SGP4
     * @param epoch days since 1949-12-31 UTC
     */
    void initialize(Sgp4 elements, double epoch) {
        no = elements.no;
        argpo = elements.argpo;
        argpdot = elements.argpdot;
        gsto = elements.gsto;
        double ecc = elements.ecco;
        double snodm = Trig.sin(elements.nodeo);
        double cnodm = Trig.cos(elements.nodeo);
        sinomm = Trig.sin(argpo);
        cosomm = Trig.cos(argpo);
        sinim = Trig.sin(elements.inclo);
        cosim = Trig.cos(elements.inclo);
        emsq = ecc * ecc;
        betasq = 1 - emsq;
        rtemsq = Math.sqrt(betasq);
        double day = epoch + 18261.5;
        double xnodce = Trig.mod(4.523602 - day * 9.2422029e-4, Constants.TURN);
        double stem = Trig.sin(xnodce);
        double ctem = Trig.cos(xnodce);
        double zcosil = .91375164 - ctem * .03568096;
        double zsinil = Math.sqrt(1 - zcosil * zcosil);
        double zsinhl = stem * .089683511 / zsinil;
        double zcoshl = Math.sqrt(1 - zsinhl * zsinhl);
        double gam = day * .001944368 + 5.8351514;
        double zx = stem * .39785416 / zsinil;
        double zy = zcoshl * ctem + zsinhl * .91744867 * stem;
        zx = gam + StrictMath.atan2(zx, zy) - xnodce;
        double zcosgl = Trig.cos(zx);
        double zsingl = Trig.sin(zx);

        third(.1945905, -.98088458, .91744867, .39785416, cnodm, snodm);
        scale(2.9864797e-6, elements);
        se2 = s1 * 2 * s6;
        se3 = s1 * 2 * s7;
        si2 = s2 * 2 * z12;
        si3 = s2 * 2 * (z13 - z11);
        sl2 = s3 * -2 * z2;
        sl3 = s3 * -2 * (z3 - z1);
        sl4 = s3 * -2 * (-21 - emsq * 9) * ZES;
        sgh2 = s4 * 2 * z32;
        sgh3 = s4 * 2 * (z33 - z31);
        sgh4 = s4 * -18 * ZES;
        sh2 = s2 * -2 * z22;
        sh3 = s2 * -2 * (z23 - z21);
        boolean flat = elements.inclo < .052359877 || elements.inclo > Math.PI - .052359877;
        double ses = s1 * ZNS * s5;
        double sis = s2 * ZNS * (z11 + z13);
        double sls = -ZNS * s3 * (z1 + z3 - 14 - emsq * 6);
        double sghs = s4 * ZNS * (z31 + z33 - 6);
        double shs = flat ? 0 : -ZNS * s2 * (z21 + z23);
        if (sinim != 0) {
            shs /= sinim;
        }
        double sgs = sghs - cosim * shs;

        third(zcosgl, zsingl, zcosil, zsinil, zcoshl * cnodm + zsinhl * snodm, snodm * zcoshl - cnodm * zsinhl);
        scale(4.7968065e-7, elements);
        zmol = Trig.mod(day * .2299715 + 4.7199672 - gam, Constants.TURN);
        zmos = Trig.mod(day * .017201977 + 6.2565837, Constants.TURN);
        ee2 = s1 * 2 * s6;
        e3 = s1 * 2 * s7;
        xi2 = s2 * 2 * z12;
        xi3 = s2 * 2 * (z13 - z11);
        xl2 = s3 * -2 * z2;
        xl3 = s3 * -2 * (z3 - z1);
        xl4 = s3 * -2 * (-21 - emsq * 9) * ZEL;
        xgh2 = s4 * 2 * z32;
        xgh3 = s4 * 2 * (z33 - z31);
        xgh4 = s4 * -18 * ZEL;
        xh2 = s2 * -2 * z22;
        xh3 = s2 * -2 * (z23 - z21);
        dedt = ses + s1 * ZNL * s5;
        didt = sis + s2 * ZNL * (z11 + z13);
        dmdt = sls - ZNL * s3 * (z1 + z3 - 14 - emsq * 6);
        double sghl = s4 * ZNL * (z31 + z33 - 6);
        double shl = flat ? 0 : -ZNL * s2 * (z21 + z23);
        domdt = sgs + sghl;
        dnodt = shs;
        if (sinim != 0) {
            domdt -= cosim / sinim * shl;
            dnodt += shl / sinim;
        }
        resonance(elements, ecc);
    }

    /** The coefficients of a third body (the loop of {@code ZZDSCM}). */
    private void third(double zcosg, double zsing, double zcosi, double zsini, double zcosh, double zsinh) {
        double a1 = zcosg * zcosh + zsing * zcosi * zsinh;
        double a3 = -zsing * zcosh + zcosg * zcosi * zsinh;
        double a7 = -zcosg * zsinh + zsing * zcosi * zcosh;
        double a8 = zsing * zsini;
        double a9 = zsing * zsinh + zcosg * zcosi * zcosh;
        double a10 = zcosg * zsini;
        double a2 = cosim * a7 + sinim * a8;
        double a4 = cosim * a9 + sinim * a10;
        double a5 = -sinim * a7 + cosim * a8;
        double a6 = -sinim * a9 + cosim * a10;
        double x1 = a1 * cosomm + a2 * sinomm;
        double x2 = a3 * cosomm + a4 * sinomm;
        double x3 = -a1 * sinomm + a2 * cosomm;
        double x4 = -a3 * sinomm + a4 * cosomm;
        double x5 = a5 * sinomm;
        double x6 = a6 * sinomm;
        double x7 = a5 * cosomm;
        double x8 = a6 * cosomm;
        z31 = x1 * 12 * x1 - x3 * 3 * x3;
        z32 = x1 * 24 * x2 - x3 * 6 * x4;
        z33 = x2 * 12 * x2 - x4 * 3 * x4;
        z1 = (a1 * a1 + a2 * a2) * 3 + z31 * emsq;
        z2 = (a1 * a3 + a2 * a4) * 6 + z32 * emsq;
        z3 = (a3 * a3 + a4 * a4) * 3 + z33 * emsq;
        z11 = a1 * -6 * a5 + emsq * (x1 * -24 * x7 - x3 * 6 * x5);
        z12 = (a1 * a6 + a3 * a5) * -6 + emsq * ((x2 * x7 + x1 * x8) * -24 - (x3 * x6 + x4 * x5) * 6);
        z13 = a3 * -6 * a6 + emsq * (x2 * -24 * x8 - x4 * 6 * x6);
        z21 = a2 * 6 * a5 + emsq * (x1 * 24 * x5 - x3 * 6 * x7);
        z22 = (a4 * a5 + a2 * a6) * 6 + emsq * ((x2 * x5 + x1 * x6) * 24 - (x4 * x7 + x3 * x8) * 6);
        z23 = a4 * 6 * a6 + emsq * (x2 * 24 * x6 - x4 * 6 * x8);
        z1 = z1 + z1 + betasq * z31;
        z2 = z2 + z2 + betasq * z32;
        z3 = z3 + z3 + betasq * z33;
        s5 = x1 * x3 + x2 * x4;
        s6 = x2 * x3 + x1 * x4;
        s7 = x2 * x4 - x1 * x3;
    }

    /** The coefficients that contain a third body's own constant. */
    private void scale(double cc, Sgp4 elements) {
        double xnoi = 1 / elements.no;
        s3 = cc * xnoi;
        s2 = s3 * -.5 / rtemsq;
        s4 = s3 * rtemsq;
        s1 = elements.ecco * -15 * s4;
    }

    /** Resonance of orbits of one day and half a day with the Earth's rotation ({@code ZZDSIN}). */
    private void resonance(Sgp4 elements, double ecc) {
        irez = 0;
        if (no < .0052359877 && no > .0034906585) {
            irez = 1;
        }
        if (no >= .00826 && no <= .00924 && ecc >= .5) {
            irez = 2;
        }
        double theta = Trig.mod(gsto, Constants.TURN);
        double aonv = Trig.twoThirds(no / elements.xke);
        if (irez == 2) {
            halfDay(elements, ecc, aonv, theta);
        } else if (irez == 1) {
            double g200 = emsq * (emsq * .8125 - 2.5) + 1;
            double g310 = emsq * 2 + 1;
            double g300 = emsq * (emsq * 6.60937 - 6) + 1;
            double f220 = (cosim + 1) * .75 * (cosim + 1);
            double f311 = sinim * .9375 * sinim * (cosim * 3 + 1) - (cosim + 1) * .75;
            double f330 = cosim + 1;
            f330 = f330 * 1.875 * f330 * f330;
            del1 = no * 3 * no * aonv * aonv;
            del2 = del1 * 2 * f220 * g200 * 1.7891679e-6;
            del3 = del1 * 3 * f330 * g300 * 2.2123015e-7 * aonv;
            del1 = del1 * f311 * g310 * 2.1460748e-6 * aonv;
            xlamo = Trig.mod(elements.mo + elements.nodeo + argpo - theta, Constants.TURN);
            xfact = elements.mdot + elements.xpidot - RPTIM + dmdt + domdt + dnodt - no;
        }
    }

    private void halfDay(Sgp4 elements, double ecc, double aonv, double theta) {
        double cosisq = cosim * cosim;
        double eoc = ecc * emsq;
        double g201 = -.306 - (ecc - .64) * .44;
        double g211;
        double g310;
        double g322;
        double g410;
        double g422;
        double g520;
        if (ecc <= .65) {
            g211 = 3.616 - ecc * 13.247 + emsq * 16.29;
            g310 = ecc * 117.39 - 19.302 - emsq * 228.419 + eoc * 156.591;
            g322 = ecc * 109.7927 - 18.9068 - emsq * 214.6334 + eoc * 146.5816;
            g410 = ecc * 242.694 - 41.122 - emsq * 471.094 + eoc * 313.953;
            g422 = ecc * 841.88 - 146.407 - emsq * 1629.014 + eoc * 1083.435;
            g520 = ecc * 3017.977 - 532.114 - emsq * 5740.032 + eoc * 3708.276;
        } else {
            g211 = ecc * 331.819 - 72.099 - emsq * 508.738 + eoc * 266.724;
            g310 = ecc * 1582.851 - 346.844 - emsq * 2415.925 + eoc * 1246.113;
            g322 = ecc * 1554.908 - 342.585 - emsq * 2366.899 + eoc * 1215.972;
            g410 = ecc * 4758.686 - 1052.797 - emsq * 7193.992 + eoc * 3651.957;
            g422 = ecc * 16178.11 - 3581.69 - emsq * 24462.77 + eoc * 12422.52;
            g520 = ecc > .715
                    ? ecc * 29936.92 - 5149.66 - emsq * 54087.36 + eoc * 31324.56
                    : 1464.74 - ecc * 4664.75 + emsq * 3763.64;
        }
        double g533;
        double g521;
        double g532;
        if (ecc < .7) {
            g533 = ecc * 4988.61 - 919.2277 - emsq * 9064.77 + eoc * 5542.21;
            g521 = ecc * 4568.6173 - 822.71072 - emsq * 8491.4146 + eoc * 5337.524;
            g532 = ecc * 4690.25 - 853.666 - emsq * 8624.77 + eoc * 5341.4;
        } else {
            g533 = ecc * 161616.52 - 37995.78 - emsq * 229838.2 + eoc * 109377.94;
            g521 = ecc * 218913.95 - 51752.104 - emsq * 309468.16 + eoc * 146349.42;
            g532 = ecc * 170470.89 - 40023.88 - emsq * 242699.48 + eoc * 115605.82;
        }
        double sini2 = sinim * sinim;
        double f220 = (cosim * 2 + 1 + cosisq) * .75;
        double f221 = sini2 * 1.5;
        double f321 = sinim * 1.875 * (1 - cosim * 2 - cosisq * 3);
        double f322 = sinim * -1.875 * (cosim * 2 + 1 - cosisq * 3);
        double f441 = sini2 * 35 * f220;
        double f442 = sini2 * 39.375 * sini2;
        double f522 =
                sinim * 9.84375 * (sini2 * (1 - cosim * 2 - cosisq * 5) + (cosim * 4 - 2 + cosisq * 6) * .33333333);
        double f523 = sinim
                * (sini2 * 4.92187512 * (-2 - cosim * 4 + cosisq * 10) + (cosim * 2 + 1 - cosisq * 3) * 6.56250012);
        double f542 = sinim * 29.53125 * (2 - cosim * 8 + cosisq * (cosim * 8 - 12 + cosisq * 10));
        double f543 = sinim * 29.53125 * (-2 - cosim * 8 + cosisq * (cosim * 8 + 12 - cosisq * 10));
        double temp1 = no * no * 3 * (aonv * aonv);
        double temp = temp1 * 1.7891679e-6;
        d2201 = temp * f220 * g201;
        d2211 = temp * f221 * g211;
        temp1 *= aonv;
        temp = temp1 * 3.7393792e-7;
        d3210 = temp * f321 * g310;
        d3222 = temp * f322 * g322;
        temp1 *= aonv;
        temp = temp1 * 2 * 7.3636953e-9;
        d4410 = temp * f441 * g410;
        d4422 = temp * f442 * g422;
        temp1 *= aonv;
        temp = temp1 * 1.1428639e-7;
        d5220 = temp * f522 * g520;
        d5232 = temp * f523 * g532;
        temp = temp1 * 2 * 2.1765803e-9;
        d5421 = temp * f542 * g521;
        d5433 = temp * f543 * g533;
        xlamo = Trig.mod(elements.mo + elements.nodeo + elements.nodeo - theta - theta, Constants.TURN);
        xfact = elements.mdot + dmdt + (elements.nodedot + dnodt - RPTIM) * 2 - no;
    }

    /**
     * Secular and resonant change of the mean elements ({@code ZZDSPC}), integrated from the epoch of the elements.
     *
     * @param t minutes from that epoch
     */
    void secular(double t) {
        double theta = Trig.mod(gsto + t * RPTIM, Constants.TURN);
        eccm += dedt * t;
        inclm += didt * t;
        argpm += domdt * t;
        nodem += dnodt * t;
        mm += dmdt * t;
        if (irez == 0) {
            return;
        }
        double atime = 0;
        double xni = no;
        double xli = xlamo;
        double delt = t > 0 ? STEP : -STEP;
        while (true) {
            double xndt;
            double xnddt;
            double xldot = xni + xfact;
            if (irez != 2) {
                xndt = del1 * Trig.sin(xli - .13130908)
                        + del2 * Trig.sin((xli - 2.8843198) * 2)
                        + del3 * Trig.sin((xli - .37448087) * 3);
                xnddt = del1 * Trig.cos(xli - .13130908)
                        + del2 * 2 * Trig.cos((xli - 2.8843198) * 2)
                        + del3 * 3 * Trig.cos((xli - .37448087) * 3);
            } else {
                double xomi = argpo + argpdot * atime;
                double x2omi = xomi + xomi;
                double x2li = xli + xli;
                xndt = d2201 * Trig.sin(x2omi + xli - 5.7686396)
                        + d2211 * Trig.sin(xli - 5.7686396)
                        + d3210 * Trig.sin(xomi + xli - .95240898)
                        + d3222 * Trig.sin(-xomi + xli - .95240898)
                        + d4410 * Trig.sin(x2omi + x2li - 1.8014998)
                        + d4422 * Trig.sin(x2li - 1.8014998)
                        + d5220 * Trig.sin(xomi + xli - 1.050833)
                        + d5232 * Trig.sin(-xomi + xli - 1.050833)
                        + d5421 * Trig.sin(xomi + x2li - 4.4108898)
                        + d5433 * Trig.sin(-xomi + x2li - 4.4108898);
                xnddt = d2201 * Trig.cos(x2omi + xli - 5.7686396)
                        + d2211 * Trig.cos(xli - 5.7686396)
                        + d3210 * Trig.cos(xomi + xli - .95240898)
                        + d3222 * Trig.cos(-xomi + xli - .95240898)
                        + d5220 * Trig.cos(xomi + xli - 1.050833)
                        + d5232 * Trig.cos(-xomi + xli - 1.050833)
                        + (d4410 * Trig.cos(x2omi + x2li - 1.8014998)
                                        + d4422 * Trig.cos(x2li - 1.8014998)
                                        + d5421 * Trig.cos(xomi + x2li - 4.4108898)
                                        + d5433 * Trig.cos(-xomi + x2li - 4.4108898))
                                * 2;
            }
            xnddt *= xldot;
            if (Math.abs(t - atime) >= STEP) {
                xli = xli + xldot * delt + xndt * STEP2;
                xni = xni + xndt * delt + xnddt * STEP2;
                atime += delt;
                continue;
            }
            double ft = t - atime;
            double mean = xni + xndt * ft + xnddt * ft * ft * .5;
            double xl = xli + xldot * ft + xndt * ft * ft * .5;
            mm = irez != 1 ? xl - nodem * 2 + theta * 2 : xl - nodem - argpm + theta;
            xn = no + (mean - no);
            return;
        }
    }

    /** The periodic effect of Sun and Moon on the perturbed elements ({@code ZZDSPR}). */
    void periodic(double t) {
        double zm = zmos + ZNS * t;
        double zf = zm + ZES * 2 * Trig.sin(zm);
        double sinzf = Trig.sin(zf);
        double f2 = sinzf * .5 * sinzf - .25;
        double f3 = sinzf * -.5 * Trig.cos(zf);
        double ses = se2 * f2 + se3 * f3;
        double sis = si2 * f2 + si3 * f3;
        double sls = sl2 * f2 + sl3 * f3 + sl4 * sinzf;
        double sghs = sgh2 * f2 + sgh3 * f3 + sgh4 * sinzf;
        double shs = sh2 * f2 + sh3 * f3;
        zm = zmol + ZNL * t;
        zf = zm + ZEL * 2 * Trig.sin(zm);
        sinzf = Trig.sin(zf);
        f2 = sinzf * .5 * sinzf - .25;
        f3 = sinzf * -.5 * Trig.cos(zf);
        double pe = ses + (ee2 * f2 + e3 * f3);
        double pinc = sis + (xi2 * f2 + xi3 * f3);
        double pl = sls + (xl2 * f2 + xl3 * f3 + xl4 * sinzf);
        double pgh = sghs + (xgh2 * f2 + xgh3 * f3 + xgh4 * sinzf);
        double ph = shs + (xh2 * f2 + xh3 * f3);
        inclp += pinc;
        eccp += pe;
        double sinip = Trig.sin(inclp);
        double cosip = Trig.cos(inclp);
        if (inclp >= .2) {
            ph /= sinip;
            pgh -= cosip * ph;
            argpp += pgh;
            nodep += ph;
            mp += pl;
            return;
        }
        // Lyddane's method for small inclinations.
        double sinop = Trig.sin(nodep);
        double cosop = Trig.cos(nodep);
        double alfdp = sinip * sinop + (ph * cosop + pinc * cosip * sinop);
        double betdp = sinip * cosop + (-ph * sinop + pinc * cosip * cosop);
        nodep = Trig.mod(nodep, Constants.TURN);
        if (nodep < 0) {
            nodep += Constants.TURN;
        }
        double xls = mp + argpp + cosip * nodep + (pl + pgh - pinc * nodep * sinip);
        double xnoh = nodep;
        nodep = StrictMath.atan2(alfdp, betdp);
        if (nodep < 0) {
            nodep += Constants.TURN;
        }
        if (Math.abs(xnoh - nodep) > Math.PI) {
            nodep += nodep < xnoh ? Constants.TURN : -Constants.TURN;
        }
        mp += pl;
        argpp = xls - mp - cosip * nodep;
    }
}
