package orrery.files;

/**
 * Text from a file, made safe to show: characters that would control a terminal or reverse a line become visible
 * symbols. All other text is unchanged, in any script.
 *
 * <p>Such characters are the control characters of ASCII and of Latin-1 (C0, DEL, C1), the marks that change the
 * direction of writing, and unpaired surrogates. File names, comments, names in meta-kernels and table headings come
 * from a file's maker, who could otherwise retitle or clear a terminal window, write to the clipboard or make the
 * terminal type an answer.
 */
public final class VisibleText {
    private static final int PICTURES = 0x2400;
    private static final char DELETE = 0x7f;
    private static final char LAST_C1 = 0x9f;

    private VisibleText() {}

    /**
     * Makes a text fit one line: line breaks, tabs and control characters become visible symbols.
     *
     * @param text any text
     * @return the line
     */
    public static String line(String text) {
        return shown(text, false);
    }

    /**
     * Makes control characters of a text visible; line breaks and tabs stay.
     *
     * @param text any text
     * @return the text
     */
    public static String lines(String text) {
        return shown(text, true);
    }

    private static String shown(String text, boolean lines) {
        for (int i = 0; i < text.length(); i++) {
            if (steers(text, i, lines)) {
                return replaced(text, i, lines);
            }
        }
        return text;
    }

    private static String replaced(String text, int from, boolean lines) {
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!steers(text, i, lines)) {
                shown.append(c);
            } else if (c < ' ') {
                shown.append((char) (PICTURES + c));
            } else {
                // In JSON, too, this is the character.
                shown.append("\\u").append(hex(c));
            }
        }
        return shown.toString();
    }

    private static String hex(char c) {
        String digits = Integer.toHexString(c);
        return "0".repeat(4 - digits.length()) + digits;
    }

    private static boolean steers(String text, int i, boolean lines) {
        char c = text.charAt(i);
        if (c < ' ') {
            return !(lines
                    && (c == '\n' || c == '\t' || (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n')));
        }
        if (c < DELETE) {
            return false;
        }
        return c <= LAST_C1 || turns(c) || (Character.isSurrogate(c) && !isPaired(text, i));
    }

    /** Marks of direction, and non-ASCII line and paragraph separators. */
    private static boolean turns(char c) {
        return (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200e
                || c == 0x200f
                || c == 0x061c
                || c == 0x2028
                || c == 0x2029;
    }

    private static boolean isPaired(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
