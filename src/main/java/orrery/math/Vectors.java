package orrery.math;

/**
 * Vectors of three in SPICE's order of operations, so that sums that cancel lose the same bits. {@code StrictMath}
 * throughout. An array may hold a state: then {@code at} says where in it the vector begins.
 */
public final class Vectors {
    private Vectors() {}

    /** SPICE: {@code VDOT}. */
    public static double dot(double[] a, int atA, double[] b, int atB) {
        return a[atA] * b[atB] + a[atA + 1] * b[atB + 1] + a[atA + 2] * b[atB + 2];
    }

    /** SPICE: {@code VNORM}, scaled by the largest component. */
    public static double norm(double[] v, int at) {
        return norm(v[at], v[at + 1], v[at + 2]);
    }

    /** As {@link #norm(double[], int)}, of three numbers. */
    public static double norm(double x, double y, double z) {
        double most = largest(x, y, z);
        if (most == 0) {
            return 0;
        }
        double a = x / most;
        double b = y / most;
        double c = z / most;
        return most * Math.sqrt(a * a + b * b + c * c);
    }

    /** The length of a vector as the plain root of the sum of squares: not scaled, so not SPICE's last bit. */
    public static double length(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }

    /** As {@link #length(double, double, double)}, of an array's first three numbers. */
    public static double length(double[] v) {
        return length(v[0], v[1], v[2]);
    }

    /** The distance between the points that stand first in two arrays, by {@link #length(double, double, double)}. */
    public static double distance(double[] a, double[] b) {
        return length(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    }

    /** The scalar product of the vectors that stand first in two arrays. */
    public static double dot(double[] a, double[] b) {
        return dot(a, 0, b, 0);
    }

    /** {@code out = a x b}, of the vectors that stand first in two arrays; {@code out} is neither of them. */
    public static void cross(double[] a, double[] b, double[] out) {
        out[0] = a[1] * b[2] - a[2] * b[1];
        out[1] = a[2] * b[0] - a[0] * b[2];
        out[2] = a[0] * b[1] - a[1] * b[0];
    }

    /** The angle between two vectors, radians: good near 0 and near half a turn alike. */
    public static double angle(double[] a, double[] b) {
        double x = a[1] * b[2] - a[2] * b[1];
        double y = a[2] * b[0] - a[0] * b[2];
        double z = a[0] * b[1] - a[1] * b[0];
        return StrictMath.atan2(StrictMath.sqrt(x * x + y * y + z * z), dot(a, 0, b, 0));
    }

    /** SPICE: {@code VHAT}: the unit vector, or zero for zero. Returns the length. */
    public static double hat(double[] v, int at, double[] out, int atOut) {
        double norm = norm(v, at);
        for (int i = 0; i < 3; i++) {
            out[atOut + i] = norm > 0 ? v[at + i] / norm : 0;
        }
        return norm;
    }

    /** SPICE: {@code VPERP} (with {@code VPROJ}): the part of a that is perpendicular to b. */
    public static void perpendicular(double[] a, int atA, double[] b, int atB, double[] out, int atOut) {
        double bigA = largest(a, atA);
        double bigB = largest(b, atB);
        if (bigA == 0) {
            out[atOut] = 0;
            out[atOut + 1] = 0;
            out[atOut + 2] = 0;
            return;
        }
        double t0 = a[atA] / bigA;
        double t1 = a[atA + 1] / bigA;
        double t2 = a[atA + 2] / bigA;
        if (bigB == 0) {
            out[atOut] = a[atA];
            out[atOut + 1] = a[atA + 1];
            out[atOut + 2] = a[atA + 2];
            return;
        }
        double r0 = b[atB] / bigB;
        double r1 = b[atB + 1] / bigB;
        double r2 = b[atB + 2] / bigB;
        // VPROJ scales both once more; the largest component of each is 1 by now, or 0.
        double scale = (t0 * r0 + t1 * r1 + t2 * r2) / (r0 * r0 + r1 * r1 + r2 * r2);
        out[atOut] = (t0 - scale * r0) * bigA;
        out[atOut + 1] = (t1 - scale * r1) * bigA;
        out[atOut + 2] = (t2 - scale * r2) * bigA;
    }

    /** SPICE: {@code DVHAT}: the unit vector of a state and its rate, six numbers. */
    public static void hatState(double[] state, int at, double[] out, int atOut) {
        double length = hat(state, at, out, atOut);
        if (length == 0) {
            System.arraycopy(state, at + 3, out, atOut + 3, 3);
            return;
        }
        perpendicular(state, at + 3, out, atOut, out, atOut + 3);
        double inverse = 1 / length;
        for (int i = atOut + 3; i < atOut + 6; i++) {
            out[i] *= inverse;
        }
    }

    private static double largest(double[] v, int at) {
        return largest(v[at], v[at + 1], v[at + 2]);
    }

    private static double largest(double x, double y, double z) {
        return Math.max(Math.max(Math.abs(x), Math.abs(y)), Math.abs(z));
    }
}
