package orrery.math;

import java.util.Arrays;

/**
 * Rotations of states as 18 numbers: the rotation matrix row by row, then its derivative per second, row by row. They
 * represent SPICE's 6 x 6 matrices, whose other two blocks are zero and the rotation again. Sums are computed in index
 * order, as in SPICE's {@code ZZMSXF}, {@code INVSTM} and {@code MXVG}, to give the same bits.
 *
 * <p>Nothing here allocates unless its description says so.
 */
public final class StateRotation {
    /** The number of elements. */
    public static final int SIZE = 18;

    private StateRotation() {}

    /** {@return a new identity rotation} */
    public static double[] identity() {
        double[] m = new double[SIZE];
        setIdentity(m);
        return m;
    }

    /**
     * Sets a rotation to the identity.
     *
     * @param m receives it, 18 numbers
     */
    public static void setIdentity(double[] m) {
        for (int i = 0; i < SIZE; i++) {
            m[i] = i < 9 && i % 4 == 0 ? 1 : 0;
        }
    }

    /**
     * Sets a rotation that is constant in time.
     *
     * @param rotation 9 numbers, row by row
     * @param out receives 18 numbers, the derivative zero
     */
    public static void setFixed(double[] rotation, double[] out) {
        System.arraycopy(rotation, 0, out, 0, 9);
        Arrays.fill(out, 9, SIZE, 0);
    }

    /**
     * Multiplies two rotations, {@code out = a b}: b is applied first, then a.
     *
     * @param a 18 numbers
     * @param b 18 numbers
     * @param out receives 18 numbers; neither {@code a} nor {@code b}
     */
    public static void multiply(double[] a, double[] b, double[] out) {
        for (int row = 0; row < 9; row += 3) {
            for (int column = 0; column < 3; column++) {
                out[row + column] = a[row] * b[column] + a[row + 1] * b[column + 3] + a[row + 2] * b[column + 6];
                out[9 + row + column] = a[9 + row] * b[column]
                        + a[10 + row] * b[column + 3]
                        + a[11 + row] * b[column + 6]
                        + a[row] * b[9 + column]
                        + a[row + 1] * b[12 + column]
                        + a[row + 2] * b[15 + column];
            }
        }
    }

    /**
     * Multiplies a rotation by a constant one, {@code m = m b}, in place ({@code MXM} of both blocks).
     *
     * @param m 18 numbers, changed in place
     * @param b 9 numbers, row by row
     */
    public static void multiplyFixed(double[] m, double[] b) {
        for (int row = 0; row < SIZE; row += 3) {
            double x = m[row];
            double y = m[row + 1];
            double z = m[row + 2];
            for (int column = 0; column < 3; column++) {
                m[row + column] = x * b[column] + y * b[column + 3] + z * b[column + 6];
            }
        }
    }

    /**
     * Inverts a rotation in place, by transposing both blocks.
     *
     * @param m 18 numbers
     */
    public static void invert(double[] m) {
        for (int block = 0; block < SIZE; block += 9) {
            swap(m, block + 1, block + 3);
            swap(m, block + 2, block + 6);
            swap(m, block + 5, block + 7);
        }
    }

    private static void swap(double[] m, int i, int j) {
        double t = m[i];
        m[i] = m[j];
        m[j] = t;
    }

    /**
     * Rotates a state in place: the position, and the velocity including the rate of the rotation.
     *
     * @param m 18 numbers
     * @param state x, y, z and their rates, changed in place
     */
    public static void apply(double[] m, double[] state) {
        double x = state[0];
        double y = state[1];
        double z = state[2];
        double vx = state[3];
        double vy = state[4];
        double vz = state[5];
        for (int i = 0; i < 3; i++) {
            int row = 3 * i;
            state[i] = m[row] * x + m[row + 1] * y + m[row + 2] * z;
            state[3 + i] = m[9 + row] * x
                    + m[10 + row] * y
                    + m[11 + row] * z
                    + m[row] * vx
                    + m[row + 1] * vy
                    + m[row + 2] * vz;
        }
    }

    /**
     * Scales the derivative, for a frame whose epoch does not advance at the observer's rate.
     *
     * @param m 18 numbers, the last nine changed in place
     * @param factor the factor by which the derivative is multiplied
     */
    public static void scaleDerivative(double[] m, double factor) {
        for (int i = 9; i < SIZE; i++) {
            m[i] *= factor;
        }
    }
}
