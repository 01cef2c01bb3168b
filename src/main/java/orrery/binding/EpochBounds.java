package orrery.binding;

import java.util.Arrays;

/**
 * Ascending epochs at which something changes, and between which of them an epoch lies, found in a step or two however many
 * there are: the span is cut into as many equal slots as there are bounds, and of each slot it is known which bounds lie in
 * it. Where all bounds lie in one slot, halving finds the place.
 *
 * <p>Immutable, thread-safe; asking allocates nothing.
 */
final class EpochBounds {
    /** Fewer are halved at once. */
    private static final int FEW = 16;

    private final double[] bounds;
    /** For slot i at i the number of bounds in earlier slots; at i + 1 so of those in slots up to i. Empty for few bounds. */
    private final int[] before;

    private final double scale;

    /**
     * Takes the bounds.
     *
     * @param bounds TDB seconds past J2000, finite, strictly ascending; kept, not to be changed
     */
    EpochBounds(double[] bounds) {
        this.bounds = bounds;
        double length = bounds.length < FEW ? 0 : bounds[bounds.length - 1] - bounds[0];
        this.scale = bounds.length / length;
        if (bounds.length < FEW || !(scale > 0 && scale <= Double.MAX_VALUE)) {
            this.before = new int[0];
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

    /** Never less for a later epoch, however it is rounded: so that bounds of other slots lie on the side that they must. */
    private int slot(double et) {
        return Math.min((int) ((et - bounds[0]) * scale), bounds.length);
    }

    /** The epochs, TDB seconds past J2000; not to be changed. */
    double[] values() {
        return bounds;
    }

    /**
     * Tells where an epoch lies.
     *
     * @param et TDB seconds past J2000
     * @return 2i at the i-th bound, 2i + 1 between it and the next; -1 outside all of them, or for no number
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

    /** {@return the epochs in a copy} */
    double[] copy() {
        return Arrays.copyOf(bounds, bounds.length);
    }
}
