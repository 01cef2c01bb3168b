package orrery.binding;

import java.util.Arrays;

/**
 * Ascending epochs at which something changes, with a lookup that finds the two around an epoch in a step or two,
 * however many there are. The span is divided into as many equal slots as there are bounds, with an index of the bounds
 * in each slot. If all bounds are in one slot, a binary search finds the place.
 *
 * <p>Immutable, thread-safe; lookups allocate nothing.
 */
final class EpochBounds {
    /** Below this number, a binary search runs without slots. */
    private static final int FEW = 16;

    private static final int[] NONE = {};

    private final double[] bounds;
    /**
     * At index i, the number of bounds in slots before i; so at i + 1, the number in slots up to i. Empty for few
     * bounds.
     */
    private final int[] before;

    private final double scale;

    /**
     * Builds the index.
     *
     * @param bounds TDB seconds past J2000, finite, strictly ascending; kept, so must not be changed
     */
    EpochBounds(double[] bounds) {
        this.bounds = bounds;
        double length = bounds.length < FEW ? 0 : bounds[bounds.length - 1] - bounds[0];
        this.scale = bounds.length / length;
        if (bounds.length < FEW || !(scale > 0 && scale <= Double.MAX_VALUE)) {
            this.before = NONE;
            return;
        }
        this.before = new int[bounds.length + 2];
        for (double bound : bounds) {
            before[slot(bound) + 1]++;
        }
        for (int i = 1; i < before.length; i++) {
            before[i] += before[i - 1];
        }
    }

    /** Monotonic in the epoch, whatever the rounding, so bounds in other slots are always on the correct side. */
    private int slot(double et) {
        return Math.min((int) ((et - bounds[0]) * scale), bounds.length);
    }

    /** The epochs, TDB seconds past J2000; must not be changed. */
    double[] values() {
        return bounds;
    }

    /**
     * Locates an epoch among the bounds.
     *
     * @param et TDB seconds past J2000
     * @return 2i at the i-th bound, 2i + 1 between it and the next; -1 outside all of them, or for NaN
     */
    int piece(double et) {
        int low = 0;
        int high = bounds.length - 1;
        if (high < 0 || !(bounds[low] <= et && et <= bounds[high])) {
            return -1;
        }
        if (before.length > 0) {
            int slot = slot(et);
            low = Math.max(before[slot] - 1, 0);
            high = before[slot + 1] - 1;
        }
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (bounds[middle] <= et) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return bounds[low] == et ? 2 * low : 2 * low + 1;
    }

    /** {@return a copy of the epochs} */
    double[] copy() {
        return Arrays.copyOf(bounds, bounds.length);
    }
}
