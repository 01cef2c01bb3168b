package orrery.spk;

import orrery.math.Constants;
import orrery.math.Trig;
import orrery.time.TimeScale;

/**
 * SGP4 and SDP4 as implemented in SPICE (SPICE: {@code ZZSGP4}, {@code ZZINIL}; Vallado and others, "Revisiting
 * Spacetrack Report #3", AIAA 2006-6753; sidereal time from the older formula, "AFSPC"). Names and order of operations
 * are theirs; the constants are the segment's.
 *
 * <p>Scratch of one thread: {@link #initialize} for a set of elements, then {@link #evaluate} for any number of epochs.
 */
final class Sgp4 {
    private static final double TWO_THIRDS = 0.6666666666666666;

    private static final double LEAST_DIVISOR = 1.5e-12;
    /** Limits the steps of the resonance integrator: a century in minutes. */
    private static final double FARTHEST = 5.3e7;

    private static final double JD_2000_0 = 2_451_544.5;
    private static final double JD_1950_0 = 2_433_281.5;

    /** Elements and rates used by the deep-space part: radians, minutes. */
    double no;

    double ecco;
    double inclo;
    double nodeo;
    double argpo;
    double mo;
    double mdot;
    double argpdot;
    double nodedot;
    double xpidot;
    double gsto;
    double xke;

    private final DeepSpace deep = new DeepSpace();
    private String fault = "";
    private boolean isDeep;
    private boolean isSimple;
    private double j2;
    private double j3oj2;
    private double er;
    private double bstar;
    private double con41;
    private double cc1;
    private double cc4;
    private double cc5;
    private double eta;
    private double omgcof;
    private double xmcof;
    private double xnodcf;
    private double t2cof;
    private double t3cof;
    private double t4cof;
    private double t5cof;
    private double d2;
    private double d3;
    private double d4;
    private double xlcof;
    private double aycof;
    private double delmo;
    private double sinmao;
    private double x1mth2;
    private double x7thm1;

    /**
     * Prepares for a set of elements ({@code XXSGP4I}).
     *
     * @param layout the segment's layout, for its eight constants
     * @param at address of the set
     * @param et the elements' epoch, TDB seconds past J2000
     */
    void initialize(GenericLayout layout, DafWords words, long at, double et) {
        fault = setUp(layout, words, at, et);
    }

    /** Describes what was wrong with the set of elements, if anything. */
    String fault() {
        return fault;
    }

