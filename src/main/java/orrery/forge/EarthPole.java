package orrery.forge;

import orrery.math.Constants;

/**
 * The Earth's pole in the ICRF: IAU 2006 precession with the largest terms of nutation, good to about 0.05 arcseconds.
 *
 * <p>Source: IERS Conventions (2010), tables 5.2a and 5.2b, the polynomials and the greatest periodic terms of X and Y;
 * the arguments are the node, and twice the mean longitudes of Sun and Moon, of the same Conventions, section 5.7.
 */
final class EarthPole implements ZonalFigure.Pole {
    @Override
    public void at(double et, double[] out) {
        double t = et / Constants.JULIAN_CENTURY;
        double node = (125.04455501 - 1934.1362619 * t) * Constants.DEGREE;
        double sun = 2 * (280.46646 + 36000.76982 * t) * Constants.DEGREE;
        double moon = 2 * (218.31665 + 481267.88134 * t) * Constants.DEGREE;
        double x = -0.016617
                + t * (2004.191898 + t * (-0.4297829 - 0.19861834 * t))
                - 6.844318 * StrictMath.sin(node)
                + 0.082169 * StrictMath.sin(2 * node)
                - 0.523908 * StrictMath.sin(sun)
                - 0.090552 * StrictMath.sin(moon);
        double y = -0.006951
                + t * (-0.025896 + t * (-22.4072747 + 0.00190059 * t))
                + 9.205236 * StrictMath.cos(node)
                - 0.089618 * StrictMath.cos(2 * node)
                + 0.573033 * StrictMath.cos(sun)
                + 0.097847 * StrictMath.cos(moon);
        x *= Constants.ARCSECOND;
        y *= Constants.ARCSECOND;
        out[0] = x;
        out[1] = y;
        out[2] = Math.sqrt(1 - x * x - y * y);
    }
}
