package orrery.spk;

/**
 * A segment's descriptor (SPK Required Reading, "Segments -- The Fundamental SPK Building Blocks").
 *
 * @param index 0-based position in the file's summaries, including unusable segments
 * @param name segment identifier, at most 40 characters; empty if the name record cannot be read
 * @param target NAIF id of the body described; in a binary PCK, the class id of the frame
 * @param center NAIF id of the body that the states are relative to; 0 in a binary PCK
 * @param frame SPICE's id of the reference frame; 1 is J2000; in a binary PCK, the frame that the angles refer to
 * @param type SPK data type
 * @param start first epoch covered, TDB seconds past J2000
 * @param end last epoch covered, TDB seconds past J2000
 * @param begin address of the first double of the data, 1-based (DAF address)
 * @param last address of the last double of the data
 */
public record SegmentInfo(
        int index,
        String name,
        int target,
        int center,
        int frame,
        int type,
        double start,
        double end,
        int begin,
        int last) {

    /** {@return the offset of the segment's data from the beginning of the file, in bytes} */
    public long offset() {
        return (begin - 1L) * Double.BYTES;
    }

    /**
     * Returns whether the segment's states depend on the leap seconds in force: the formulas for two-line elements
     * count the Earth's rotation in UTC.
     *
     * @return whether this is a segment of two-line elements
     */
    public boolean needsLeapSeconds() {
        return type == SpkType.TWO_LINE_ELEMENTS.number();
    }

    /** {@return the size of the segment's data in bytes} */
    public long bytes() {
        return (last - (long) begin + 1L) * Double.BYTES;
    }
}
