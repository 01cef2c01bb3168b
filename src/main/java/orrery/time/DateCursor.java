package orrery.time;

import java.util.Locale;

/**
 * A cursor that moves over a text from left to right and reads the letters, digits, signs and spaces of a date, or
 * reports the fault at a position. For one text and one thread.
 */
abstract class DateCursor {
    final String text;
    int at;

    DateCursor(String text) {
        this.text = text;
    }

    final void end() {
        skipBlanks();
        if (at < text.length()) {
            throw fault(at, unexpected(peek()));
        }
    }

    final int twoDigits(String what) {
        int start = at;
        int value = (int) digits(2, "the " + what);
        if (at - start != 2) {
            throw fault(start, at == start ? "no " + what : what + " " + value + ": write two digits, 0" + value);
        }
        return value;
    }

    /** Reads all digits that follow; if there are none, returns 0 and leaves the cursor in place. */
    final long digits(int most, String what) {
        int start = at;
        long value = 0;
        while (isDigit(peek())) {
            if (at - start == most) {
                throw fault(start, what + " has at most " + most + " digits");
            }
            value = value * 10 + (peek() - '0');
            at++;
        }
        return value;
    }

    /** Reads {@code .789} or {@code ,789}; if there is none, returns 0. */
    final double fraction() {
        if (peek() != '.' && peek() != ',') {
            return 0;
        }
        int start = at;
        at++;
        while (isDigit(peek())) {
            at++;
        }
        return at == start + 1 ? 0 : Double.parseDouble("0." + text.substring(start + 1, at));
    }

    final int sign() {
        char c = peek();
        if (c == '-' || c == '+') {
            at++;
            return c == '-' ? -1 : 1;
        }
        return 0;
    }

    final String word() {
        int start = at;
        while (isLetter(peek())) {
            at++;
        }
        return text.substring(start, at).toUpperCase(Locale.ROOT);
    }

    final void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    final char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    static String unexpected(char c) {
        return "unexpected '" + (Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c) + "'";
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    final DateFormatException fault(int position, String reason) {
        return new DateFormatException(text, position, reason);
    }
}
