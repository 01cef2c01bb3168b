package orrery.ui.kernels;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.ui.chart.ChartAxis;
import orrery.ui.chart.Curve;
import orrery.ui.chart.EndLabels;
import orrery.ui.chart.Ink;

/**
 * A part of a chart with some differences over time: a scale at its left in one unit, and the name of each line where
 * it ends. Lives as long as one drawing; JavaFX thread only.
 *
 * @param lines what is drawn, the last on top
 * @param isSigned whether zero is in the middle, not beneath
 * @param unit of the scale, by the greatest value
 */
record DifferenceBand(List<Line> lines, boolean isSigned, DoubleFunction<ColumnUnit> unit) {
    /** What a name takes, pixels. */
    private static final double LABEL = 13;

    private static final double WIDTH = 1.25;

    /** Between the scale's words and its axis, and between a line's end and its name, pixels. */
    private static final double APART = 8;

    /**
     * One line.
     *
     * @param name where it ends
     * @param et of its values, ascending
     * @param value one an epoch; NaN where there is none
     * @param color of it and its name
     * @param dash as {@link Ink#dash} has it
     */
    @SuppressWarnings("ArrayRecordComponent") // Made for one drawing and never handed out.
    record Line(String name, double[] et, double[] value, Color color, double[] dash) {
        boolean isEmpty() {
            return Arrays.stream(value).noneMatch(Double::isFinite);
        }

        private double reach() {
            return Arrays.stream(value)
                    .filter(Double::isFinite)
                    .map(Math::abs)
                    .max()
                    .orElse(0);
        }

        private double last() {
            for (int i = value.length - 1; i >= 0; i--) {
                if (Double.isFinite(value[i])) {
                    return value[i];
                }
            }
            return Double.NaN;
        }

        /** The value at the epoch that is nearest to one. */
        double at(double when) {
            int found = Arrays.binarySearch(et, when);
            int after = found >= 0 ? found : Math.clamp(-found - 1, 0, et.length - 1);
            int before = Math.max(0, after - 1);
            return value[when - et[before] < et[after] - when ? before : after];
        }
    }

    DifferenceBand {
        lines = lines.stream().filter(line -> !line.isEmpty()).toList();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Draws it between two heights. */
    void draw(Ink ink, ChartAxis across, double top, double bottom) {
        double most = lines.stream().mapToDouble(Line::reach).max().orElse(0);
        // Where nothing differs the axis goes to one.
        double high = most > 0 ? most : 1;
        ColumnUnit formatter = unit.apply(high);
        ChartAxis up = new ChartAxis(isSigned ? -high : 0, high, bottom, top);
        ink.hairline(
                across.start(),
                up.pixel(0),
                across.end(),
                up.pixel(0),
                ink.palette().line());
        for (double value : isSigned ? new double[] {high, 0, -high} : new double[] {high, high / 2, 0}) {
            // Half is left out where it would touch the others.
            if (value == 0 || value == -high || value == high || bottom - top > 4 * LABEL) {
                ink.text(
                        formatter.say(value),
                        across.start() - APART,
                        up.pixel(value),
                        TextAlignment.RIGHT,
                        ink.palette().muted());
            }
        }
        double[] ends = new double[lines.size()];
        double[] weights = new double[lines.size()];
        for (int i = 0; i < ends.length; i++) {
            Line line = lines.get(i);
            ink.curve(Curve.of(line.et, line.value, across::pixel, up::pixel), line.color, WIDTH, line.dash);
            ends[i] = up.pixel(line.last());
            weights[i] = line.reach();
        }
        double[] at = EndLabels.apart(ends, weights, LABEL, top, bottom);
        for (int i = 0; i < ends.length; i++) {
            if (!Double.isNaN(at[i])) {
                Line line = lines.get(i);
                ink.text(line.name, across.end() + APART, at[i], TextAlignment.LEFT, line.color);
            }
        }
    }

    /** What the lines have at an epoch, each in the unit that suits it. */
    String readout(double et, DoubleFunction<String> formatter) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(text.isEmpty() ? "" : "  ")
                    .append(line.name)
                    .append(' ')
                    .append(formatter.apply(line.at(et)));
        }
        return text.toString();
    }
}
