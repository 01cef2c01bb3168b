package orrery.spk;

import java.nio.DoubleBuffer;

/**
 * Records of one size, one after another, as views whose 32-bit indices the compiler checks once a loop: as many records to a
 * view as fit in 2 GiB, so one view in all but monstrous segments.
 *
 * <p>Immutable and thread-safe as long as the bytes beneath stay mapped. The views are read by index only, so their positions
 * never move.
 */
final class RecordViews {
    /** Words. */
    private static final int LARGEST_VIEW = Integer.MAX_VALUE / Double.BYTES;

    private final DoubleBuffer[] views;
    private final int size;
    private final int viewed;

    /**
     * @param begin address of the first record
     * @param size words a record, at least 1
     * @param records how many there are, at least 1; the caller has checked that they lie within the segment
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

    /** The view that holds a record, 0-based. */
    DoubleBuffer view(int record) {
        return views.length == 1 ? views[0] : views[record / viewed];
    }

    /** Where a record, 0-based, begins in its view. */
    int at(int record) {
        return (views.length == 1 ? record : record % viewed) * size;
    }
}
