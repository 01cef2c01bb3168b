package orrery.forge;

import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Fits a Chebyshev polynomial to positions and velocities at equally spaced epochs of one granule, both ends included:
 * least squares, but exact in position and velocity at the two ends, so that neighboring granules join smoothly.
 *
 * <p>Source: Newhall, "Numerical representation of planetary ephemerides", Celestial Mechanics 45, 305 (1989), the
 * method of the DE kernels; velocities are weighted 0.4 relative to positions, in units of the granule's half length.
 * Immutable.
 */
final class ChebyshevFit {
    private static final double VELOCITY_WEIGHT = 0.4;

    private final int terms;
    private final int points;
    /** Rows of data (positions, then velocities) from columns of coefficients. */
    private final double[][] design;
    /** Rows of coefficients from columns of data. */
    private final double[][] solution;

    /**
     * @param degree of the polynomial
     * @param points number of epochs, at least {@code degree / 2 + 1}
     */
    ChebyshevFit(int degree, int points) {
        if (2 * points <= degree) {
            throw new IllegalArgumentException(
                    "%d positions and velocities do not determine degree %d.".formatted(points, degree));
        }
        this.terms = degree + 1;
        this.points = points;
        this.design = new double[2 * points][terms];
        for (int i = 0; i < points; i++) {
            basis(-1 + 2.0 * i / (points - 1), design[i], design[points + i]);
        }
        this.solution = solve();
    }

    /**
     * Fits one coordinate.
     *
     * @param data positions at the epochs, then velocities times the granule's half length
     * @return the coefficients, lowest degree first
     */
    double[] fit(double[] data) {
        double[] coefficients = new double[terms];
        double[] left = data.clone();
        // The second pass removes the rounding errors of the solution, for values as large as an orbit.
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < terms; k++) {
                double sum = 0;
                for (int i = 0; i < left.length; i++) {
                    sum += solution[k][i] * left[i];
                }
                coefficients[k] += sum;
            }
            for (int i = 0; i < left.length; i++) {
                double value = 0;
                for (int k = terms - 1; k >= 0; k--) {
                    value += design[i][k] * coefficients[k];
                }
                left[i] = data[i] - value;
            }
        }
        return coefficients;
    }

    private static void basis(double s, double[] value, double[] slope) {
        value[0] = 1;
        for (int k = 1; k < value.length; k++) {
            value[k] = k == 1 ? s : 2 * s * value[k - 1] - value[k - 2];
            slope[k] = k == 1 ? 1 : 2 * value[k - 1] + 2 * s * slope[k - 1] - slope[k - 2];
        }
    }

    /** The normal equations bordered by the four conditions at the ends. */
    private double[][] solve() {
        int[] exact = {0, points - 1, points, 2 * points - 1};
        RealMatrix system = MatrixUtils.createRealMatrix(terms + exact.length, terms + exact.length);
        RealMatrix right = MatrixUtils.createRealMatrix(terms + exact.length, 2 * points);
        for (int i = 0; i < 2 * points; i++) {
            double weight = i < points ? 1 : VELOCITY_WEIGHT * VELOCITY_WEIGHT;
            for (int k = 0; k < terms; k++) {
                right.addToEntry(k, i, weight * design[i][k]);
                for (int l = 0; l < terms; l++) {
                    system.addToEntry(k, l, weight * design[i][k] * design[i][l]);
                }
            }
        }
        for (int c = 0; c < exact.length; c++) {
            for (int k = 0; k < terms; k++) {
                system.setEntry(terms + c, k, design[exact[c]][k]);
                system.setEntry(k, terms + c, design[exact[c]][k]);
            }
            right.setEntry(terms + c, exact[c], 1);
        }
        return new LUDecomposition(system, 0)
                .getSolver()
                .solve(right)
                .getSubMatrix(0, terms - 1, 0, 2 * points - 1)
                .getData();
    }
}
