package orrery.ui.orrery;

import orrery.math.Vectors;

/**
 * Three orthogonal axes as unit vectors in ICRF, in which a camera's angles are measured.
 *
 * <p>Immutable, thread-safe.
 */
public record Axes(double xx, double xy, double xz, double yx, double yy, double yz, double zx, double zy, double zz) {
    /** The equator and equinox of J2000: ICRF itself. */
    public static final Axes EQUATOR = new Axes(1, 0, 0, 0, 1, 0, 0, 0, 1);

    /** The ecliptic and equinox of J2000. */
    public static final Axes ECLIPTIC = new Axes(
            1,
            0,
            0,
            0,
            Math.cos(Projection.OBLIQUITY),
            Math.sin(Projection.OBLIQUITY),
            0,
            -Math.sin(Projection.OBLIQUITY),
            Math.cos(Projection.OBLIQUITY));

    /**
     * Axes that rotate with a pair of bodies: x from the first to the second, z along their angular momentum.
     *
     * @param r position of the second relative to the first, any unit, ICRF
     * @param v its velocity, any unit; if it is parallel to r, the ecliptic's pole is used
     */
    public static Axes turningWith(double[] r, double[] v) {
        double length = Vectors.length(r);
        if (!(length > 0)) {
            return ECLIPTIC;
        }
        double ax = r[0] / length;
        double ay = r[1] / length;
        double az = r[2] / length;
        double zx = ay * v[2] - az * v[1];
        double zy = az * v[0] - ax * v[2];
        double zz = ax * v[1] - ay * v[0];
        double speed = Vectors.length(zx, zy, zz);
        if (!(speed > 1e-12)) {
            // y = pole of the ecliptic x the line between them.
            double yx = ECLIPTIC.zy * az - ECLIPTIC.zz * ay;
            double yy = ECLIPTIC.zz * ax - ECLIPTIC.zx * az;
            double yz = ECLIPTIC.zx * ay - ECLIPTIC.zy * ax;
            return turningWith(r, new double[] {yx, yy, yz});
        }
        zx /= speed;
        zy /= speed;
        zz /= speed;
        return new Axes(ax, ay, az, zy * az - zz * ay, zz * ax - zx * az, zx * ay - zy * ax, zx, zy, zz);
    }

    /** Rotates a vector given along these axes to ICRF; {@code out} may be the input. */
    public void toSky(double x, double y, double z, double[] out) {
        out[0] = x * xx + y * yx + z * zx;
        out[1] = x * xy + y * yy + z * zy;
        out[2] = x * xz + y * yz + z * zz;
    }

    /** Rotates a vector in ICRF to these axes. */
    public void fromSky(double x, double y, double z, double[] out) {
        out[0] = x * xx + y * xy + z * xz;
        out[1] = x * yx + y * yy + z * yz;
        out[2] = x * zx + y * zy + z * zz;
    }
}
