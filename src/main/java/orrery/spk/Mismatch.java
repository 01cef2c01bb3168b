package orrery.spk;

/**
 * A place where a segment's records do not agree with its descriptor or its directory, found by reading them all
 * ({@link SpkFile#examine}); opening a file does not look for these.
 *
 * @param segment 0-based position in the file's summaries
 * @param record 0-based number of the first record concerned, or {@link #WHOLE}
 * @param count how many records are affected in the same way, at least 1
 * @param text the content of the first of them, compared with what it should be; a sentence with the numbers, records
 *     counted from 1
 * @param effect the effect on states computed there
 */
public record Mismatch(int segment, long record, long count, String text, Effect effect) {
    /** The mismatch does not concern a single record. */
    public static final long WHOLE = -1;

    /** The effect of a mismatch on states. */
    public enum Effect {
        /** None: the bytes concerned are not used for any state. */
        UNAFFECTED("Answers are not affected."),
        /** A typed error, never a number. */
        REFUSED("States asked %s are refused."),
        /** States are computed from the record, as in SPICE; if the record itself is damaged, they are wrong. */
        DOUBTFUL("States asked %s are given as stored and may be wrong.");

        private final String words;

        Effect(String words) {
            this.words = words;
        }
    }

    /** {@return the mismatch in sentences: what it is, how often it occurs, and what follows from it} */
    public String sentence() {
        return text
                + (count == 1 ? " " : " So do " + (count - 1) + " more. ")
                + effect.words.replace("%s", record == WHOLE ? "of it" : "there");
    }

    @Override
    public String toString() {
        return "segment " + segment + ": " + sentence();
    }
}
