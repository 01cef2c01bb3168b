package orrery.spk;

/**
 * A place where a segment's records do not agree with its descriptor or its directory, found by reading them all
 * ({@link SpkFile#examine}): what opening does not look for.
 *
 * @param segment 0-based position in the file's summaries
 * @param record 0-based number of the first record concerned, or {@link #WHOLE}
 * @param count how many records are concerned in the same way, at least 1
 * @param text what the first of them says, against what it should; a sentence with the numbers, records counted from 1
 * @param effect what becomes of states that are asked there
 */
public record Mismatch(int segment, long record, long count, String text, Effect effect) {
    /** It concerns no one record. */
    public static final long WHOLE = -1;

    /** What becomes of states that rest on a mismatch. */
    public enum Effect {
        /** Nothing: the bytes concerned are not read for any state. */
        UNAFFECTED("Answers are not affected."),
        /** A typed error, never a number. */
        REFUSED("States asked %s are refused."),
        /** They are given as the record says, as by SPICE; if it is the record that is damaged, they are wrong. */
        DOUBTFUL("States asked %s are given as stored and may be wrong.");

        private final String said;

        Effect(String said) {
            this.said = said;
        }
    }

    /** {@return the mismatch in sentences: what it is, how often it occurs, and what follows from it} */
    public String sentence() {
        return text
                + (count == 1 ? " " : " So do " + (count - 1) + " more. ")
                + effect.said.replace("%s", record == WHOLE ? "of it" : "there");
    }

    @Override
    public String toString() {
        return "segment " + segment + ": " + sentence();
    }
}
