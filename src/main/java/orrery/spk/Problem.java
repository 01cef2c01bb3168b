package orrery.spk;

/**
 * A defect found when a kernel was opened that did not stop the rest from loading.
 *
 * @param segment 0-based position in the file's summaries of the segment concerned, or {@link #FILE}
 * @param text one plain sentence: the defect, its place and its consequence
 */
public record Problem(int segment, String text) {
    /** The problem concerns the file, not one segment. */
    public static final int FILE = -1;

    @Override
    public String toString() {
        return segment == FILE ? text : "segment " + segment + ": " + text;
    }
}
