package orrery.ui.kernels;

import java.util.Arrays;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Words;

/**
 * How far what would be imported lies from what is loaded, over time: radial, along track, cross track and the whole distance
 * above, about zero; the angle seen from the Earth beneath. The crosshair reads them off. JavaFX thread only.
 */
final class TrialChart extends KernelChart {
    private static final double LEFT = 72;
    private static final double RIGHT = 64;
    private static final double TOP = 24;
    private static final double BOTTOM = 22;
    private static final double BETWEEN = 18;
    private static final double LABEL = 13;

    @SuppressWarnings("ArrayRecordComponent") // Made for one drawing and never handed out.
    private record Line(String key, double[] value, Color tint) {}

    private ImportTrial.@Nullable Difference shown;
    private double hover = Double.NaN;

    TrialChart(PulsePump pump, Words words) {
        super(pump, words, words.get("import.chart"));
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> {
            hover = e.getX();
            changed();
        });
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> {
            hover = Double.NaN;
            changed();
        });
    }

    /** Shows this, or nothing. */
    void show(ImportTrial.@Nullable Difference now) {
        shown = now;
        changed();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        ImportTrial.Difference now = shown;
        if (now == null) {
            return;
        }
        double[] et = now.series().et();
        double from = et[0];
        double to = et[et.length - 1];
        double[] mas = now.series().mas();
        boolean angles = Arrays.stream(mas).anyMatch(Double::isFinite);
        double room = height - TOP - BOTTOM - (angles ? BETWEEN : 0);
        double upper = angles ? room * 0.66 : room;
        for (DateTicks.Tick tick : DateTicks.along(from, to, width - LEFT - RIGHT)) {
            double x = x(tick.et(), from, to, width);
            hairline(g, x, height - BOTTOM, x, height - BOTTOM + 4, palette.line());
            text(g, tick.label(), x, height - BOTTOM + LABEL, TextAlignment.CENTER, palette.muted());
        }
        List<Line> lines = List.of(
                new Line("import.radial", now.orbit().radial(), kernel(1, palette)),
                new Line("import.along", now.orbit().along(), kernel(2, palette)),
                new Line("import.cross", now.orbit().cross(), kernel(3, palette)),
                new Line("import.distance", now.series().km(), palette.text()));
        double most =
                lines.stream().mapToDouble(line -> reach(line.value)).max().orElse(1);
        hairline(g, LEFT, TOP + upper / 2, width - RIGHT, TOP + upper / 2, palette.line());
        for (double share : new double[] {-1, 0, 1}) {
            String said = share == 0 ? "0 km" : KernelText.km(most * share);
            text(g, said, LEFT - 8, TOP + upper * (1 - share) / 2, TextAlignment.RIGHT, palette.muted());
        }
        double[] places = new double[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            curve(g, now.series().et(), line, from, to, TOP + upper / 2, upper / 2 / most, width);
            places[i] = TOP + upper / 2 * (1 - last(line.value) / most);
        }
        spread(places, TOP, TOP + upper);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            text(g, words.get(line.key), width - RIGHT + 6, places[i], TextAlignment.LEFT, line.tint);
        }
        if (angles) {
            double top = TOP + upper + BETWEEN;
            double lower = room - upper;
            double largest = reach(mas);
            hairline(g, LEFT, top + lower, width - RIGHT, top + lower, palette.line());
            text(g, KernelText.mas(largest), LEFT - 8, top, TextAlignment.RIGHT, palette.muted());
            text(g, "0 mas", LEFT - 8, top + lower, TextAlignment.RIGHT, palette.muted());
            Line line = new Line("compare.seen", mas, palette.text());
            curve(g, et, line, from, to, top + lower, lower / largest, width);
            double end = top + lower * (1 - last(mas) / largest);
            text(g, words.get("import.seen"), width - RIGHT + 6, end, TextAlignment.LEFT, palette.text());
        }
        crosshair(g, now, lines, width, height);
    }

    /** Labels that would lie on each other are moved apart, in their order. */
    static void spread(double[] y, double top, double bottom) {
        Integer[] order = new Integer[y.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(y[a], y[b]));
        double floor = top;
        for (int i : order) {
            y[i] = Math.max(floor, y[i]);
            floor = y[i] + LABEL;
        }
        double ceiling = bottom;
        for (int k = order.length - 1; k >= 0; k--) {
            y[order[k]] = Math.min(ceiling, y[order[k]]);
            ceiling = y[order[k]] - LABEL;
        }
    }

    private static double reach(double[] values) {
        double most = Arrays.stream(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        return most > 0 ? most : 1;
    }

    private static double last(double[] values) {
        for (int i = values.length - 1; i >= 0; i--) {
            if (Double.isFinite(values[i])) {
                return values[i];
            }
        }
        return 0;
    }

    private static void curve(
            GraphicsContext g,
            double[] et,
            Line line,
            double from,
            double to,
            double zero,
            double scale,
            double width) {
        g.setStroke(line.tint);
        g.setLineWidth(1.25);
        Curve.stroke(g, Curve.of(et, line.value, at -> x(at, from, to, width), v -> zero - v * scale));
    }

    private void crosshair(
            GraphicsContext g, ImportTrial.Difference now, List<Line> lines, double width, double height) {
        if (!(hover >= LEFT && hover <= width - RIGHT)) {
            return;
        }
        double[] et = now.series().et();
        double from = et[0];
        double to = et[et.length - 1];
        hairline(g, hover, TOP, hover, height - BOTTOM, palette.sun());
        double at = from + (hover - LEFT) / (width - LEFT - RIGHT) * (to - from);
        int found = Arrays.binarySearch(et, at);
        int i = found >= 0 ? found : Math.clamp(-found - 1, 0, et.length - 1);
        StringBuilder said = new StringBuilder(DateTicks.text(at, to - from));
        for (Line line : lines) {
            said.append("  ").append(words.get(line.key)).append(' ').append(KernelText.km(line.value[i]));
        }
        if (Double.isFinite(now.series().mas()[i])) {
            said.append("  ").append(KernelText.mas(now.series().mas()[i]));
        }
        String text = fit(said.toString(), width);
        double half = wide(text) / 2;
        text(
                g,
                text,
                Math.clamp(hover, half, Math.max(half, width - half)),
                TOP / 2 - 4,
                TextAlignment.CENTER,
                palette.text());
    }

    private static double x(double et, double from, double to, double width) {
        return LEFT + (et - from) / Math.max(1e-3, to - from) * (width - LEFT - RIGHT);
    }
}
