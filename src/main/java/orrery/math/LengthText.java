package orrery.math;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths and speeds as people write them: {@code 1km}, {@code 10 m}, {@code 5mm}, {@code 1mm/s}. Stateless. */
public final class LengthText {
    private static final Pattern NUMBER = Pattern.compile("([0-9.]+(?:e[-+]?[0-9]+)?)\\s*([a-z]*)(/s)?");

    private LengthText() {}

    /**
     * Parses a length. Units are km, m, cm and mm, in upper or lower case; without one, it is in km.
     *
     * @param text as typed
     * @return km; empty if it is not a positive length
     */
    public static OptionalDouble km(String text) {
        return parse(text, false);
    }

    /**
     * Parses a speed. Units are those of a length a second, such as {@code mm/s}; without one, it is in km/s.
     *
     * @param text as typed
     * @return km/s; empty if it is not a positive speed
     */
    public static OptionalDouble kmPerSecond(String text) {
        return parse(text, true);
    }

    private static OptionalDouble parse(String text, boolean speed) {
        Matcher parts = NUMBER.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches() || (!parts.group(2).isEmpty() && speed != (parts.group(3) != null))) {
            return OptionalDouble.empty();
        }
        double unit = switch (parts.group(2)) {
            case "", "km" -> 1;
            case "m" -> 1e-3;
            case "cm" -> 1e-5;
            case "mm" -> 1e-6;
            default -> Double.NaN;
        };
        try {
            double km = Double.parseDouble(parts.group(1)) * unit;
            return km > 0 && km < Double.POSITIVE_INFINITY ? OptionalDouble.of(km) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    /**
     * Writes a length to three digits, in km, m or mm.
     *
     * @param km the length, not negative
     * @return the text, with the unit; {@code 0} for no length
     */
    public static String format(double km) {
        double m = km * 1e3;
        if (m == 0) {
            return "0";
        }
        return m >= 1e3
                ? String.format(Locale.ROOT, "%.3g km", km)
                : m >= 1 ? String.format(Locale.ROOT, "%.3g m", m) : String.format(Locale.ROOT, "%.3g mm", m * 1e3);
    }
}
