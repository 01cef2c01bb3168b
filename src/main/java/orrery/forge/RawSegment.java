package orrery.forge;

import orrery.math.QuotedText;

/**
 * One segment as it will be in an SPK file: its summary, its name and its body of doubles, whatever the data type.
 *
 * <p>The body is used unchanged, including directory and trailer (SPK required reading, one section per data type), and
 * is not copied: later changes to {@code data} change what is written. {@link ChebyshevLayout} lays out types 2 and 3.
 *
 * @param target NAIF id of the body that moves
 * @param center NAIF id of the body it moves about
 * @param frame SPICE's number of the frame the states are in; 1 is J2000 (ICRF)
 * @param type SPK data type of the body
 * @param start first epoch covered, TDB seconds past J2000
 * @param end last epoch covered, TDB seconds past J2000
 * @param name segment name, at most 40 characters of printable ASCII
 * @param data the body, in file order; its meaning and units depend on the data type (km, s, km/s)
 */
@SuppressWarnings("ArrayRecordComponent") // The body may be millions of doubles: identity is intended here.
public record RawSegment(
        int target, int center, int frame, int type, double start, double end, String name, double[] data) {
    /** Characters that a DAF name record has per segment: 8 (ND + (NI + 1) / 2) with ND = 2, NI = 6. */
    static final int NAME_LENGTH = 40;

    /** SPICE's number of the frame J2000, which SPICE takes to be the ICRF. */
    public static final int J2000 = 1;

    /**
     * Checks what the file format itself requires; the body is not examined.
     *
     * @throws IllegalArgumentException if the name does not fit, the span is not finite or reversed, or the body is
     * empty
     */
    public RawSegment {
        if (name.length() > NAME_LENGTH) {
            throw new IllegalArgumentException("The segment name \"%s\" has %d characters; a DAF allows %d, shorten it."
                    .formatted(name, name.length(), NAME_LENGTH));
        }
        if (!isPrintable(name)) {
            throw new IllegalArgumentException(
                    "The segment name \"%s\" is not printable ASCII; rename the segment.".formatted(name));
        }
        if (!Double.isFinite(start) || !Double.isFinite(end) || start > end) {
            throw new IllegalArgumentException(
                    "The segment of %d wrt %d runs from %s to %s; give a finite span that runs forward."
                            .formatted(target, center, start, end));
        }
        if (data.length == 0) {
            throw new IllegalArgumentException(
                    "The segment of %d wrt %d has no data; leave it out.".formatted(target, center));
        }
    }

    /**
     * Makes a segment name.
     *
     * @param text any text
     * @return its beginning, as {@link QuotedText#ascii}
     */
    public static String nameOf(String text) {
        String plain = QuotedText.ascii(text).strip();
        return plain.substring(0, Math.min(NAME_LENGTH, plain.length()));
    }

    static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
