package orrery.ephemeris;

import orrery.math.Constants;
import orrery.math.Matrix3;
import orrery.math.Polynomial;
import orrery.math.Trig;

/**
 * The true equator and equinox of date, and the ecliptic with the same equinox, relative to ICRF: IAU 2006 frame bias
 * and precession by the Fukushima-Williams angles (Capitaine, Wallace and Chapront, A&A 412 (2003) 567; Hilton et al.,
 * Celestial Mechanics 94 (2006) 351; IERS Conventions 2010, 5.6.4), with IAU 2000A nutation adjusted to that
 * precession. Agrees with ERFA's {@code pnm06a} within a microarcsecond.
 *
 * <p>The actual pole departs from the model by the free core nutation, about 0.0002 arcseconds. The precession is
 * intended for a few centuries around J2000.
 *
 * <p>Scratch of one thread: repeating an epoch costs nothing.
 */
final class AxesOfDate {
    /** The Fukushima-Williams angles of IAU 2006 in arcseconds, as polynomials in Julian centuries. */
    private static final double[] GAMMA = {-0.052928, 10.556378, 0.4932044, -0.00031238, -0.000002788, 0.0000000260};

    private static final double[] PHI = {84381.412819, -46.811016, 0.0511268, 0.00053289, -0.000000440, -0.0000000176};
    private static final double[] PSI = {-0.041775, 5038.481484, 1.5584175, -0.00018522, -0.000026452, -0.0000000148};
    private static final double[] OBLIQUITY = {
        84381.406, -46.836769, -0.0001831, 0.00200340, -0.000000576, -0.0000000434
    };

    /** Seconds on either side within which the axes turn uniformly to double precision. */
    private static final double STEP = 60;

    private final Nutation nutation = new Nutation();
    private final double[] equator = new double[9];
    private final double[] ecliptic = new double[9];
    private final double[] beforeEquator = new double[9];
    private final double[] beforeEcliptic = new double[9];
    private final double[] equatorRate = new double[9];
    private final double[] eclipticRate = new double[9];
    private double epoch = Double.NaN;

    /**
     * Turns a state from ICRF to the axes of date; the velocity includes the rotation of the axes.
     *
     * @param et TDB seconds past J2000
     * @param toEcliptic true for the ecliptic of date, false for the true equator
     * @param state km and km/s, in place
     */
    void turn(double et, boolean toEcliptic, double[] state) {
        at(et);
        double[] matrix = toEcliptic ? ecliptic : equator;
        double[] rate = toEcliptic ? eclipticRate : equatorRate;
        double x = state[0];
        double y = state[1];
        double z = state[2];
        Matrix3.multiply(matrix, state, 0);
        Matrix3.multiply(matrix, state, 3);
        for (int i = 0; i < 3; i++) {
            state[3 + i] += rate[3 * i] * x + rate[3 * i + 1] * y + rate[3 * i + 2] * z;
        }
    }

    /** Stores the rotation from ICRF to the true equator and equinox of date. */
    void trueEquator(double et, double[] out) {
        at(et);
        System.arraycopy(equator, 0, out, 0, 9);
    }

    /** Apparent minus mean sidereal time at an epoch, radians. */
    double equationOfEquinoxes(double et) {
        at(et);
        return nutation.longitude * Trig.cos(obliquity(et)) + nutation.complementaryTerms();
    }

    private void at(double et) {
        if (et == epoch) {
            return;
        }
        nutation.at(et / Constants.JULIAN_CENTURY);
        axes(et, -STEP, beforeEquator, beforeEcliptic);
        axes(et, STEP, equator, ecliptic);
        for (int i = 0; i < 9; i++) {
            equatorRate[i] = (equator[i] - beforeEquator[i]) / (2 * STEP);
            eclipticRate[i] = (ecliptic[i] - beforeEcliptic[i]) / (2 * STEP);
        }
        axes(et, 0, equator, ecliptic);
        epoch = et;
    }

    /** The axes a few seconds after the epoch of the nutation, over which the nutation changes uniformly. */
    private void axes(double et, double later, double[] toEquator, double[] toEcliptic) {
        double t = (et + later) / Constants.JULIAN_CENTURY;
        double since = later / Constants.JULIAN_CENTURY;
        double obliquity = meanObliquity(t) + nutation.obliquity + nutation.obliquityRate * since;
        ecliptic(t, nutation.longitude + nutation.longitudeRate * since, toEcliptic);
        System.arraycopy(toEcliptic, 0, toEquator, 0, 9);
        Matrix3.turn(toEquator, -obliquity, 1);
    }

    /** Stores the rotation from ICRF to the mean equator and equinox of an epoch, {@code t} centuries from J2000. */
    static void meanEquator(double t, double[] out) {
        ecliptic(t, 0, out);
        Matrix3.turn(out, -meanObliquity(t), 1);
    }

    /** Stores the rotation from ICRF to the ecliptic of date, with the equinox moved by a nutation in longitude. */
    static void ecliptic(double t, double nutation, double[] out) {
        double gamma = Polynomial.at(t, GAMMA) * Constants.ARCSECOND;
        double phi = Polynomial.at(t, PHI) * Constants.ARCSECOND;
        double psi = Polynomial.at(t, PSI) * Constants.ARCSECOND;
        Matrix3.identity(out);
        Matrix3.turn(out, gamma, 3);
        Matrix3.turn(out, phi, 1);
        Matrix3.turn(out, -(psi + nutation), 3);
    }

    /** The mean obliquity in radians at an epoch in TDB seconds past J2000. */
    static double obliquity(double et) {
        return meanObliquity(et / Constants.JULIAN_CENTURY);
    }

    private static double meanObliquity(double t) {
        return Polynomial.at(t, OBLIQUITY) * Constants.ARCSECOND;
    }
}
