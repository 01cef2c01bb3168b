package orrery.time;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orrery.math.Constants;

/**
 * The rate at which time passes in the sky, as people type it: {@code 6h} is six hours per second, {@code -10d} ten
 * days per second backwards. Units are s, min, h, d and y (the Julian year).
 */
public final class Pace {
    private static final Pattern TEXT =
            Pattern.compile("(-?)([0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]{1,3})?) *(s|min|h|d|y)");
    private static final Map<String, Double> UNITS =
            Map.of("s", 1.0, "min", 60.0, "h", 3600.0, "d", Constants.DAY, "y", Constants.JULIAN_YEAR);
    private static final String[] LARGEST_FIRST = {"y", "d", "h", "min", "s"};
    private static final int LONGEST = 40;

    private Pace() {}

    /**
     * Reads a pace, such as {@code 6h} or {@code -10d}.
     *
     * @param text what a person typed
     * @return seconds of sky time per second, finite; empty if the text is not a pace
     */
    public static OptionalDouble parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (text.length() > LONGEST || !matcher.matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(matcher.group(2)) * UNITS.getOrDefault(matcher.group(3), 1.0);
        if (!Double.isFinite(value)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(matcher.group(1).isEmpty() ? value : -value);
    }

    /**
     * Writes a pace in the largest unit of which it is a whole number, or else in seconds; {@link #parse} reads it back
     * as the same bits.
     *
     * @param secondsASecond seconds of sky time per second, finite
     * @return the text
     */
    public static String format(double secondsASecond) {
        for (String unit : LARGEST_FIRST) {
            double count = secondsASecond / UNITS.getOrDefault(unit, 1.0);
            if (count != 0 && count == Math.rint(count) && Math.abs(count) < 1e9) {
                String whole = String.format(Locale.ROOT, "%.0f%s", count, unit);
                if (parse(whole).equals(OptionalDouble.of(secondsASecond))) {
                    return whole;
                }
            }
        }
        return secondsASecond == 0 ? "0s" : Double.toString(secondsASecond) + "s";
    }
}
