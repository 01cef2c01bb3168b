package orrery.forge;

/**
 * The Gauss-Jackson method: a multistep integrator for second-order equations that keeps second sums of the
 * accelerations, predicts, evaluates, corrects and evaluates again. Two evaluations per step whatever the order, and
 * little rounding: the sums carry their own rounding errors along.
 *
 * <p>Source: Berry and Healy, "Implementation of Gauss-Jackson integration for orbit propagation", Journal of the
 * Astronautical Sciences 52, 331 (2004). The coefficients follow from {@code h D = -ln(1 - B)} with the backward
 * difference {@code B}: position is {@code (h/(hD))^2} and velocity {@code h/(hD)} of the acceleration.
 *
 * <p>For use by one thread.
 */
final class GaussJackson {
    /** Highest backward difference kept. */
    static final int ORDER = 12;
    /**
     * The highest for what is accelerated by its own velocity, such as a rotation: with more, errors would amplify
     * themselves.
     */
    private static final int LOW_ORDER = 6;

    /** The equations of motion. */
    interface Acceleration {
        /** Writes the accelerations at {@code et} for positions {@code x} and velocities {@code v}. */
        void at(double et, double[] x, double[] v, double[] out);
    }

    private static final double[] FIRST = series(1);
    private static final double[] SECOND = series(2);
    private static final Weights HIGH = Weights.of(ORDER);
    private static final Weights LOW = Weights.of(LOW_ORDER);

    private final Acceleration acceleration;
    private final double step;
    private final int size;
    private final int high;
    /** Accelerations of the last steps, newest first. */
    private final double[][] past = new double[ORDER + 1][];
    /** First and second sums of the accelerations, each with its accumulated rounding error. */
    private final double[] sum1;

    private final double[] lost1;
    private final double[] sum2;
    private final double[] lost2;
    private final double[] x;
    private final double[] v;
    private long steps;

    /**
     * Begins at the newest acceleration of the start.
     *
     * @param step s, negative to go back; the start must be at epochs 0, -step, -2 step, ...
     * @param x position at epoch 0; owned by this object afterwards
     * @param v velocity at epoch 0; owned by this object afterwards
     * @param start accelerations at 0, -step, ..., {@link #ORDER} + 1 of them
     * @param high how many of the numbers, from the first, are not accelerated by their own velocities
     */
    GaussJackson(Acceleration acceleration, double step, double[] x, double[] v, double[][] start, int high) {
        this.acceleration = acceleration;
        this.step = step;
        this.size = x.length;
        this.high = high;
        this.x = x;
        this.v = v;
        System.arraycopy(start, 0, past, 0, ORDER + 1);
        this.sum1 = new double[size];
        this.lost1 = new double[size];
        this.sum2 = new double[size];
        this.lost2 = new double[size];
        for (int i = 0; i < size; i++) {
            sum1[i] = v[i] / step - weigh(weights(i).correctVelocity, i);
            // The second difference's series begins with B^-2 - B^-1.
            sum2[i] = x[i] / (step * step) + sum1[i] - weigh(weights(i).correctPosition, i);
        }
    }

    /** TDB seconds past J2000 reached. */
    double et() {
        return steps * step;
    }

    /** Advances by one step. */
    void advance() {
        double et = (steps + 1) * step;
        for (int i = 0; i < size; i++) {
            v[i] = step * (sum1[i] + (lost1[i] + weigh(weights(i).predictVelocity, i)));
            // The series one step ahead begins with B^-2 alone: its B^-1 term is zero.
            x[i] = step * step * (sum2[i] + (lost2[i] + weigh(weights(i).predictPosition, i)));
        }
        double[] newest = past[ORDER];
        acceleration.at(et, x, v, newest);
        System.arraycopy(past, 0, past, 1, ORDER);
        past[0] = newest;
        for (int i = 0; i < size; i++) {
            v[i] = step * (sum1[i] + (lost1[i] + newest[i] + weigh(weights(i).correctVelocity, i)));
            x[i] = step * step * (sum2[i] + (lost2[i] + weigh(weights(i).correctPosition, i)));
        }
        acceleration.at(et, x, v, newest);
        for (int i = 0; i < size; i++) {
            add(sum1, lost1, i, newest[i]);
            add(sum2, lost2, i, sum1[i]);
            lost2[i] += lost1[i];
        }
        steps++;
    }

    /** Adds with compensation of the rounding error (Neumaier). */
    private static void add(double[] sum, double[] lost, int i, double term) {
        double before = sum[i];
        double after = before + term;
        lost[i] += Math.abs(before) >= Math.abs(term) ? (before - after) + term : (term - after) + before;
        sum[i] = after;
    }

    private Weights weights(int i) {
        return i < high ? HIGH : LOW;
    }

    private double weigh(double[] weights, int i) {
        double total = 0;
        for (int j = ORDER; j >= 0; j--) {
            total += weights[j] * past[j][i];
        }
        return total;
    }

    /** The first coefficients of {@code (B / -ln(1 - B))^power} in powers of B. */
    private static double[] series(int power) {
        int n = ORDER + power + 1;
        double[] one = new double[n];
        one[0] = 1;
        for (int k = 1; k < n; k++) {
            for (int j = 0; j < k; j++) {
                one[k] -= one[j] / (k - j + 1);
            }
        }
        if (power == 1) {
            return one;
        }
        double[] squared = new double[n];
        for (int k = 0; k < n; k++) {
            for (int j = 0; j <= k; j++) {
                squared[k] += one[j] * one[k - j];
            }
        }
        return squared;
    }

    /** The same one step ahead: divided by {@code 1 - B}. */
    private static double[] shifted(double[] series) {
        double[] sums = series.clone();
        for (int k = 1; k < sums.length; k++) {
            sums[k] += sums[k - 1];
        }
        return sums;
    }

    /** Converts coefficients of differences, without those of the sums, to weights of the values themselves. */
    private static double[] ordinates(double[] series, int sums, int order) {
        double[] weights = new double[ORDER + 1];
        for (int k = 0; k <= order; k++) {
            double binomial = 1;
            for (int j = 0; j <= k; j++) {
                weights[j] += series[k + sums] * binomial;
                binomial *= -(double) (k - j) / (j + 1);
            }
        }
        return weights;
    }

    /** What accelerations at steps n, n-1, ... contribute, beyond the sums, to the state at n and at n+1. */
    @SuppressWarnings("ArrayRecordComponent") // Made once and never modified.
    private record Weights(
            double[] correctVelocity, double[] correctPosition, double[] predictVelocity, double[] predictPosition) {
        static Weights of(int order) {
            return new Weights(
                    ordinates(FIRST, 1, order),
                    ordinates(SECOND, 2, order),
                    ordinates(shifted(FIRST), 1, order),
                    ordinates(shifted(SECOND), 2, order));
        }
    }
}
