package orrery.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One figure of a claim's evidence.
 *
 * @param name short name
 * @param text the value, as shown
 * @param number the value, NaN if it is text
 * @param unit unit, or empty
 * @param repeats the number in every cycle of the run, in order, at most the last {@value #KEPT}; empty for text
 */
public record EvidenceFigure(String name, String text, double number, String unit, List<Double> repeats) {
    private static final int KEPT = 1_000;

    public EvidenceFigure {
        repeats = List.copyOf(repeats);
    }

    /** A figure of a single cycle. */
    public EvidenceFigure(String name, String text, double number, String unit) {
        this(name, text, number, unit, Double.isNaN(number) ? List.of() : List.of(number));
    }

    /** A whole number. */
    public static EvidenceFigure of(String name, long value, String unit) {
        return new EvidenceFigure(name, String.format(Locale.ROOT, "%,d", value), value, unit);
    }

    /** A number, shown with a few digits. */
    public static EvidenceFigure of(String name, double value, String unit) {
        return new EvidenceFigure(name, String.format(Locale.ROOT, "%,.4g", value), value, unit);
    }

    /** A figure that is text. */
    public static EvidenceFigure of(String name, String text) {
        return new EvidenceFigure(name, text, Double.NaN, "");
    }

    /** This figure with the repeats of earlier cycles added. */
    EvidenceFigure after(EvidenceFigure earlier) {
        List<Double> all = new ArrayList<>(earlier.repeats);
        all.addAll(repeats);
        return new EvidenceFigure(name, text, number, unit, all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    /** Whether it is a number. */
    public boolean isNumber() {
        return !Double.isNaN(number);
    }

    /** Value and unit as shown. */
    public String shown() {
        return unit.isEmpty() ? text : text + " " + unit;
    }
}
