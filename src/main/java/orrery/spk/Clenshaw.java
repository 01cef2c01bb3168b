package orrery.spk;

/** Chebyshev sums as {@code CHBVAL} computes them, with three axes side by side. */
final class Clenshaw {
    private Clenshaw() {}

    /**
     * Sums six series, for position and velocity.
     *
     * @param first address of the first coefficient of x; y, z, vx, vy and vz follow
     * @param n coefficients per series
     * @param s the epoch within the granule, from -1 to 1
     */
    static void state(DafWords words, long first, int n, double s, double[] out) {
        double s2 = 2 * s;
        long c = first;
        for (int half = 0; half < 6; half += 3, c += 3L * n) {
            double x0 = 0;
            double x1 = 0;
            double y0 = 0;
            double y1 = 0;
            double z0 = 0;
            double z1 = 0;
            for (int j = n - 1; j > 0; j--) {
                double x2 = x1;
                x1 = x0;
                x0 = words.at(c + j) + (s2 * x1 - x2);
                double y2 = y1;
                y1 = y0;
                y0 = words.at(c + n + j) + (s2 * y1 - y2);
                double z2 = z1;
                z1 = z0;
                z0 = words.at(c + 2L * n + j) + (s2 * z1 - z2);
            }
            out[half] = words.at(c) + (s * x0 - x1);
            out[half + 1] = words.at(c + n) + (s * y0 - y1);
            out[half + 2] = words.at(c + 2L * n) + (s * z0 - z1);
        }
    }
}
