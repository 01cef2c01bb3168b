package orrery.spk;

/**
 * Hermite interpolation of three components and their derivatives together (SPICE: {@code HRMINT}; {@code HRMESP} is
 * the same with abscissae 1 to n). The three share the weights of each step; the operations on each are SPICE's, in
 * SPICE's order.
 *
 * <p>For 2 n rows the table holds, for each axis, an interpolated value and its derivative. Row 2i begins as the value
 * at point i and row 2i + 1 as the derivative there.
 */
public final class Hermite {
    private static final int AXES = 3;

    private Hermite() {}

    /**
     * Computes the size of the scratch array.
     *
     * @param n number of points
     * @return how many elements {@code work} must have
     */
    public static int scratch(int n) {
        return n + 2 * derivatives(n);
    }

    /**
     * Locates the abscissae in the scratch array; the first table column begins at 0.
     *
     * @param n number of points
     * @return index of the first
     */
    public static int abscissae(int n) {
        return 2 * derivatives(n);
    }

    /**
     * Locates the interpolated derivatives in the scratch array, with x, y, z of the result first.
     *
     * @param n number of points
     * @return index of the first
     */
    public static int derivatives(int n) {
        return 2 * n * AXES;
    }

    /**
     * Locates a row of the table in the scratch array.
     *
     * @param row from 0
     * @return index of its value on axis 0
     */
    public static int row(int row) {
        return AXES * row;
    }

    /**
     * Interpolates at {@code x}. The values are left at the start of the scratch array, the derivatives at {@link
     * #derivatives}.
     *
     * @param n points, at least 1
     * @param x where to interpolate, in the units of the abscissae
     * @param work at least {@link #scratch} elements; row 2i of the first column is the value at point i and row 2i + 1
     *     the derivative there (see {@link #row}); the abscissae, ascending, from {@link #abscissae}; overwritten
     */
    public static void interpolate(int n, double x, double[] work) {
        int slopes = derivatives(n);
        int xs = abscissae(n);
        for (int i = 0; i < n - 1; i++) {
            double c1 = work[xs + i + 1] - x;
            double c2 = x - work[xs + i];
            double denominator = work[xs + i + 1] - work[xs + i];
            for (int axis = 0; axis < AXES; axis++) {
                int previous = row(2 * i) + axis;
                int current = previous + AXES;
                int next = current + AXES;
                work[slopes + previous] = work[current];
                work[slopes + current] = (work[next] - work[previous]) / denominator;
                double taylor = work[current] * c2 + work[previous];
                work[current] = (c1 * work[previous] + c2 * work[next]) / denominator;
                work[previous] = taylor;
            }
        }
        double past = x - work[xs + n - 1];
        for (int axis = 0; axis < AXES; axis++) {
            int previous = row(2 * n - 2) + axis;
            work[slopes + previous] = work[previous + AXES];
            work[previous] = work[previous + AXES] * past + work[previous];
        }
        for (int j = 2; j < 2 * n; j++) {
            for (int i = 1; i <= 2 * n - j; i++) {
                double left = work[xs + (i + 1) / 2 - 1];
                double right = work[xs + (i + j + 1) / 2 - 1];
                double c1 = right - x;
                double c2 = x - left;
                double denominator = right - left;
                for (int k = row(i - 1); k < row(i); k++) {
                    double value = work[k];
                    double above = work[k + AXES];
                    work[slopes + k] =
                            (c1 * work[slopes + k] + c2 * work[slopes + k + AXES] + (above - value)) / denominator;
                    work[k] = (c1 * value + c2 * above) / denominator;
                }
            }
        }
    }
}
