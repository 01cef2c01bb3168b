package orrery.ui.chart;

import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.text.TextAlignment;

/**
 * Lines above zero, each named with its newest value at its end instead of in a legend; the axis has two labels. Used
 * by a {@link LiveChart} for the part that the lines occupy.
 *
 * @param formatter formats a value with its unit
 */
public record LinePlot(DoubleFunction<String> formatter) {
    /** The space for a name with its value below it, pixels. */
    private static final double LABEL = 25;

    private static final double WIDTH = 1.5;
    /** How far the axis extends beyond the greatest value. */
    private static final double HEADROOM = 1.05;

    /**
     * Draws lines between two heights. Points left of the axis matter only if a line comes from there.
     *
     * @param across the axis of the x values
     * @param top pixels
     * @param bottom position of zero, pixels
     */
    public void draw(Ink ink, List<Series> lines, ChartAxis across, double top, double bottom) {
        double most = lines.stream()
                .mapToDouble(line -> line.greatest(across.low()))
                .max()
                .orElse(0);
        ChartAxis up = new ChartAxis(0, most == 0 ? 1 : most * HEADROOM, bottom, top);
        ink.text(
                formatter.apply(most),
                across.start() - 8,
                top,
                TextAlignment.RIGHT,
                ink.palette().muted());
        ink.text(
                "0",
                across.start() - 8,
                bottom - 4,
                TextAlignment.RIGHT,
                ink.palette().muted());
        double[] ends = new double[lines.size()];
        double[] weights = new double[lines.size()];
        for (int i = 0; i < ends.length; i++) {
            Series line = lines.get(i);
            ink.curve(curve(line, across, up), ink.color(i), WIDTH, Ink.dash(i));
            ends[i] = up.pixel(last(line));
            weights[i] = line.greatest(across.low());
        }
        double[] at = EndLabels.apart(ends, weights, LABEL, top - 5, bottom - 8);
        double x = across.end() + 6;
        for (int i = 0; i < at.length; i++) {
            if (!Double.isNaN(at[i])) {
                double newest = lines.get(i).at(across.high());
                ink.text(lines.get(i).name(), x, at[i] - 6, TextAlignment.LEFT, ink.color(i));
                ink.text(
                        Double.isNaN(newest) ? "" : formatter.apply(newest),
                        x,
                        at[i] + 6,
                        TextAlignment.LEFT,
                        ink.palette().text());
            }
        }
    }

    private static List<Curve.Part> curve(Series line, ChartAxis across, ChartAxis up) {
        int first = line.before(across.low());
        while (first > 0 && Double.isNaN(line.y()[first])) {
            first--;
        }
        return Curve.joined(
                line.x(), line.y(), Math.max(0, first), x -> Math.max(across.start(), across.pixel(x)), up::pixel);
    }

    private static double last(Series line) {
        double last = Double.NaN;
        for (double value : line.y()) {
            last = Double.isNaN(value) ? last : value;
        }
        return last;
    }

    /** The values at an x, one after the other: {@code used 12 MB · committed 40 MB}. */
    public String readout(List<Series> lines, double at) {
        StringBuilder text = new StringBuilder();
        for (Series line : lines) {
            double value = line.at(at);
            text.append(text.isEmpty() ? "" : " · ")
                    .append(line.name())
                    .append(' ')
                    .append(Double.isNaN(value) ? "–" : formatter.apply(value));
        }
        return text.toString();
    }
}
