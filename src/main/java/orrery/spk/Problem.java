package orrery.spk;

/**
 * Something unsound that was found in a kernel at open and did not stop the rest from loading.
 *
 * @param segment 0-based position in the file's summaries of the segment concerned, or {@link #FILE}
 * @param text one plain sentence: what, where, what follows
 */
public record Problem(int segment, String text) {
    /** The problem is of the file, not of one segment. */
    public static final int FILE = -1;

    @Override
    public String toString() {
        return segment == FILE ? text : "segment " + segment + ": " + text;
    }
}