    private String setUp(GenericLayout layout, DafWords words, long at, double et) {
        j2 = layout.constant(0);
        double j4 = layout.constant(2);
        xke = layout.constant(3);
        er = layout.constant(6);
        j3oj2 = layout.constant(1) / j2;
        bstar = words.at(at + 2);
        inclo = words.at(at + 3);
        nodeo = words.at(at + 4);
        ecco = words.at(at + 5);
        argpo = words.at(at + 6);
        mo = words.at(at + 7);
        no = words.at(at + 8);
        isDeep = false;
        isSimple = false;
        if (!(ecco >= 0 && ecco < 1)) {
            return "its eccentricity is not from 0 to 1";
        }
        if (!(no > 0)) {
            return "its mean motion is not positive";
        }
        long day = TimeScale.UTC.dayOf(et);
        double epoch = JD_2000_0 + day + TimeScale.UTC.secondOfDay(et, day) / Constants.DAY - JD_1950_0;

        double eccsq = ecco * ecco;
        double omeosq = 1 - eccsq;
        double rteosq = Math.sqrt(omeosq);
        double cosio = Trig.cos(inclo);
        double cosio2 = cosio * cosio;
        double ak = Trig.twoThirds(xke / no);
        double d1 = j2 * .75 * (cosio2 * 3 - 1) / (rteosq * omeosq);
        double del = d1 / (ak * ak);
        double adel = ak * (1 - del * del - del * (del * 134 * del / 81 + 0.3333333333333333));
        del = d1 / (adel * adel);
        no /= del + 1;
        double ao = Trig.twoThirds(xke / no);
        double sinio = Trig.sin(inclo);
        double po = ao * omeosq;
        double con42 = 1 - cosio2 * 5;
        con41 = -con42 - cosio2 - cosio2;
        double posq = po * po;
        double rp = ao * (1 - ecco);
        gsto = siderealTime(epoch);
        if (!(rp >= 1)) {
            return "its perigee lies below the ground";
        }

        isSimple = rp < 220 / er + 1;
        double sfour = 78 / er + 1;
        double qzms24 = fourth(42 / er);
        double perige = (rp - 1) * er;
        if (perige < 156) {
            sfour = perige <= 98 ? 20 : perige - 78;
            qzms24 = fourth((120 - sfour) / er);
            sfour = sfour / er + 1;
        }
        double pinvsq = 1 / posq;
        double tsi = 1 / (ao - sfour);
        eta = ao * ecco * tsi;
        double etasq = eta * eta;
        double eeta = ecco * eta;
        double psisq = Math.abs(1 - etasq);
        double coef = qzms24 * fourth(tsi);
        double coef1 = coef / (psisq * psisq * psisq * Math.sqrt(psisq));
        double cc2 = coef1
                * no
                * (ao * (etasq * 1.5 + 1 + eeta * (etasq + 4))
                        + j2 * .375 * tsi / psisq * con41 * (etasq * 3 * (etasq + 8) + 8));
        cc1 = bstar * cc2;
        double cc3 = ecco > 1e-4 ? coef * -2 * tsi * j3oj2 * no * sinio / ecco : 0;
        x1mth2 = 1 - cosio2;
        cc4 = no
                * 2
                * coef1
                * ao
                * omeosq
                * (eta * (etasq * .5 + 2)
                        + ecco * (etasq * 2 + .5)
                        - j2
                                * tsi
                                / (ao * psisq)
                                * (con41 * -3 * (1 - eeta * 2 + etasq * (1.5 - eeta * .5))
                                        + x1mth2 * .75 * (etasq * 2 - eeta * (etasq + 1)) * Trig.cos(argpo * 2)));
        cc5 = coef1 * 2 * ao * omeosq * ((etasq + eeta) * 2.75 + 1 + eeta * etasq);
        double cosio4 = cosio2 * cosio2;
        double temp1 = j2 * 1.5 * pinvsq * no;
        double temp2 = temp1 * .5 * j2 * pinvsq;
        double temp3 = j4 * -.46875 * pinvsq * pinvsq * no;
        mdot = no + temp1 * .5 * rteosq * con41 + temp2 * .0625 * rteosq * (13 - cosio2 * 78 + cosio4 * 137);
        argpdot = temp1 * -.5 * con42
                + temp2 * .0625 * (7 - cosio2 * 114 + cosio4 * 395)
                + temp3 * (3 - cosio2 * 36 + cosio4 * 49);
        double xhdot1 = -temp1 * cosio;
        nodedot = xhdot1 + (temp2 * .5 * (4 - cosio2 * 19) + temp3 * 2 * (3 - cosio2 * 7)) * cosio;
        xpidot = argpdot + nodedot;
        omgcof = bstar * cc3 * Trig.cos(argpo);
        xmcof = ecco > 1e-4 ? -TWO_THIRDS * coef * bstar / eeta : 0;
        xnodcf = omeosq * 3.5 * xhdot1 * cc1;
        t2cof = cc1 * 1.5;
        xlcof = longPeriod(sinio, cosio);
        aycof = j3oj2 * -.5 * sinio;
        double once = eta * Trig.cos(mo) + 1;
        delmo = once * (once * once);
        sinmao = Trig.sin(mo);
        x7thm1 = cosio2 * 7 - 1;
        if (Constants.TURN / no >= 225) {
            isDeep = true;
            isSimple = true;
            deep.initialize(this, epoch);
        }
        if (!isSimple) {
            double cc1sq = cc1 * cc1;
            d2 = ao * 4 * tsi * cc1sq;
            double temp = d2 * tsi * cc1 / 3;
            d3 = (ao * 17 + sfour) * temp;
            d4 = temp * .5 * ao * tsi * (ao * 221 + sfour * 31) * cc1;
            t3cof = d2 + cc1sq * 2;
            t4cof = (d3 * 3 + cc1 * (d2 * 12 + cc1sq * 10)) * .25;
            t5cof = (d4 * 3 + cc1 * 12 * d3 + d2 * 6 * d2 + cc1sq * 15 * (d2 * 2 + cc1sq)) * .2;
        }
        return "";
    }

