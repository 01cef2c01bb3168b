package orrery.ui.kernels;

import javafx.scene.text.TextAlignment;
import orrery.ui.chart.ChartAxis;
import orrery.ui.chart.Ink;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Words;

/**
 * The Chebyshev coefficients of the granule being read, as bars of their magnitude on a logarithmic axis: x, y and z
 * side by side for each order. How steeply they fall, and where they end, shows how precise the series is. JavaFX
 * thread only.
 */
final class CoefficientChart extends KernelChart {
    private static final double LEFT = 64;
    private static final double RIGHT = 12;
    private static final double TOP = 14;
    private static final double BOTTOM = 34;
    private static final int AXES = 3;
    private static final double SMALLEST = 1e-15;
    /** The most powers of ten that can be distinguished. */
    private static final double DECADES = 24;

    private double[][] coefficients = {};

    CoefficientChart(PulsePump pump, Words words) {
        super(pump, words, words.get("coefficients.accessible"));
    }

    /** Shows these coefficients, {@code [component][order]} in km, at least x, y and z; an empty chart if none. */
    void show(double[][] now) {
        coefficients = now;
        changed();
    }

    /** The largest of the three coefficients of an order, km. */
    static double size(double[][] coefficients, int order) {
        double largest = 0;
        for (int axis = 0; axis < Math.min(AXES, coefficients.length); axis++) {
            largest = Math.max(largest, Math.abs(coefficients[axis][order]));
        }
        return largest;
    }

    /**
     * Estimated magnitude of the omitted terms, km: the last term times the factor by which the last few have fallen.
     * NaN with fewer than four terms, or if they do not fall.
     */
    static double leftOut(double[][] coefficients) {
        int terms = coefficients.length == 0 ? 0 : coefficients[0].length;
        if (terms < 4) {
            return Double.NaN;
        }
        double last = size(coefficients, terms - 1);
        double before = size(coefficients, terms - 4);
        double factor = Math.cbrt(last / before);
        return before > 0 && factor < 1 ? last * factor : Double.NaN;
    }

    @Override
    protected void draw(Ink ink, double width, double height) {
        int terms = coefficients.length < AXES ? 0 : coefficients[0].length;
        if (terms == 0) {
            empty(ink, words.get("coefficients.empty"));
            return;
        }
        double high = -300;
        double low = 300;
        for (int k = 0; k < terms; k++) {
            for (int axis = 0; axis < AXES; axis++) {
                double size = Math.abs(coefficients[axis][k]);
                if (size > SMALLEST) {
                    high = Math.max(high, Math.log10(size));
                    low = Math.min(low, Math.log10(size));
                }
            }
        }
        if (high < low) {
            empty(ink, words.get("coefficients.zero"));
            return;
        }
        double top = Math.ceil(high + 0.05);
        ChartAxis up = new ChartAxis(Math.max(Math.floor(low - 0.05), top - DECADES), top, height - BOTTOM, TOP);
        for (int power : up.powers(26)) {
            double y = up.pixel(power);
            ink.hairline(LEFT, y, width - RIGHT, y, palette().line());
            ink.text(unit(power), LEFT - 8, y, TextAlignment.RIGHT, palette().muted());
        }
        double room = (width - LEFT - RIGHT) / terms;
        double bar = Math.clamp(room / (AXES + 1.2), 1, 9);
        double base = up.start();
        for (int k = 0; k < terms; k++) {
            double middle = LEFT + (k + 0.5) * room;
            for (int axis = 0; axis < AXES; axis++) {
                double size = Math.abs(coefficients[axis][k]);
                double y = size > SMALLEST ? up.pixel(Math.max(up.low(), Math.log10(size))) : base;
                double x = middle - bar * AXES / 2 + axis * bar;
                ink.fill(x, Math.min(y, base - 1), Math.max(1, bar - 1), Math.max(1, base - y), tint(axis));
            }
            if (room > 16 || k % 5 == 0) {
                ink.text(
                        Integer.toString(k),
                        middle,
                        height - BOTTOM + 10,
                        TextAlignment.CENTER,
                        palette().muted());
            }
        }
        legend(ink, height - 9);
    }

    private void legend(Ink ink, double y) {
        String[] names = {"x", "y", "z"};
        for (int axis = 0; axis < AXES; axis++) {
            ink.fill(LEFT + axis * 26, y - 4, 8, 8, tint(axis));
            ink.text(
                    names[axis],
                    LEFT + axis * 26 + 12,
                    y,
                    TextAlignment.LEFT,
                    palette().muted());
        }
        ink.text(
                words.get("coefficients.axis"),
                LEFT + 88,
                y,
                TextAlignment.LEFT,
                palette().muted());
    }

    private static String unit(int power) {
        if (power >= 0) {
            return power <= 3 ? "1" + "0".repeat(power) + " km" : "10" + raised(power) + " km";
        }
        return switch (power) {
            case -1 -> "100 m";
            case -2 -> "10 m";
            case -3 -> "1 m";
            case -4 -> "10 cm";
            case -5 -> "1 cm";
            case -6 -> "1 mm";
            case -7 -> "0.1 mm";
            case -8 -> "10 µm";
            case -9 -> "1 µm";
            default -> "10" + raised(power + 9) + " µm";
        };
    }

    private static String raised(int power) {
        StringBuilder raised = new StringBuilder();
        for (char digit : Integer.toString(power).toCharArray()) {
            raised.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return raised.toString();
    }
}
