package orrery.spk;

import orrery.math.Constants;
import orrery.math.Trig;

/**
 * The IAU 1980 nutation and its rate (SPICE: {@code ZZWAHR}; Wahr and Smith, 1979; Explanatory Supplement to the
 * Astronomical Almanac, 1992, pp. 111-116).
 *
 * <p>Scratch of one thread: {@link #at} stores its answer in the fields.
 */
final class Nutation1980 {
    private static final int TERM = 9;
    private static final double DEGREE = 180 / Math.PI;
    private static final double UNIT = DEGREE * 3600 * 1e4;

    /** Multiples of l, l', F, D and Omega; then sine and cosine coefficients with their rates, 0.0001 arcseconds. */
    private static final int[] TERMS = {
        0, 0, 0, 0, 1, -171996, -1742, 92025, 89,
        0, 0, 0, 0, 2, 2062, 2, -895, 5,
        -2, 0, 2, 0, 1, 46, 0, -24, 0,
        2, 0, -2, 0, 0, 11, 0, 0, 0,
        -2, 0, 2, 0, 2, -3, 0, 1, 0,
        1, -1, 0, -1, 0, -3, 0, 0, 0,
        0, -2, 2, -2, 1, -2, 0, 1, 0,
        2, 0, -2, 0, 1, 1, 0, 0, 0,
        0, 0, 2, -2, 2, -13187, -16, 5736, -31,
        0, 1, 0, 0, 0, 1426, -34, 54, -1,
        0, 1, 2, -2, 2, -517, 12, 224, -6,
        0, -1, 2, -2, 2, 217, -5, -95, 3,
        0, 0, 2, -2, 1, 129, 1, -70, 0,
        2, 0, 0, -2, 0, 48, 0, 1, 0,
        0, 0, 2, -2, 0, -22, 0, 0, 0,
        0, 2, 0, 0, 0, 17, -1, 0, 0,
        0, 1, 0, 0, 1, -15, 0, 9, 0,
        0, 2, 2, -2, 2, -16, 1, 7, 0,
        0, -1, 0, 0, 1, -12, 0, 6, 0,
        -2, 0, 0, 2, 1, -6, 0, 3, 0,
        0, -1, 2, -2, 1, -5, 0, 3, 0,
        2, 0, 0, -2, 1, 4, 0, -2, 0,
        0, 1, 2, -2, 1, 4, 0, -2, 0,
        1, 0, 0, -1, 0, -4, 0, 0, 0,
        2, 1, 0, -2, 0, 1, 0, 0, 0,
        0, 0, -2, 2, 1, 1, 0, 0, 0,
        0, 1, -2, 2, 0, -1, 0, 0, 0,
        0, 1, 0, 0, 2, 1, 0, 0, 0,
        -1, 0, 0, 1, 1, 1, 0, 0, 0,
        0, 1, 2, -2, 0, -1, 0, 0, 0,
        0, 0, 2, 0, 2, -2274, -2, 977, -5,
        1, 0, 0, 0, 0, 712, 1, -7, 0,
        0, 0, 2, 0, 1, -386, -4, 200, 0,
        1, 0, 2, 0, 2, -301, 0, 129, -1,
        1, 0, 0, -2, 0, -158, 0, -1, 0,
        -1, 0, 2, 0, 2, 123, 0, -53, 0,
        0, 0, 0, 2, 0, 63, 0, -2, 0,
        1, 0, 0, 0, 1, 63, 1, -33, 0,
        -1, 0, 0, 0, 1, -58, -1, 32, 0,
        -1, 0, 2, 2, 2, -59, 0, 26, 0,
        1, 0, 2, 0, 1, -51, 0, 27, 0,
        0, 0, 2, 2, 2, -38, 0, 16, 0,
        2, 0, 0, 0, 0, 29, 0, -1, 0,
        1, 0, 2, -2, 2, 29, 0, -12, 0,
        2, 0, 2, 0, 2, -31, 0, 13, 0,
        0, 0, 2, 0, 0, 26, 0, -1, 0,
        -1, 0, 2, 0, 1, 21, 0, -10, 0,
        -1, 0, 0, 2, 1, 16, 0, -8, 0,
        1, 0, 0, -2, 1, -13, 0, 7, 0,
        -1, 0, 2, 2, 1, -10, 0, 5, 0,
        1, 1, 0, -2, 0, -7, 0, 0, 0,
        0, 1, 2, 0, 2, 7, 0, -3, 0,
        0, -1, 2, 0, 2, -7, 0, 3, 0,
        1, 0, 2, 2, 2, -8, 0, 3, 0,
        1, 0, 0, 2, 0, 6, 0, 0, 0,
        2, 0, 2, -2, 2, 6, 0, -3, 0,
        0, 0, 0, 2, 1, -6, 0, 3, 0,
        0, 0, 2, 2, 1, -7, 0, 3, 0,
        1, 0, 2, -2, 1, 6, 0, -3, 0,
        0, 0, 0, -2, 1, -5, 0, 3, 0,
        1, -1, 0, 0, 0, 5, 0, 0, 0,
        2, 0, 2, 0, 1, -5, 0, 3, 0,
        0, 1, 0, -2, 0, -4, 0, 0, 0,
        1, 0, -2, 0, 0, 4, 0, 0, 0,
        0, 0, 0, 1, 0, -4, 0, 0, 0,
        1, 1, 0, 0, 0, -3, 0, 0, 0,
        1, 0, 2, 0, 0, 3, 0, 0, 0,
        1, -1, 2, 0, 2, -3, 0, 1, 0,
        -1, -1, 2, 2, 2, -3, 0, 1, 0,
        -2, 0, 0, 0, 1, -2, 0, 1, 0,
        3, 0, 2, 0, 2, -3, 0, 1, 0,
        0, -1, 2, 2, 2, -3, 0, 1, 0,
        1, 1, 2, 0, 2, 2, 0, -1, 0,
        -1, 0, 2, -2, 1, -2, 0, 1, 0,
        2, 0, 0, 0, 1, 2, 0, -1, 0,
        1, 0, 0, 0, 2, -2, 0, 1, 0,
        3, 0, 0, 0, 0, 2, 0, 0, 0,
        0, 0, 2, 1, 2, 2, 0, -1, 0,
        -1, 0, 0, 0, 2, 1, 0, -1, 0,
        1, 0, 0, -4, 0, -1, 0, 0, 0,
        -2, 0, 2, 2, 2, 1, 0, -1, 0,
        -1, 0, 2, 4, 2, -2, 0, 1, 0,
        2, 0, 0, -4, 0, -1, 0, 0, 0,
        1, 1, 2, -2, 2, 1, 0, -1, 0,
        1, 0, 2, 2, 1, -1, 0, 1, 0,
        -2, 0, 2, 4, 2, -1, 0, 1, 0,
        -1, 0, 4, 0, 2, 1, 0, 0, 0,
        1, -1, 0, -2, 0, 1, 0, 0, 0,
        2, 0, 2, -2, 1, 1, 0, -1, 0,
        2, 0, 2, 2, 2, -1, 0, 0, 0,
        1, 0, 0, 2, 1, -1, 0, 0, 0,
        0, 0, 4, -2, 2, 1, 0, 0, 0,
        3, 0, 2, -2, 2, 1, 0, 0, 0,
        1, 0, 2, -2, 0, -1, 0, 0, 0,
        0, 1, 2, 0, 1, 1, 0, 0, 0,
        -1, -1, 0, 2, 1, 1, 0, 0, 0,
        0, 0, -2, 0, 1, -1, 0, 0, 0,
        0, 0, 2, -1, 2, -1, 0, 0, 0,
        0, 1, 0, 2, 0, -1, 0, 0, 0,
        1, 0, -2, -2, 0, -1, 0, 0, 0,
        0, -1, 2, 0, 1, -1, 0, 0, 0,
        1, 1, 0, -2, 1, -1, 0, 0, 0,
        1, 0, -2, 2, 0, -1, 0, 0, 0,
        2, 0, 0, 2, 0, 1, 0, 0, 0,
        0, 0, 2, 4, 2, -1, 0, 0, 0,
        0, 1, 0, 1, 0, 1, 0, 0, 0,
    };

