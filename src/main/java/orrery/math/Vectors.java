package orrery.math;

/**
 * Vectors of three components in SPICE's order of operations, so that sums with cancellation lose the same bits. Uses
 * {@code StrictMath} throughout. An array may contain a whole state: {@code at} is the index at which the vector
 * begins. Stateless; allocates nothing.
 */
public final class Vectors {
    private Vectors() {}

    /**
     * Computes the scalar product of two vectors. SPICE: {@code VDOT}.
     *
     * @param a holds the first
     * @param atA index of its first component
     * @param b holds the second
     * @param atB index of its first component
     * @return the scalar product
     */
    public static double dot(double[] a, int atA, double[] b, int atB) {
        return a[atA] * b[atB] + a[atA + 1] * b[atB + 1] + a[atA + 2] * b[atB + 2];
    }

    /**
     * Computes the length of a vector, scaled by its largest component. SPICE: {@code VNORM}.
     *
     * @param v holds the vector
     * @param at index of its first component
     * @return its length
     */
    public static double norm(double[] v, int at) {
        return norm(v[at], v[at + 1], v[at + 2]);
    }

    /**
     * Computes the length of a vector as {@link #norm(double[], int)} does.
     *
     * @param x first component
     * @param y second component
     * @param z third component
     * @return its length
     */
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

    /**
     * Computes the length of a vector as the plain root of the sum of squares. It is not scaled, so its last bit may
     * differ from SPICE's.
     *
     * @param x first component
     * @param y second component
     * @param z third component
     * @return its length
     */
    public static double length(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }

    /**
     * Computes a length as {@link #length(double, double, double)} does.
     *
     * @param v holds the vector in its first three elements
     * @return its length
     */
    public static double length(double[] v) {
        return length(v[0], v[1], v[2]);
    }

    /**
     * Computes the distance between two points by {@link #length(double, double, double)}.
     *
     * @param a holds one point in its first three elements
     * @param b holds the other in its first three elements
     * @return the distance
     */
    public static double distance(double[] a, double[] b) {
        return length(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    }

    /**
     * Computes the scalar product of two vectors that start their arrays.
     *
     * @param a holds one vector in its first three elements
     * @param b holds the other in its first three elements
     * @return the scalar product
     */
    public static double dot(double[] a, double[] b) {
        return dot(a, 0, b, 0);
    }

    /**
     * Computes a vector product, {@code out = a x b}, of vectors that start their arrays.
     *
     * @param a left factor
     * @param b right factor
     * @param out receives three numbers; neither {@code a} nor {@code b}
     */
    public static void cross(double[] a, double[] b, double[] out) {
        out[0] = a[1] * b[2] - a[2] * b[1];
        out[1] = a[2] * b[0] - a[0] * b[2];
        out[2] = a[0] * b[1] - a[1] * b[0];
    }

    /**
     * Computes the angle between two vectors, as accurate near zero and half a turn as between them.
     *
     * @param a holds one vector in its first three elements
     * @param b holds the other in its first three elements
     * @return radians, 0 to pi
     */
    public static double angle(double[] a, double[] b) {
        double x = a[1] * b[2] - a[2] * b[1];
        double y = a[2] * b[0] - a[0] * b[2];
        double z = a[0] * b[1] - a[1] * b[0];
        return StrictMath.atan2(StrictMath.sqrt(x * x + y * y + z * z), dot(a, 0, b, 0));
    }

    /**
     * Computes the unit vector along a vector; zero for the zero vector. SPICE: {@code VHAT}.
     *
     * @param v holds the vector
     * @param at index of its first component
     * @param out receives the unit vector
     * @param atOut index of its first component there
     * @return the vector's length
     */
    public static double hat(double[] v, int at, double[] out, int atOut) {
        double norm = norm(v, at);
        for (int i = 0; i < 3; i++) {
            out[atOut + i] = norm > 0 ? v[at + i] / norm : 0;
        }
        return norm;
    }

    /**
     * Computes the component of {@code a} perpendicular to {@code b}. SPICE: {@code VPERP} (with {@code VPROJ}).
     *
     * @param a holds the vector to split
     * @param atA index of its first component
     * @param b holds the vector to which the result is perpendicular
     * @param atB index of its first component
     * @param out receives the perpendicular component
     * @param atOut index of its first component there
     */
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
        // VPROJ scales both again; the largest component of each is now 1 or 0.
        double scale = (t0 * r0 + t1 * r1 + t2 * r2) / (r0 * r0 + r1 * r1 + r2 * r2);
        out[atOut] = (t0 - scale * r0) * bigA;
        out[atOut + 1] = (t1 - scale * r1) * bigA;
        out[atOut + 2] = (t2 - scale * r2) * bigA;
    }

    /**
     * Computes the unit vector of a state and its rate. SPICE: {@code DVHAT}.
     *
     * @param state holds x, y, z and their rates
     * @param at index of x
     * @param out receives six numbers
     * @param atOut index of the first
     */
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
