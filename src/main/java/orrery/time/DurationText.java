package orrery.time;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orrery.math.Constants;

/** Lengths of time as people write them: {@code 90s}, {@code 12h}, {@code 1d}. Stateless. */
public final class DurationText {
    private static final Pattern STEP = Pattern.compile("([0-9.]+)([smhd]?)");

    private DurationText() {}

    /**
     * Parses a length of time. Units are s, m (minutes), h and d, in upper or lower case; without one, it is in
     * seconds.
     *
     * @param text a number and, directly after it, a unit: {@code 90s}
     * @return seconds; empty if it is not a positive length of time
     */
    public static OptionalDouble seconds(String text) {
        Matcher parts = STEP.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return OptionalDouble.empty();
        }
        try {
            double seconds = Double.parseDouble(parts.group(1))
                    * switch (parts.group(2)) {
                        case "m" -> 60;
                        case "h" -> 3_600;
                        case "d" -> Constants.DAY;
                        default -> 1;
                    };
            return seconds > 0 && seconds < Double.POSITIVE_INFINITY
                    ? OptionalDouble.of(seconds)
                    : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }
}
