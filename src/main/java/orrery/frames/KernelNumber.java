package orrery.frames;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Parses a number in a text kernel in the order of operations of SPICE's {@code NPARSD}: the digits before and after
 * the point separately, then powers of ten. One or two numbers in a hundred end up one unit in the last place from the
 * nearest double; results have SPICE's bits only if the same happens here.
 */
final class KernelNumber {
    private static final Pattern SHAPE = Pattern.compile("[+-]?+(\\d++\\.?+\\d*+|\\.\\d++)([eEdD][+-]?+\\d++)?+");
    /** Beyond this, another digit could not be added exactly. */
    private static final double FULL = 1e15;

    private static final int LARGEST_EXPONENT = 400;
    private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};

    private KernelNumber() {}

    /** Whether a word has the form of a number, whatever its size. */
    static boolean isNumber(String word) {
        return SHAPE.matcher(word).matches();
    }

    /** The number in a word such as {@code -1.5D3}; empty if it is not a number, or too large for a double. */
    static OptionalDouble parse(String word) {
        if (!isNumber(word)) {
            return OptionalDouble.empty();
        }
        double whole = 0;
        double decimals = 0;
        double divisor = 1;
        double factor = 1;
        int exponent = 0;
        boolean wholeRounded = false;
        boolean decimalsRounded = false;
        int i = word.charAt(0) == '-' || word.charAt(0) == '+' ? 1 : 0;
        for (; i < word.length() && isDigit(word.charAt(i)); i++) {
            int digit = word.charAt(i) - '0';
            if (whole < FULL) {
                whole = whole * 10 + digit;
            } else {
                exponent++;
                factor /= 10;
                if (!wholeRounded && digit > 5) {
                    whole += 1;
                }
                wholeRounded = true;
            }
        }
        if (i < word.length() && word.charAt(i) == '.') {
            boolean small = whole == 0;
            for (i++; i < word.length() && isDigit(word.charAt(i)); i++) {
                int digit = word.charAt(i) - '0';
                if (small) {
                    if (decimals < FULL) {
                        decimals = decimals * 10 + digit;
                        exponent--;
                    } else if (!decimalsRounded) {
                        decimalsRounded = true;
                        decimals += digit >= 5 ? 1 : 0;
                    }
                } else if (divisor < FULL) {
                    decimals = decimals * 10 + digit;
                    divisor *= 10;
                }
            }
        }
        double value = whole + decimals / divisor * factor;
        if (i < word.length()) {
            exponent += exponent(word.substring(i + 1));
        }
        value = scaled(value, Math.clamp(exponent, -2 * LARGEST_EXPONENT, 2 * LARGEST_EXPONENT));
        return Double.isInfinite(value)
                ? OptionalDouble.empty()
                : OptionalDouble.of(word.charAt(0) == '-' ? -value : value);
    }

    private static double scaled(double given, int exponent) {
        double value = given;
        int left = exponent;
        while (left < -10) {
            value /= POWERS[10];
            left += 10;
        }
        while (left > 10) {
            value *= POWERS[10];
            left -= 10;
        }
        return left < 0 ? value / POWERS[-left] : value * POWERS[left];
    }

    private static int exponent(String text) {
        String digits = text.replaceFirst("^[+-]?0*(?=\\d)", "");
        int size = digits.length() > 3 ? LARGEST_EXPONENT * 2 : Integer.parseInt(digits);
        return text.startsWith("-") ? -size : size;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
