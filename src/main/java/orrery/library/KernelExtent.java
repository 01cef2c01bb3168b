package orrery.library;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A kernel's segments taken together, computed once at reading: a window needs it constantly, and a kernel may have a
 * quarter of a million segments.
 *
 * @param start first epoch of any usable segment, TDB seconds past J2000; NaN if there is none
 * @param end last epoch of any usable segment, TDB seconds past J2000; NaN if there is none
 * @param targets the bodies with segments, ascending
 * @param usable number of usable segments
 * @param records number of records of all segments
 */
public record KernelExtent(double start, double end, NavigableSet<Integer> targets, int usable, long records) {
    static KernelExtent of(List<SegmentRow> segments) {
        NavigableSet<Integer> targets = new TreeSet<>();
        double start = Double.POSITIVE_INFINITY;
        double end = Double.NEGATIVE_INFINITY;
        int usable = 0;
        long records = 0;
        for (SegmentRow row : segments) {
            targets.add(row.target());
            records += row.records();
            if (row.usable()) {
                usable++;
                start = Math.min(start, row.start());
                end = Math.max(end, row.end());
            }
        }
        boolean any = usable > 0;
        return new KernelExtent(
                any ? start : Double.NaN,
                any ? end : Double.NaN,
                Collections.unmodifiableNavigableSet(targets),
                usable,
                records);
    }
}
