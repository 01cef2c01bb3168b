package orrery.ui.telemetry;

import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import orrery.ui.fx.Palette;
import orrery.ui.fx.PulsePump;

/** Lines over time, each told by its name and newest value at its end. From zero up; the axis has two words. */
final class LinesChart extends TimeChart {
    /**
     * One line.
     *
     * @param name what it is
     * @param times instants, ascending
     * @param values a value for each; NaN where there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // made by Lines and only read here; lists would box every value
    record Line(String name, long[] times, double[] values) {
        /** The value at an instant: the newest sample's that is not later; NaN before the first. */
        double at(long nanos) {
            int found = -1;
            for (int i = 0; i < times.length && times[i] <= nanos; i++) {
                found = i;
            }
            return found < 0 ? Double.NaN : values[found];
        }
    }

    /** What a name with its value below it takes. */
    private static final double LABEL = 25;

    private static final double[] NO_DASH = {};
    private static final double[][] DASHES = {NO_DASH, {6, 4}, {2, 3}, {8, 3, 2, 3}};

    private final Function<TelemetrySnapshot, List<Line>> lines;
    private final DoubleFunction<String> said;
    private final String missing;
    private List<Line> drawn = List.of();

    LinesChart(
            String title,
            String missing,
            double height,
            TimeWindow window,
            PulsePump pump,
            DoubleFunction<String> said,
            Function<TelemetrySnapshot, List<Line>> lines) {
        super(title, height, window, pump);
        this.missing = missing;
        this.lines = lines;
        this.said = said;
    }

    @Override
    void show(TelemetrySnapshot taken) {
        drawn = lines.apply(taken);
        super.show(taken);
    }

    private Color colour(int i) {
        Palette p = palette;
        return switch (i % 4) {
            case 0 -> p.running();
            case 1 -> p.sun();
            case 2 -> p.proven();
            default -> p.text();
        };
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        double bottom = height - BOTTOM;
        double top = TOP + 6;
        double most = drawn.stream().mapToDouble(this::most).max().orElse(0);
        heading(g, window.crosshair().isPresent() ? readout(window.crosshair().getAsLong()) : "");
        if (drawn.stream().allMatch(line -> line.times.length == 0 || allMissing(line))) {
            note(g, missing);
            timeAxis(g, bottom);
            return;
        }
        double scale = most == 0 ? 1 : most * 1.05;
        words(g, said.apply(most), LEFT - 8, top, TextAlignment.RIGHT, palette.muted());
        words(g, "0", LEFT - 8, bottom - 4, TextAlignment.RIGHT, palette.muted());
        double[] ends = new double[drawn.size()];
        for (int i = 0; i < drawn.size(); i++) {
            ends[i] = line(g, drawn.get(i), i, top, bottom, scale);
        }
        labels(g, ends, top, bottom);
        timeAxis(g, bottom);
        crosshair(g, TOP, bottom);
    }

    private static boolean allMissing(Line line) {
        for (double value : line.values) {
            if (!Double.isNaN(value)) {
                return false;
            }
        }
        return true;
    }

    /** Draws one line and returns the height of its end. */
    private double line(GraphicsContext g, Line line, int index, double top, double bottom, double scale) {
        double[] xs = new double[line.times.length];
        double[] ys = new double[line.times.length];
        int points = 0;
        double end = Double.NaN;
        for (int i = 0; i < line.times.length; i++) {
            if (Double.isNaN(line.values[i])) {
                continue;
            }
            double x = x(line.times[i]);
            double y = bottom - line.values[i] / scale * (bottom - top);
            // Left of the window only the last point counts; within it one point a pixel is enough.
            if (points > 0 && (x < LEFT || x - xs[points - 1] < 0.75)) {
                points--;
                if (x >= LEFT) {
                    y = Math.min(y, ys[points]);
                }
            }
            xs[points] = Math.max(LEFT, x);
            ys[points++] = y;
            end = y;
        }
        g.setStroke(colour(index));
        g.setLineWidth(1.5);
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineDashes(DASHES[index % DASHES.length]);
        g.strokePolyline(xs, ys, points);
        g.setLineDashes(NO_DASH);
        return end;
    }

    /** A line's greatest value in the window; 0 where it has none. */
    private double most(Line line) {
        double most = 0;
        for (int i = 0; i < line.times.length; i++) {
            if (line.times[i] >= shot.from() && line.values[i] > most) {
                most = line.values[i];
            }
        }
        return most;
    }

    /**
     * Names and newest values at the lines' ends, moved apart where they would lie over each other. Where there is no
     * room for all, those that were greatest in the window are named; the others are in the readout.
     */
    private void labels(GraphicsContext g, double[] ends, double top, double bottom) {
        double x = LEFT + plotWidth() + 6;
        double[] at = ends.clone();
        int room = 1 + (int) ((bottom - top) / LABEL);
        List<Integer> told = IntStream.range(0, at.length)
                .boxed()
                .filter(i -> !Double.isNaN(at[i]))
                .toList();
        List<Integer> order = told.stream()
                .filter(i -> told.size() <= room || most(drawn.get(i)) > 0)
                .sorted(Comparator.comparingDouble((Integer i) -> most(drawn.get(i)))
                        .reversed())
                .limit(room)
                .sorted(Comparator.comparingDouble(i -> at[i]))
                .toList();
        double last = top - LABEL - 5;
        for (int i : order) {
            at[i] = Math.max(at[i], last + LABEL);
            last = at[i];
        }
        double over = Math.max(0, last - (bottom - 8));
        for (int i : order) {
            Line line = drawn.get(i);
            words(g, line.name, x, at[i] - over - 6, TextAlignment.LEFT, colour(i));
            double newest = line.at(shot.to());
            words(
                    g,
                    Double.isNaN(newest) ? "" : said.apply(newest),
                    x,
                    at[i] - over + 6,
                    TextAlignment.LEFT,
                    palette.text());
        }
    }

    private String readout(long at) {
        StringBuilder text = new StringBuilder(FigureText.word("at", FigureText.time(window.now() - at)));
        for (Line line : drawn) {
            double value = line.at(at);
            text.append(" · ").append(line.name).append(' ').append(Double.isNaN(value) ? "–" : said.apply(value));
        }
        return text.toString();
    }

    @Override
    String summary() {
        StringBuilder text = new StringBuilder(title());
        boolean told = false;
        for (Line line : drawn) {
            double now = line.at(shot.to());
            if (!Double.isNaN(now)) {
                text.append(", ").append(line.name).append(' ').append(said.apply(now));
                told = true;
            }
        }
        return told ? text + "." : text + ". " + missing;
    }
}
