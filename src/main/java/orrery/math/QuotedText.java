package orrery.math;

/** Text of a user or a file, as quoted in a message or written to a kernel. Stateless. */
public final class QuotedText {
    private static final int LONGEST = 60;

    private QuotedText() {}

    /**
     * Quotes a text.
     *
     * @param text any text
     * @return the text in quotation marks, cut after 60 characters, with a question mark for each character that would
     *     not print
     */
    public static String of(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return '"' + shown.replaceAll("[\\p{Cc}\\p{Cs}]", "?") + '"';
    }

    /**
     * Makes a text fit a DAF, whose names and comments are printable ASCII.
     *
     * @param text any text
     * @return the text, with a question mark for each other character
     */
    public static String ascii(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
