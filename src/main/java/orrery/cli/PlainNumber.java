package orrery.cli;

import com.fasterxml.jackson.core.io.NumberInput;

/**
 * A decimal number as people and programs write it: {@code -12.5e3}, and {@code Infinity} and {@code NaN}. Other forms
 * that Java accepts are excluded: {@code 1d} means a day to most people, and is no number here.
 */
final class PlainNumber {
    private PlainNumber() {}

    /**
     * Its value, the nearest double.
     *
     * @throws NumberFormatException if the text is not a number
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
        // The same double as Double.parseDouble gives, four times faster for seventeen digits.
        return NumberInput.parseDouble(number, true);
    }

    /** Digits with an optional point, and an optional exponent. */
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
