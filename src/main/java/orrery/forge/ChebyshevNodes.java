package orrery.forge;

/**
 * Chebyshev polynomials of one degree through their values at the Chebyshev-Lobatto nodes, including both ends: near
 * the best approximation of that degree, and neighbors that share an end agree there.
 *
 * <p>Source: Trefethen, "Approximation Theory and Approximation Practice", chapters 2 to 4 (the coefficients are a
 * discrete cosine transform of the values). Immutable, thread-safe.
 */
final class ChebyshevNodes {
    private final int degree;
    private final double[] nodes;
    /** Rows of coefficients from columns of values. */
    private final double[][] transform;

    /** @param degree one or more */
    ChebyshevNodes(int degree) {
        this.degree = degree;
        this.nodes = new double[degree + 1];
        this.transform = new double[degree + 1][degree + 1];
        for (int i = 0; i <= degree; i++) {
            nodes[i] = -StrictMath.cos(Math.PI * i / degree);
            for (int k = 0; k <= degree; k++) {
                double half = (i == 0 || i == degree ? 0.5 : 1) * (k == 0 || k == degree ? 0.5 : 1);
                // T_k at -cos(x) is (-1)^k cos(k x).
                transform[k][i] =
                        2.0 / degree * half * (k % 2 == 0 ? 1 : -1) * StrictMath.cos(Math.PI * i * k / degree);
            }
        }
    }

    /** A node, from -1 to 1 ascending. */
    double node(int i) {
        return nodes[i];
    }

    /** Coefficients, lowest degree first, of the polynomial through these values at the nodes. */
    double[] coefficients(double[] values) {
        double[] out = new double[degree + 1];
        for (int k = 0; k <= degree; k++) {
            double sum = 0;
            for (int i = 0; i <= degree; i++) {
                sum += transform[k][i] * values[i];
            }
            out[k] = sum;
        }
        return out;
    }

    /** The value of a polynomial at {@code s} from -1 to 1. */
    static double value(double[] c, double s) {
        double b1 = 0;
        double b2 = 0;
        for (int k = c.length - 1; k > 0; k--) {
            double b0 = c[k] + 2 * s * b1 - b2;
            b2 = b1;
            b1 = b0;
        }
        return c[0] + s * b1 - b2;
    }

    /** The derivative of a polynomial with respect to {@code s}. */
    static double slope(double[] c, double s) {
        double b1 = 0;
        double b2 = 0;
        double d1 = 0;
        double d2 = 0;
        for (int k = c.length - 1; k > 0; k--) {
            double d0 = 2 * b1 + 2 * s * d1 - d2;
            d2 = d1;
            d1 = d0;
            double b0 = c[k] + 2 * s * b1 - b2;
            b2 = b1;
            b1 = b0;
        }
        return b1 + s * d1 - d2;
    }
}
