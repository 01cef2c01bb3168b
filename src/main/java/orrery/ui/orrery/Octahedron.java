package orrery.ui.orrery;

/**
 * A map of all directions on a square, without trigonometry: the octahedron |x|+|y|+|z| = 1, its lower half folded out
 * to the corners (Meyer and others, On floating-point normal vectors, EGSR 2010). North is the middle, south the
 * corners.
 */
final class Octahedron {
    private Octahedron() {}

    /** The direction of a point of the square, 0..1 in each coordinate; not of unit length. */
    static void direction(double u, double v, double[] out) {
        double x = 2 * u - 1;
        double y = 2 * v - 1;
        double z = 1 - Math.abs(x) - Math.abs(y);
        if (z < 0) {
            double folded = (1 - Math.abs(y)) * (x < 0 ? -1 : 1);
            y = (1 - Math.abs(x)) * (y < 0 ? -1 : 1);
            x = folded;
        }
        out[0] = x;
        out[1] = y;
        out[2] = z;
    }

    /** The column of a direction, 0..1; of any length but 0. */
    static double u(double x, double y, double z) {
        double n = 1 / (Math.abs(x) + Math.abs(y) + Math.abs(z));
        double px = x * n;
        return 0.5 + 0.5 * (z >= 0 ? px : (1 - Math.abs(y * n)) * (px < 0 ? -1 : 1));
    }

    /** The row of a direction, 0..1; of any length but 0. */
    static double v(double x, double y, double z) {
        double n = 1 / (Math.abs(x) + Math.abs(y) + Math.abs(z));
        double py = y * n;
        return 0.5 + 0.5 * (z >= 0 ? py : (1 - Math.abs(x * n)) * (py < 0 ? -1 : 1));
    }
}