    /**
     * l, l', F, D, Omega in degrees: constant, per day, per square and per cube of ten thousand days. Omega's constant
     * is 125 degrees, which the book misprints as 135.
     */
    private static final double[][] ARGUMENTS = {
        {134.96298138888886, 13.064992947243136, 0.000651928725721394, 3.6484365631332527e-07},
        {357.5277233333333, 0.9856002830937715, -1.201414483363923e-05, -6.84081855587485e-08},
        {93.27191027777778, 13.229350240603848, -0.0002760338267929901, 6.270750342885277e-08},
        {297.8503630555556, 12.19074911649555, -0.00014348262053484912, 1.0831296046801845e-07},
        {125.04452222222223, -0.05295376484143281, 0.00015522608272925558, 4.560545703916566e-08},
    };

    /** In longitude and in obliquity, radians; then their rates, radians per second. */
    double longitude;

    double obliquity;
    double longitudeRate;
    double obliquityRate;

    private final double[] angles = new double[ARGUMENTS.length];
    private final double[] rates = new double[ARGUMENTS.length];
    private final double[] sinCos = new double[2];

    void at(double et) {
        double days = et / Constants.DAY;
        double tens = days / 1e4;
        double square = tens * tens;
        double t = days / 365250;
        for (int i = 0; i < ARGUMENTS.length; i++) {
            double[] a = ARGUMENTS[i];
            angles[i] = Trig.mod(a[0] + days * a[1] + (a[2] + tens * a[3]) * square, 360) / DEGREE;
            rates[i] = Trig.mod(a[1] + tens / 1e4 * (a[2] * 2 + tens * 3 * a[3]), 360) / DEGREE;
        }
        longitude = 0;
        obliquity = 0;
        longitudeRate = 0;
        obliquityRate = 0;
        for (int at = 0; at < TERMS.length; at += TERM) {
            double angle = 0;
            double rate = 0;
            for (int i = 0; i < angles.length; i++) {
                int multiple = TERMS[at + i];
                if (multiple != 0) {
                    angle = Trig.mod(angle + multiple * angles[i], Constants.TURN);
                    rate += multiple * rates[i];
                }
            }
            double sine = TERMS[at + 5] + TERMS[at + 6] * t;
            double cosine = TERMS[at + 7] + TERMS[at + 8] * t;
            Trig.sinCos(angle, sinCos);
            double s = sinCos[0];
            double c = sinCos[1];
            longitude += sine * s / UNIT;
            obliquity += cosine * c / UNIT;
            longitudeRate += sine * c * rate / UNIT;
            obliquityRate -= cosine * s * rate / UNIT;
        }
        longitudeRate /= Constants.DAY;
        obliquityRate /= Constants.DAY;
    }
}
