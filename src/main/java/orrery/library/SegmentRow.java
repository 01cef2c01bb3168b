package orrery.library;

import org.jspecify.annotations.Nullable;
import orrery.spk.Segment;
import orrery.spk.SegmentInfo;

/**
 * What a table says of one segment; a value, readable after its kernel is closed.
 *
 * @param info its descriptor
 * @param typeName the data type in words
 * @param granuleSeconds length of a granule; NaN where they differ
 * @param degree of the polynomials; -1 where they have none
 * @param records number of granules; 0 where unknown
 * @param usable whether states can be asked of it
 * @param trouble what is wrong with it, such as records that do not hold what the descriptor promises; empty if nothing
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
