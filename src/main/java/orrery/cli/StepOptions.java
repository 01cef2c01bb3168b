package orrery.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orrery.math.Constants;

/** Lengths of time as people give them on the command line. */
final class StepOptions {
    private static final Pattern STEP = Pattern.compile("([0-9.]+)([smhd]?)");

    private StepOptions() {}

    /**
     * A length of time.
     *
     * @param option what it was given for, for the error
     * @param text such as {@code 90s}, {@code 12h} or {@code 1d}; without a unit seconds
     * @return s
     * @throws UsageException if it is no positive length
     */
    static double seconds(String option, String text) {
        Matcher parts = STEP.matcher(text.strip().toLowerCase(Locale.ROOT));
        double seconds = Double.NaN;
        if (parts.matches()) {
            try {
                seconds = PlainNumber.parse(parts.group(1))
                        * switch (parts.group(2)) {
                            case "m" -> 60;
                            case "h" -> 3_600;
                            case "d" -> Constants.DAY;
                            default -> 1;
                        };
            } catch (NumberFormatException _) {
                // Says so below.
            }
        }
        if (!(seconds > 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new UsageException(option + " " + text + ": give a positive length such as 90s, 12h or 1d.");
        }
        return seconds;
    }
}
