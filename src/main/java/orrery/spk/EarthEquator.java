package orrery.spk;

import orrery.math.Constants;
import orrery.math.Trig;

/**
 * The conversion to J2000 from the Earth's true equator and mean equinox of date, the axes of states from two-line
 * elements (SPICE: {@code ZZTEME}, {@code ZZEPRC76}, {@code ZZENUT80}, {@code ZZMOBLIQ}; IAU 1976 precession, IAU 1980
 * nutation).
 *
 * <p>Scratch of one thread.
 */
public final class EarthEquator {
    private final Nutation1980 nutation = new Nutation1980();
    /**
     * The axes of date in J2000, one after another, each with its rate: x towards the mean equinox, y, z towards the
     * true pole.
     */
    private final double[] x = new double[6];

    private final double[] y = new double[6];
    private final double[] z = new double[6];
    private final double[] pole = new double[6];
    private final double[] turned = new double[6];
    private final double[] sinCos = new double[2];

    /** The angles of the precession from J2000 to the epoch of the axes, rad, and their rates, rad/s. */
    private double zeta;

    private double zed;
    private double theta;
    private double dzeta;
    private double dzed;
    private double dtheta;
    /** The epoch of the axes; NaN if there are none yet. */
    private double axesOf = Double.NaN;

    /** Makes scratch for the current thread. */
    public EarthEquator() {}

    /**
     * Converts a state from the true equator and mean equinox of date (TEME) to J2000.
     *
     * @param et TDB seconds past J2000
     * @param state six elements: x, y, z in km and their rates in km/s; converted in place
     */
    public void toJ2000(double et, double[] state) {
        if (axesOf != et) {
            turnAxes(et);
            axesOf = et;
        }
        for (int i = 0; i < 3; i++) {
            turned[i] = x[i] * state[0] + y[i] * state[1] + z[i] * state[2];
            turned[i + 3] = x[i + 3] * state[0]
                    + y[i + 3] * state[1]
                    + z[i + 3] * state[2]
                    + x[i] * state[3]
                    + y[i] * state[4]
                    + z[i] * state[5];
        }
        System.arraycopy(turned, 0, state, 0, 6);
    }

    /** Computes the axes of an epoch; bodies queried at the same epoch share them. */
    private void turnAxes(double et) {
        double t = et / Constants.JULIAN_CENTURY;
        zeta = t * (t * (t * .017998 + .30188) + 2306.2181) * Constants.ARCSECOND;
        zed = t * (t * (t * .018203 + 1.09468) + 2306.2181) * Constants.ARCSECOND;
        theta = t * (t * (t * -.041833 - .42665) + 2004.3109) * Constants.ARCSECOND;
        dzeta = (t * (t * 3 * .017998 + .60376) + 2306.2181) * Constants.ARCSECOND / Constants.JULIAN_CENTURY;
        dzed = (t * (t * 3 * .018203 + 2.18936) + 2306.2181) * Constants.ARCSECOND / Constants.JULIAN_CENTURY;
        dtheta = (t * (t * 3 * -.041833 - .8533) + 2004.3109) * Constants.ARCSECOND / Constants.JULIAN_CENTURY;

        // The mean equinox of date: a unit x turned back by [-z]3 [theta]2 [-zeta]3.
        set(x, 1, 0, 0);
        backToJ2000(x);

        // The true pole of date, from the true to the mean equator: a unit z turned by -[obliquity]1 [longitude]3 ...
        nutation.at(et);
        double obliquity = (t * (t * (t * .001813 - 5.9e-4) - 46.815) + 84381.448) * Constants.ARCSECOND;
        double obliquityRate =
                (t * (t * 3 * .001813 - .00118) - 46.815) * Constants.ARCSECOND / Constants.JULIAN_CENTURY;
        set(pole, 0, 0, 1);
        turn(pole, 1, obliquity + nutation.obliquity, obliquityRate + nutation.obliquityRate);
        turn(pole, 3, nutation.longitude, nutation.longitudeRate);
        turn(pole, 1, -obliquity, -obliquityRate);
        System.arraycopy(pole, 0, z, 0, 6);
        backToJ2000(z);

        unitCross(z, x, y);
        unitCross(y, z, x);
    }

    /**
     * The nutation that a type 10 segment stores with each set of elements (SPICE: {@code ZZWAHR}).
     *
     * @param et TDB seconds past J2000
     * @return a new array of 4: the nutation in longitude and in obliquity, rad, then their rates, rad/s
     */
    public double[] nutation(double et) {
        nutation.at(et);
        return new double[] {nutation.longitude, nutation.obliquity, nutation.longitudeRate, nutation.obliquityRate};
    }

    private void backToJ2000(double[] v) {
        turn(v, 3, zed, dzed);
        turn(v, 2, -theta, -dtheta);
        turn(v, 3, zeta, dzeta);
    }

    private static void set(double[] v, double x, double y, double z) {
        v[0] = x;
        v[1] = y;
        v[2] = z;
        v[3] = 0;
        v[4] = 0;
        v[5] = 0;
    }

    /** Multiplies by SPICE's rotation {@code [angle]axis}, which turns the axes, with the rate of its angle. */
    private void turn(double[] v, int axis, double angle, double rate) {
        Trig.sinCos(angle, sinCos);
        double s = sinCos[0];
        double c = sinCos[1];
        int i = axis % 3;
        int j = (axis + 1) % 3;
        double a = v[i];
        double b = v[j];
        double da = v[i + 3];
        double db = v[j + 3];
        v[i] = c * a + s * b;
        v[j] = c * b - s * a;
        v[i + 3] = c * da + s * db + rate * v[j];
        v[j + 3] = c * db - s * da - rate * v[i];
    }

    /** The unit vector along a cross product, with its rate (SPICE: {@code DUCRSS}). */
    private static void unitCross(double[] a, double[] b, double[] out) {
        double cx = a[1] * b[2] - a[2] * b[1];
        double cy = a[2] * b[0] - a[0] * b[2];
        double cz = a[0] * b[1] - a[1] * b[0];
        double dx = a[4] * b[2] - a[5] * b[1] + (a[1] * b[5] - a[2] * b[4]);
        double dy = a[5] * b[0] - a[3] * b[2] + (a[2] * b[3] - a[0] * b[5]);
        double dz = a[3] * b[1] - a[4] * b[0] + (a[0] * b[4] - a[1] * b[3]);
        double length = Math.sqrt(cx * cx + cy * cy + cz * cz);
        cx /= length;
        cy /= length;
        cz /= length;
        double along = cx * dx + cy * dy + cz * dz;
        out[0] = cx;
        out[1] = cy;
        out[2] = cz;
        out[3] = (dx - along * cx) / length;
        out[4] = (dy - along * cy) / length;
        out[5] = (dz - along * cz) / length;
    }
}
