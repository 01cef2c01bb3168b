package orrery.forge;

import orrery.math.Constants;

/**
 * The Moon's principal axes in the ICRF: the IAU model with its periodic terms, good to some 0.01 degrees.
 *
 * <p>Source: {@code BODY301_POLE_RA}, {@code _POLE_DEC}, {@code _PM} and {@code BODY3_NUT_PREC_ANGLES} of NAIF's
 * pck00011.tpc (IAU Working Group on Cartographic Coordinates, 2009), which gives the mean-Earth axes; the constant turn
 * from them to the principal axes of DE440 is that of Park et al. (2021): 67.8526, 78.6944 and 0.2785 arcseconds.
 */
final class MoonOrientation {
    private static final double[] ANGLE = {
        125.045, 250.089, 260.008, 176.625, 357.529, 311.589, 134.963, 276.617, 34.226, 15.134, 119.743, 239.961, 25.053
    };
    private static final double[] RATE = {
        -1935.5364525000,
        -3871.0729050000,
        475263.3328725000,
        487269.6299850000,
        35999.0509575000,
        964468.4993100000,
        477198.8693250000,
        12006.3007650000,
        63863.5132425000,
        -5806.6093575000,
        131.8406400000,
        6003.1503825000,
        473327.7964200000
    };
    private static final double[] ASCENSION = {
        -3.8787, -0.1204, 0.0700, -0.0172, 0.0, 0.0072, 0.0, 0.0, 0.0, -0.0052, 0.0, 0.0, 0.0043
    };
    private static final double[] DECLINATION = {
        1.5419, 0.0239, -0.0278, 0.0068, 0.0, -0.0029, 0.0009, 0.0, 0.0, 0.0008, 0.0, 0.0, -0.0009
    };
    private static final double[] MERIDIAN = {
        3.5610, 0.1208, -0.0642, 0.0158, 0.0252, -0.0066, -0.0047, -0.0046, 0.0028, 0.0052, 0.0040, 0.0019, -0.0044
    };
    /** From mean-Earth to principal axes: R3(67.8526") R2(78.6944") R1(0.2785"). */
    private static final double[] TO_PRINCIPAL = toPrincipal();

    private final double[] meanEarth = new double[9];

    /** Writes the rotation from the ICRF to the principal axes, row by row. */
    void at(double et, double[] out) {
        double centuries = et / Constants.JULIAN_CENTURY;
        double days = et / Constants.DAY;
        double ra = 269.9949 + 0.0031 * centuries;
        double dec = 66.5392 + 0.0130 * centuries;
        double w = 38.3213 + days * (13.17635815 - 1.4e-12 * days);
        for (int i = 0; i < ANGLE.length; i++) {
            double angle = (ANGLE[i] + RATE[i] * centuries) * Constants.DEGREE;
            double sin = StrictMath.sin(angle);
            ra += ASCENSION[i] * sin;
            dec += DECLINATION[i] == 0 ? 0 : DECLINATION[i] * StrictMath.cos(angle);
            w += MERIDIAN[i] * sin;
        }
        eulerian(ra * Constants.DEGREE, dec * Constants.DEGREE, w * Constants.DEGREE);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += TO_PRINCIPAL[3 * row + k] * meanEarth[3 * k + column];
                }
                out[3 * row + column] = sum;
            }
        }
    }

    /** R3(w) R1(90 - dec) R3(90 + ra). */
    private void eulerian(double ra, double dec, double w) {
        double sr = StrictMath.sin(ra);
        double cr = StrictMath.cos(ra);
        double sd = StrictMath.sin(dec);
        double cd = StrictMath.cos(dec);
        double sw = StrictMath.sin(w);
        double cw = StrictMath.cos(w);
        // Rows of R1 R3: the node (-sr, cr, 0), and what is 90 degrees from it on the equator (-cr sd, -sr sd, cd).
        meanEarth[0] = -cw * sr - sw * cr * sd;
        meanEarth[1] = cw * cr - sw * sr * sd;
        meanEarth[2] = sw * cd;
        meanEarth[3] = sw * sr - cw * cr * sd;
        meanEarth[4] = -sw * cr - cw * sr * sd;
        meanEarth[5] = cw * cd;
        meanEarth[6] = cd * cr;
        meanEarth[7] = cd * sr;
        meanEarth[8] = sd;
    }

    private static double[] toPrincipal() {
        double c = 67.8526 * Constants.ARCSECOND;
        double b = 78.6944 * Constants.ARCSECOND;
        double a = 0.2785 * Constants.ARCSECOND;
        // The angles are so small that second order would show in the tenth digit only.
        return new double[] {1, c, -b, -c, 1, a, b, -a, 1};
    }
}
