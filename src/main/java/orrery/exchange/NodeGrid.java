package orrery.exchange;

import java.util.Arrays;
import java.util.List;
import orrery.binding.GranuleWalk;
import orrery.spk.Hermite;

/**
 * Epochs at which a trajectory is written, and the interpolation between them as in SPICE for types 8, 9, 12 and 13:
 * what a reader of the file will compute. For use by one thread.
 */
final class NodeGrid {
    /** Queries the kernels. */
    @FunctionalInterface
    interface StateSource {
        void state(double et, double[] out);
    }

    /** Where between two nodes the interpolation is checked against the kernels, as fractions of the step. */
    private static final double[] BETWEEN = {0.25, 0.5, 0.75};

    /** The rounding error of a coordinate: units in the last place. */
    private static final double ROUNDING = 16;

    private final double[] epochs;
    private final Interpolation how;
    private final int window;
    private final StateSource source;
    private final List<GranuleWalk> originals;
    /** Where the granule of each of them ends that was met last. */
    private final double[] ends;

    private final double[] states;
    private final long[] held;
    private final double[] work;
    private final double[] one = new double[6];
    private final double[] other = new double[6];

    double far;
    double farAt = Double.NaN;
    double fast;
    /** The worst ratio of error to bound: 1 where the bound is just met. */
    double excess;
    /** The epoch of it. */
    double hard = Double.NaN;

    /** @param originals the segments that answer: at their own epochs the interpolation is checked too */
    NodeGrid(double[] epochs, Interpolation how, StateSource source, List<GranuleWalk> originals) {
        this.epochs = epochs;
        this.how = how;
        this.window = how.window(epochs.length);
        this.source = source;
        this.originals = originals;
        this.ends = new double[originals.size()];
        this.states = new double[6 * window];
        this.held = new long[window];
        Arrays.fill(held, -1);
        this.work = new double[how.hermite() ? Hermite.scratch(window) + 6 * window : window];
    }

    String method() {
        return how.hermite() ? "Hermite" : "Lagrange";
    }

    int degree() {
        return how.degreeOf(window);
    }

    /**
     * Checks the interpolation against the kernels between all nodes.
     *
     * @param km bound of positions
     * @param kmPerSecond bound of velocities
     * @return whether all meet the bounds
     */
    boolean measure(double km, double kmPerSecond) {
        far = 0;
        fast = 0;
        excess = 0;
        Arrays.fill(ends, Double.NEGATIVE_INFINITY);
        for (int i = 0; i + 1 < epochs.length; i++) {
            int low = i;
            double step = epochs[i + 1] - epochs[i];
            for (double part : BETWEEN) {
                compare(low, epochs[i] + part * step, km, kmPerSecond);
            }
            for (int k = 0; k < ends.length; k++) {
                if (ends[k] <= epochs[i]) {
                    ends[k] = originals.get(k).end(epochs[i]);
                }
                if (ends[k] < epochs[i + 1]) {
                    originals.get(k).between(epochs[i], epochs[i + 1], et -> compare(low, et, km, kmPerSecond));
                }
            }
        }
        return excess <= 1;
    }

    private void compare(int low, double et, double km, double kmPerSecond) {
        source.state(et, other);
        interpolate(low, et);
        double apart = apart(0);
        double size = Math.max(Math.abs(other[0]), Math.max(Math.abs(other[1]), Math.abs(other[2])));
        double rounding = ROUNDING * Math.ulp(size);
        double faster = apart(3);
        if (apart > far || Double.isNaN(farAt)) {
            far = apart;
            farAt = et;
        }
        fast = Math.max(fast, faster);
        double step = Math.max(epochs[low + 1] - epochs[low], 1e-3);
        double share = Math.max(apart / Math.max(km, rounding), faster / Math.max(kmPerSecond, rounding / step));
        if (share > excess) {
            excess = share;
            hard = et;
        }
    }

    private double apart(int from) {
        double x = one[from] - other[from];
        double y = one[from + 1] - other[from + 1];
        double z = one[from + 2] - other[from + 2];
        return Math.sqrt(x * x + y * y + z * z);
    }

    private double[] held(int node) {
        int place = node % window;
        if (held[place] != node) {
            double[] state = new double[6];
            source.state(epochs[node], state);
            System.arraycopy(state, 0, states, 6 * place, 6);
            held[place] = node;
        }
        System.arraycopy(states, 6 * place, one, 0, 6);
        return one;
    }

    /** Interpolates between a node and the next one, in SPICE's window. */
    private void interpolate(int low, double et) {
        int middle = low;
        if ((window & 1) == 1 && !(Math.abs(et - epochs[low]) < Math.abs(et - epochs[low + 1]))) {
            middle = low + 1;
        }
        int from = Math.clamp(middle - (window - 1) / 2, 0, epochs.length - window);
        if (how.hermite()) {
            for (int i = 0; i < window; i++) {
                double[] state = held(from + i);
                for (int axis = 0; axis < 3; axis++) {
                    work[Hermite.row(2 * i) + axis] = state[axis];
                    work[Hermite.row(2 * i + 1) + axis] = state[3 + axis];
                }
                work[Hermite.abscissae(window) + i] = epochs[from + i];
            }
            Hermite.interpolate(window, et, work);
            System.arraycopy(work, 0, one, 0, 3);
            System.arraycopy(work, Hermite.derivatives(window), one, 3, 3);
            return;
        }
        double[] all = new double[6 * window];
        for (int i = 0; i < window; i++) {
            System.arraycopy(held(from + i), 0, all, 6 * i, 6);
        }
        for (int axis = 0; axis < 6; axis++) {
            for (int i = 0; i < window; i++) {
                work[i] = all[6 * i + axis];
            }
            for (int j = 1; j < window; j++) {
                for (int i = 0; i + j < window; i++) {
                    double left = epochs[from + i];
                    double right = epochs[from + i + j];
                    work[i] = ((right - et) * work[i] + (et - left) * work[i + 1]) / (right - left);
                }
            }
            one[axis] = work[0];
        }
    }
}
