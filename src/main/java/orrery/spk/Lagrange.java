package orrery.spk;

/**
 * Lagrange interpolation of six components together, by Neville's table (SPICE: {@code LGRINT}, {@code LGRESP}). The
 * six share the weights of each step; the operations on each are SPICE's, in SPICE's order.
 */
final class Lagrange {
    static final int COMPONENTS = 6;

    private Lagrange() {}

    /**
     * Interpolates at {@code x} between unequally spaced points.
     *
     * @param n points
     * @param work the six components of each point, one after another from 0, which are overwritten, with the result
     *     first; the abscissae start at 6 n
     */
    static void unequal(int n, double x, double[] work) {
        int abscissae = COMPONENTS * n;
        for (int j = 1; j < n; j++) {
            for (int i = 0; i < n - j; i++) {
                double left = work[abscissae + i];
                double right = work[abscissae + i + j];
                double denominator = left - right;
                double c1 = x - right;
                double c2 = left - x;
                int at = COMPONENTS * i;
                for (int k = at; k < at + COMPONENTS; k++) {
                    work[k] = (c1 * work[k] + c2 * work[k + COMPONENTS]) / denominator;
                }
            }
        }
    }

    /**
     * Interpolates at {@code x} between points whose abscissae are 1 to n.
     *
     * @param n points
     * @param work the six components of each point, one after another from 0, which are overwritten, with the result
     *     first
     */
    static void equal(int n, double x, double[] work) {
        for (int j = 1; j < n; j++) {
            double denominator = j;
            for (int i = 1; i <= n - j; i++) {
                double c1 = (i + j) - x;
                double c2 = x - i;
                int at = COMPONENTS * (i - 1);
                for (int k = at; k < at + COMPONENTS; k++) {
                    work[k] = (c1 * work[k] + c2 * work[k + COMPONENTS]) / denominator;
                }
            }
        }
    }
}