    private static double fourth(double x) {
        double square = x * x;
        return square * square;
    }

    private double longPeriod(double sine, double cosine) {
        double divisor = Math.abs(cosine + 1) > LEAST_DIVISOR ? cosine + 1 : LEAST_DIVISOR;
        return j3oj2 * -.25 * sine * (cosine * 5 + 3) / divisor;
    }

    /** Greenwich sidereal time in radians for an epoch in days since 1949-12-31, from Spacetrack Report #3. */
    private static double siderealTime(double epoch) {
        double days = epoch - 7305;
        int whole = (int) (days + 1e-8);
        double part = days - whole;
        double c1 = 0.017202791694070362;
        double time =
                1.7321343856509375 + c1 * whole + (c1 + Constants.TURN) * part + days * days * 5.075514194322695e-15;
        time = Trig.mod(time, Constants.TURN);
        return time < 0 ? time + Constants.TURN : time;
    }

    /**
     * Computes the state ({@code XXSGP4E}).
     *
     * @param t minutes from the elements' epoch
     * @param out receives km and km/s in the true equator and mean equinox of date
     * @return what is wrong, if anything
     */
    String evaluate(double t, double[] out) {
        if (!(Math.abs(t) <= FARTHEST)) {
            return "its elements are more than a century away";
        }
        double xmdf = mo + mdot * t;
        double omgadf = argpo + argpdot * t;
        double xnoddf = nodeo + nodedot * t;
        double argpm = omgadf;
        double mm = xmdf;
        double t2 = t * t;
        double nodem = xnoddf + xnodcf * t2;
        double tempa = 1 - cc1 * t;
        double tempe = bstar * cc4 * t;
        double templ = t2cof * t2;
        if (!isSimple) {
            double once = eta * Trig.cos(xmdf) + 1;
            double temp = omgcof * t + xmcof * (once * (once * once) - delmo);
            mm = xmdf + temp;
            argpm = omgadf - temp;
            double t3 = t2 * t;
            double t4 = t3 * t;
            tempa = tempa - d2 * t2 - d3 * t3 - d4 * t4;
            tempe += bstar * cc5 * (Trig.sin(mm) - sinmao);
            templ = templ + t3cof * t3 + t4 * (t4cof + t * t5cof);
        }
        double xn = no;
        double eccm = ecco;
        double inclm = inclo;
        if (isDeep) {
            deep.eccm = eccm;
            deep.argpm = argpm;
            deep.inclm = inclm;
            deep.nodem = nodem;
            deep.mm = mm;
            deep.xn = xn;
            deep.secular(t);
            eccm = deep.eccm;
            argpm = deep.argpm;
            inclm = deep.inclm;
            nodem = deep.nodem;
            mm = deep.mm;
            xn = deep.xn;
        }
        if (!(xn > 0)) {
            return "the mean motion is not positive";
        }
        double am = Trig.twoThirds(xke / xn) * (tempa * tempa);
        xn = xke / (am * Math.sqrt(am));
        eccm -= tempe;
        if (!(eccm < 1 && eccm >= -.001)) {
            return "the mean eccentricity is out of range";
        }
        if (!(am >= .95f)) {
            return "the semi-major axis is too small; the satellite may have decayed";
        }
        if (eccm < 1e-6) {
            eccm = 1e-6;
        }
        mm += no * templ;
        double xlm = mm + argpm + nodem;
        nodem = Trig.mod(nodem, Constants.TURN);
        argpm = Trig.mod(argpm, Constants.TURN);
        xlm = Trig.mod(xlm, Constants.TURN);
        mm = Trig.mod(xlm - argpm - nodem, Constants.TURN);
        double eccp = eccm;
        double xincp = inclm;
        double argpp = argpm;
        double nodep = nodem;
        double mp = mm;
        double sinip = Trig.sin(inclm);
        double cosip = Trig.cos(inclm);
        double short41 = con41;
        double short1 = x1mth2;
        double short7 = x7thm1;
        double ay = aycof;
        double xlc = xlcof;
        if (isDeep) {
            deep.eccp = eccp;
            deep.inclp = xincp;
            deep.nodep = nodep;
            deep.argpp = argpp;
            deep.mp = mp;
            deep.periodic(t);
            eccp = deep.eccp;
            xincp = deep.inclp;
            nodep = deep.nodep;
            argpp = deep.argpp;
            mp = deep.mp;
            if (xincp < 0) {
                xincp = -xincp;
                nodep += Math.PI;
                argpp -= Math.PI;
            }
            if (!(eccp >= 0 && eccp <= 1)) {
                return "the perturbed eccentricity is out of range";
            }
            sinip = Trig.sin(xincp);
            cosip = Trig.cos(xincp);
            ay = j3oj2 * -.5 * sinip;
            xlc = longPeriod(sinip, cosip);
            double cosisq = cosip * cosip;
            short41 = cosisq * 3 - 1;
            short1 = 1 - cosisq;
            short7 = cosisq * 7 - 1;
        }
        double axnl = eccp * Trig.cos(argpp);
        double temp = 1 / (am * (1 - eccp * eccp));
        double aynl = eccp * Trig.sin(argpp) + temp * ay;
        double xl = mp + argpp + nodep + temp * xlc * axnl;
        double u = Trig.mod(xl - nodep, Constants.TURN);
        double eo1 = u;
        double sineo1 = 0;
        double coseo1 = 1;
        double correction = 9999.9;
        for (int i = 0; i < 10 && correction >= 1e-12; i++) {
            sineo1 = Trig.sin(eo1);
            coseo1 = Trig.cos(eo1);
            double step = 1 - coseo1 * axnl - sineo1 * aynl;
            step = (u - aynl * coseo1 + axnl * sineo1 - eo1) / step;
            correction = Math.abs(step);
            if (correction > 1) {
                step /= correction;
            }
            eo1 += step;
        }
        double ecose = axnl * coseo1 + aynl * sineo1;
        double esine = axnl * sineo1 - aynl * coseo1;
        double el2 = axnl * axnl + aynl * aynl;
        double pl = am * (1 - el2);
        if (!(pl >= 0)) {
            return "the semi-latus rectum is negative";
        }
        double rl = am * (1 - ecose);
        double rdotl = Math.sqrt(am) * esine / rl;
        double rvdotl = Math.sqrt(pl) / rl;
        double betal = Math.sqrt(1 - el2);
        temp = esine / (betal + 1);
        double sinu = am / rl * (sineo1 - aynl - axnl * temp);
        double cosu = am / rl * (coseo1 - axnl + aynl * temp);
        double su = StrictMath.atan2(sinu, cosu);
        double sin2u = (cosu + cosu) * sinu;
        double cos2u = 1 - sinu * 2 * sinu;
        temp = 1 / pl;
        double temp1 = j2 * .5 * temp;
        double temp2 = temp1 * temp;
        double mr = rl * (1 - temp2 * 1.5 * betal * short41) + temp1 * .5 * short1 * cos2u;
        su -= temp2 * .25 * short7 * sin2u;
        double xnode = nodep + temp2 * 1.5 * cosip * sin2u;
        double xinc = xincp + temp2 * 1.5 * cosip * sinip * cos2u;
        double mv = rdotl - xn * temp1 * short1 * sin2u / xke;
        double rvdot = rvdotl + xn * temp1 * (short1 * cos2u + short41 * 1.5) / xke;
        double sinsu = Trig.sin(su);
        double cossu = Trig.cos(su);
        double snod = Trig.sin(xnode);
        double cnod = Trig.cos(xnode);
        double sini = Trig.sin(xinc);
        double cosi = Trig.cos(xinc);
        double xmx = -snod * cosi;
        double xmy = cnod * cosi;
        double ux = xmx * sinsu + cnod * cossu;
        double uy = xmy * sinsu + snod * cossu;
        double uz = sini * sinsu;
        double vx = xmx * cossu - cnod * sinsu;
        double vy = xmy * cossu - snod * sinsu;
        double vz = sini * cossu;
        double kps = er * xke / 60;
        out[0] = mr * ux * er;
        out[1] = mr * uy * er;
        out[2] = mr * uz * er;
        out[3] = (mv * ux + rvdot * vx) * kps;
        out[4] = (mv * uy + rvdot * vy) * kps;
        out[5] = (mv * uz + rvdot * vz) * kps;
        return mr >= 1 ? "" : "the satellite has decayed";
    }
}
