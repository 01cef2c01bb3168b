package orrery.spk;

import java.nio.DoubleBuffer;

/**
 * Contiguous records of one size, as views whose 32-bit indices the compiler checks once per loop. Each view has as
 * many records as fit in 2 GiB, so there is one view in all but monstrous segments.
 *
 * <p>Immutable and thread-safe as long as the bytes beneath stay mapped. The views are read by index only, so their
 * positions never change.
 */
final class RecordViews {
    /** Words. */
    private static final int LARGEST_VIEW = Integer.MAX_VALUE / Double.BYTES;

    private final DoubleBuffer[] views;
    private final int size;
    private final int viewed;

    /**
     * @param begin address of the first record
     * @param size words per record, at least 1
     * @param records how many there are, at least 1; the caller has checked that they are within the segment
     */
    RecordViews(DafWords words, long begin, int size, int records) {
        this.size = size;
        this.viewed = LARGEST_VIEW / size;
        this.views = new DoubleBuffer[(records - 1) / viewed + 1];
        for (int v = 0; v < views.length; v++) {
            int from = v * viewed;
            views[v] = words.view(begin + (long) from * size, (long) size * Math.min(viewed, records - from));
        }
    }

    /** The view that contains a record, 0-based. */
    DoubleBuffer view(int record) {
        return views.length == 1 ? views[0] : views[record / viewed];
    }

    /** The position at which a record, 0-based, begins in its view. */
    int at(int record) {
        return (views.length == 1 ? record : record % viewed) * size;
    }
}
