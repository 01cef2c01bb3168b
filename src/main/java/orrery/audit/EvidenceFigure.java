package orrery.audit;

import java.util.Locale;

/**
 * One figure of a claim's evidence.
 *
 * @param name what it is, in a few words
 * @param text the value, as shown
 * @param number the value, NaN where it is words
 * @param unit its unit, or empty
 */
public record EvidenceFigure(String name, String text, double number, String unit) {

    /** A whole number. */
    public static EvidenceFigure of(String name, long value, String unit) {
        return new EvidenceFigure(name, String.format(Locale.ROOT, "%,d", value), value, unit);
    }

    /** A number, shown with a few digits. */
    public static EvidenceFigure of(String name, double value, String unit) {
        return new EvidenceFigure(name, String.format(Locale.ROOT, "%,.4g", value), value, unit);
    }

    /** Words. */
    public static EvidenceFigure of(String name, String text) {
        return new EvidenceFigure(name, text, Double.NaN, "");
    }

    /** Whether it is a number. */
    public boolean isNumber() {
        return !Double.isNaN(number);
    }

    /** Value and unit, as shown. */
    public String shown() {
        return unit.isEmpty() ? text : text + " " + unit;
    }
}
