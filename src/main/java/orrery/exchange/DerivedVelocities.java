package orrery.exchange;

import java.io.IOException;
import orrery.forge.StateRows;

/**
 * Velocities for files without them: each velocity is the derivative of the polynomial through the nearest positions,
 * the one that a Lagrange interpolation of the positions uses. For use by one thread.
 */
final class DerivedVelocities implements StateRows {
    private final StateRows rows;
    private final int window;
    private final double[] epochs;
    private final double[] one = new double[6];

    /** @param window number of positions a polynomial goes through */
    DerivedVelocities(StateRows rows, int window) {
        this.rows = rows;
        this.window = (int) Math.min(window, rows.count());
        this.epochs = new double[this.window];
    }

    @Override
    public long count() {
        return rows.count();
    }

    @Override
    public double et(long row) throws IOException {
        return rows.et(row);
    }

    @Override
    public void state(long row, double[] out) throws IOException {
        rows.state(row, out);
        long from = Math.clamp(row - window / 2, 0, rows.count() - window);
        int self = (int) (row - from);
        for (int i = 0; i < window; i++) {
            epochs[i] = rows.et(from + i) - rows.et(row);
        }
        double vx = 0;
        double vy = 0;
        double vz = 0;
        for (int i = 0; i < window; i++) {
            double weight = weight(i, self);
            rows.state(from + i, one);
            vx += weight * one[0];
            vy += weight * one[1];
            vz += weight * one[2];
        }
        out[3] = vx;
        out[4] = vy;
        out[5] = vz;
    }

    /** The derivative of Lagrange's i-th polynomial at the node {@code self}, whose epoch is 0. */
    private double weight(int i, int self) {
        if (i == self) {
            double sum = 0;
            for (int k = 0; k < window; k++) {
                sum += k == self ? 0 : -1 / epochs[k];
            }
            return sum;
        }
        double product = 1 / epochs[i];
        for (int k = 0; k < window; k++) {
            if (k != i && k != self) {
                product *= -epochs[k] / (epochs[i] - epochs[k]);
            }
        }
        return product;
    }
}
