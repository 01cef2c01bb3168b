package orrery.spk;

import java.nio.DoubleBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Contiguous records of one size, as views whose 32-bit indices the compiler checks once per loop. All segments of a
 * file of up to 2 GiB share one view of it: a view of its own costs a segment more memory than everything else that is
 * known of it. In a larger file a segment has its own, each of as many records as fit in 2 GiB.
 *
 * <p>Immutable and thread-safe as long as the bytes beneath stay mapped. The views are read by index only, so their
 * positions never change.
 */
final class RecordViews {
    private static final DoubleBuffer[] NONE = {};

    /** The one view of all records, as nearly always; null if there are several. */
    private final @Nullable DoubleBuffer only;

    private final DoubleBuffer[] views;
    private final int size;
    private final int viewed;
    /** Where the first record begins in the first view. */
    private final int first;

    /**
     * @param begin address of the first record
     * @param size words per record, at least 1
     * @param records how many there are, at least 1; the caller has checked that they are within the segment
     */
    RecordViews(DafWords words, long begin, int size, int records) {
        this.size = size;
        this.viewed = DafWords.LARGEST_VIEW / size;
        this.only = words.whole();
        if (only != null) {
            this.views = NONE;
            this.first = (int) (begin - 1);
            return;
        }
        this.first = 0;
        this.views = new DoubleBuffer[(records - 1) / viewed + 1];
        for (int v = 0; v < views.length; v++) {
            int from = v * viewed;
            views[v] = words.view(begin + (long) from * size, (long) size * Math.min(viewed, records - from));
        }
    }

    /** The view that contains a record, 0-based. */
    DoubleBuffer view(int record) {
        DoubleBuffer one = only;
        return one != null ? one : views[record / viewed];
    }

    /** The position at which a record, 0-based, begins in its view. */
    int at(int record) {
        return only != null ? first + record * size : record % viewed * size;
    }
}
