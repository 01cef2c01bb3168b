package orrery.math;

/**
 * Rotation matrices as 9 numbers, row by row. Products are summed in index order, as in SPICE's {@code MXM} and {@code
 * MXV}. Rotations are those of {@code ROTMAT}: they turn the axes, not the vector. Stateless.
 */
public final class Matrix3 {
    private Matrix3() {}

    /** {@return a new identity matrix} */
    public static double[] identity() {
        return new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
    }

    /**
     * Turns the axes of {@code m}'s target frame about one axis: {@code [radians]axis m}, SPICE's {@code ROTMAT}.
     *
     * @param m 9 numbers, row by row; unchanged
     * @param radians the angle
     * @param axis 1, 2 or 3
     * @return a new matrix
     */
    public static double[] turned(double[] m, double radians, int axis) {
        double s = StrictMath.sin(radians);
        double c = StrictMath.cos(radians);
        int first = 3 * (axis - 1);
        int second = 3 * (axis % 3);
        int third = 3 * ((axis + 1) % 3);
        double[] out = new double[9];
        for (int column = 0; column < 3; column++) {
            out[first + column] = m[first + column];
            out[second + column] = c * m[second + column] + s * m[third + column];
            out[third + column] = -s * m[second + column] + c * m[third + column];
        }
        return out;
    }

    /**
     * Sets a matrix to the identity.
     *
     * @param m receives it, 9 numbers
     */
    public static void identity(double[] m) {
        for (int i = 0; i < 9; i++) {
            m[i] = i % 4 == 0 ? 1 : 0;
        }
    }

    /**
     * Turns the axes as {@link #turned} does, but in place; allocates nothing.
     *
     * @param m 9 numbers, row by row, changed in place
     * @param radians the angle
     * @param axis 1, 2 or 3
     */
    public static void turn(double[] m, double radians, int axis) {
        turn(m, Trig.sin(radians), Trig.cos(radians), axis);
    }

    /**
     * Turns the axes by an angle with this sine and cosine, as {@link #turn(double[], double, int)} does.
     *
     * @param m 9 numbers or more, of which the first 9 are the matrix, row by row, changed in place
     * @param s the sine
     * @param c the cosine
     * @param axis 1, 2 or 3
     */
    public static void turn(double[] m, double s, double c, int axis) {
        int second = 3 * (axis % 3);
        int third = 3 * ((axis + 1) % 3);
        for (int column = 0; column < 3; column++) {
            double a = m[second + column];
            double b = m[third + column];
            m[second + column] = c * a + s * b;
            m[third + column] = -s * a + c * b;
        }
    }

    /**
     * Multiplies two matrices, {@code a b}, in SPICE's {@code MXM} order.
     *
     * @param a 9 numbers, row by row
     * @param b 9 numbers, row by row
     * @return a new matrix
     */
    public static double[] times(double[] a, double[] b) {
        double[] out = new double[9];
        for (int row = 0; row < 9; row += 3) {
            for (int column = 0; column < 3; column++) {
                out[row + column] = a[row] * b[column] + a[row + 1] * b[column + 3] + a[row + 2] * b[column + 6];
            }
        }
        return out;
    }

    /**
     * {@return a new matrix, the transpose of {@code m}}
     *
     * @param m 9 numbers, row by row
     */
    public static double[] transpose(double[] m) {
        return new double[] {m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]};
    }

    /**
     * Multiplies a vector by a matrix in place: {@code v = m v}.
     *
     * @param m 9 numbers, row by row
     * @param v holds the vector
     * @param at index of its first component
     */
    public static void multiply(double[] m, double[] v, int at) {
        double x = v[at];
        double y = v[at + 1];
        double z = v[at + 2];
        v[at] = m[0] * x + m[1] * y + m[2] * z;
        v[at + 1] = m[3] * x + m[4] * y + m[5] * z;
        v[at + 2] = m[6] * x + m[7] * y + m[8] * z;
    }

    /**
     * Multiplies a vector by the transpose of a matrix in place: {@code v = transpose(m) v}.
     *
     * @param m 9 numbers, row by row
     * @param v holds the vector
     * @param at index of its first component
     */
    public static void multiplyTransposed(double[] m, double[] v, int at) {
        double x = v[at];
        double y = v[at + 1];
        double z = v[at + 2];
        v[at] = m[0] * x + m[3] * y + m[6] * z;
        v[at + 1] = m[1] * x + m[4] * y + m[7] * z;
        v[at + 2] = m[2] * x + m[5] * y + m[8] * z;
    }
}
