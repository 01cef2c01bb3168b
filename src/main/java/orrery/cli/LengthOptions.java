package orrery.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths and speeds as people give them on the command line. */
final class LengthOptions {
    private static final Pattern NUMBER = Pattern.compile("([0-9.]+(?:e[-+]?[0-9]+)?)\\s*([a-z]*)(/s)?");

    private LengthOptions() {}

    /**
     * A length.
     *
     * @param option what it was given for, for the error
     * @param text such as {@code 1km}, {@code 10 m}, {@code 0.5cm}, {@code 2mm}; without a unit km
     * @return km
     * @throws UsageException if it is no positive length
     */
    static double km(String option, String text) {
        return parse(option, text, false, "a length such as 1km, 10m or 5mm");
    }

    /** A speed such as {@code 1mm/s} in km/s; without a unit km/s. As {@link #km}. */
    static double kmPerSecond(String option, String text) {
        return parse(option, text, true, "a speed such as 1mm/s or 0.01m/s");
    }

    private static double parse(String option, String text, boolean speed, String what) {
        Matcher parts = NUMBER.matcher(text.strip().toLowerCase(Locale.ROOT));
        double km = Double.NaN;
        if (parts.matches() && (parts.group(2).isEmpty() || speed == (parts.group(3) != null))) {
            double unit = switch (parts.group(2)) {
                case "", "km" -> 1;
                case "m" -> 1e-3;
                case "cm" -> 1e-5;
                case "mm" -> 1e-6;
                default -> Double.NaN;
            };
            try {
                km = Double.parseDouble(parts.group(1)) * unit;
            } catch (NumberFormatException _) {
                // Says so below.
            }
        }
        if (!(km > 0 && km < Double.POSITIVE_INFINITY)) {
            throw new UsageException(option + " " + text + ": give " + what + ".");
        }
        return km;
    }

    /** A length in the unit that shows it best. */
    static String said(double km) {
        double m = km * 1e3;
        if (m == 0) {
            return "0";
        }
        return m >= 1e3
                ? String.format(Locale.ROOT, "%.3g km", km)
                : m >= 1 ? String.format(Locale.ROOT, "%.3g m", m) : String.format(Locale.ROOT, "%.3g mm", m * 1e3);
    }
}
