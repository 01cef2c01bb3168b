package orrery.time;

import java.io.Serial;
import orrery.math.QuotedText;

/**
 * Thrown for a text that is not a date; describes what is wrong with it, where, and what is accepted instead.
 *
 * <p>{@link #reason()} is short enough for the line below a date field; {@link #getMessage()} is complete in itself.
 */
public final class DateFormatException extends IllegalArgumentException {
    /** The end of each message. */
    public static final String EXAMPLE =
            "Write for example 2026-11-22, 2026-11-22T12:34:56.789 UTC, 2026-326, JD 2451545.0, MJD 60000 or now.";

    @Serial
    private static final long serialVersionUID = 1L;

    /** The text to be read. */
    private final String text;
    /** The position of the fault in the text, from 0. */
    private final int position;
    /** What is wrong at that position. */
    private final String reason;

    DateFormatException(String text, int position, String reason) {
        super("Not a date: " + QuotedText.of(text) + ": " + reason + " (at character " + (position + 1) + "). "
                + EXAMPLE);
        this.text = text;
        this.position = position;
        this.reason = reason;
    }

    /** {@return the whole text that should have been a date} */
    public String text() {
        return text;
    }

    /**
     * {@return the index in {@link #text()} at which the fault was found, from 0; its length if something is missing at
     * the end}
     */
    public int position() {
        return position;
    }

    /** {@return what is wrong, as one clause: {@code month 13: months run 01 to 12}} */
    public String reason() {
        return reason;
    }
}
