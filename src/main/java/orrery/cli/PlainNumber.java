package orrery.cli;

import com.fasterxml.jackson.core.io.NumberInput;

/**
 * A number as people and programs write it in decimal: {@code -12.5e3}, and {@code Infinity} and {@code NaN}. Not the
 * rest of what Java takes for one: {@code 1d} is a day to most, and no number here.
 */
final class PlainNumber {
    private PlainNumber() {}

    /**
     * Its value, the nearest double.
     *
     * @throws NumberFormatException if the text is none
     */
    static double parse(String text) {
        String number = text.strip();
        int from = !number.isEmpty() && isSign(number.charAt(0)) ? 1 : 0;
        if (number.equals("NaN") || (number.startsWith("Infinity", from) && number.length() == from + 8)) {
            return Double.parseDouble(number);
        }
        if (!isDecimal(number, from)) {
            throw new NumberFormatException("\"" + text + "\" is not a number.");
        }
        // The same double as Double.parseDouble's, four times as soon where there are seventeen digits.
        return NumberInput.parseDouble(number, true);
    }

    /** Digits with a point among, before or after them or none, and maybe an exponent. */
    private static boolean isDecimal(String text, int from) {
        int at = afterDigits(text, from);
        int digits = at - from;
        if (at < text.length() && text.charAt(at) == '.') {
            int after = afterDigits(text, at + 1);
            digits += after - at - 1;
            at = after;
        }
        if (digits > 0 && at < text.length() && (text.charAt(at) | 0x20) == 'e') {
            int exponent = at + 1 < text.length() && isSign(text.charAt(at + 1)) ? at + 2 : at + 1;
            at = afterDigits(text, exponent);
            return at > exponent && at == text.length();
        }
        return digits > 0 && at == text.length();
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }
}
