package orrery.time;

import java.io.Serial;

/**
 * A text that is no date: says what is wrong with it, where, and what is accepted instead.
 *
 * <p>{@link #reason()} alone is short enough to stand beneath a date field; {@link #getMessage()} stands alone.
 */
public final class DateFormatException extends IllegalArgumentException {
    /** Closes each message. */
    public static final String EXAMPLE =
            "Write for example 2026-11-22, 2026-11-22T12:34:56.789 UTC, 2026-326, JD 2451545.0, MJD 60000 or now.";

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUOTED = 60;

    /** What was to be read. */
    private final String text;
    /** Where in the text it is wrong, counted from 0. */
    private final int position;
    /** What is wrong there. */
    private final String reason;

    DateFormatException(String text, int position, String reason) {
        super("Not a date: \"" + quoted(text) + "\": " + reason + " (at character " + (position + 1) + "). " + EXAMPLE);
        this.text = text;
        this.position = position;
        this.reason = reason;
    }

    /** The whole text that was to be a date. */
    public String text() {
        return text;
    }

    /** Where in {@link #text()} the fault was seen, counted from 0; its length where something is missing at the end. */
    public int position() {
        return position;
    }

    /** What is wrong, as one clause: {@code month 13: months run 01 to 12}. */
    public String reason() {
        return reason;
    }

    /** A text made fit to stand in a sentence: no control characters, not endless. */
    static String quoted(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && i < LONGEST_QUOTED; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
        }
        return text.length() > LONGEST_QUOTED ? shown.append('…').toString() : shown.toString();
    }
}
