package orrery.cli;

import java.util.regex.Pattern;

/**
 * A number as people and programs write it in decimal: {@code -12.5e3}, and {@code Infinity} and {@code NaN}. Not the
 * rest of what Java takes for one: {@code 1d} is a day to most, and no number here.
 */
final class PlainNumber {
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|Infinity)|NaN");

    private PlainNumber() {}

    /**
     * Its value, the nearest double.
     *
     * @throws NumberFormatException if the text is none
     */
    static double parse(String text) {
        String number = text.strip();
        if (!DECIMAL.matcher(number).matches()) {
            throw new NumberFormatException("\"" + text + "\" is not a number.");
        }
        return Double.parseDouble(number);
    }
}
