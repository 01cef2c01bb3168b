package orrery.library;

import org.jspecify.annotations.Nullable;
import orrery.spk.Segment;
import orrery.spk.SegmentInfo;

/**
 * The row of one segment in a table; a value, readable after its kernel is closed.
 *
 * @param info its descriptor
 * @param typeName name of the data type
 * @param granuleSeconds length of a granule; NaN if they differ
 * @param degree degree of the polynomials; -1 if there are none
 * @param records number of granules; 0 if unknown
 * @param usable whether it can be queried for states
 * @param trouble what is wrong with it, such as records that do not contain what the descriptor promises; empty if
 * nothing
 */
public record SegmentRow(
        SegmentInfo info,
        String typeName,
        double granuleSeconds,
        int degree,
        long records,
        boolean usable,
        String trouble) {

    /** @param refusal why its states are refused although it is sound in itself, null if they are not */
    static SegmentRow of(Segment segment, @Nullable String refusal) {
        return new SegmentRow(
                segment.info(),
                segment.typeName(),
                segment.granuleLength(),
                segment.degree(),
                segment.records(),
                segment.usable() && refusal == null,
                refusal == null ? segment.trouble() : "set aside: " + refusal);
    }

    public int target() {
        return info.target();
    }

    public int center() {
        return info.center();
    }

    /** TDB seconds past J2000. */
    public double start() {
        return info.start();
    }

    /** TDB seconds past J2000. */
    public double end() {
        return info.end();
    }
}
