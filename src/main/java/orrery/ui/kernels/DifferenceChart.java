package orrery.ui.kernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.forge.KernelDiff;
import orrery.spk.NaifIds;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Words;

/**
 * How far two kernels put a body apart, over time: in km relative to the barycenter and relative to the Sun above, in
 * milliarcseconds as seen from the Earth beneath, both from zero. The crosshair reads them off. JavaFX thread only.
 */
final class DifferenceChart extends KernelChart {
    private static final double LEFT = 72;
    private static final double RIGHT = 96;
    private static final double TOP = 24;
    private static final double BOTTOM = 22;
    private static final double BETWEEN = 18;

    private List<KernelDiff.Series> series = List.of();
    private double hover = Double.NaN;

    DifferenceChart(PulsePump pump, Words words) {
        super(pump, words, words.get("compare.accessible"));
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> {
            hover = e.getX();
            changed();
        });
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> {
            hover = Double.NaN;
            changed();
        });
    }

    /** Shows these, all of one body, each about another center. */
    void show(List<KernelDiff.Series> now) {
        series = now.stream().filter(s -> s.et().length > 1).toList();
        changed();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        if (series.isEmpty()) {
            empty(g, width, height, words.get("compare.empty"));
            return;
        }
        double from = series.stream().mapToDouble(s -> s.et()[0]).min().orElse(0);
        double to = series.stream()
                .mapToDouble(s -> s.et()[s.et().length - 1])
                .max()
                .orElse(1);
        boolean angles = series.stream().anyMatch(s -> hasAngle(s));
        double room = height - TOP - BOTTOM - (angles ? BETWEEN : 0);
        double upper = angles ? room * 0.6 : room;
        for (DateTicks.Tick tick : DateTicks.along(from, to, width - LEFT - RIGHT)) {
            double x = x(tick.et(), from, to, width);
            hairline(g, x, height - BOTTOM, x, height - BOTTOM + 4, palette.line());
            text(g, tick.label(), x, height - BOTTOM + 13, TextAlignment.CENTER, palette.muted());
        }
        List<Double> ends = new ArrayList<>();
        double most = reach(series.stream().flatMapToDouble(s -> Arrays.stream(s.km())));
        axis(g, TOP, upper, most, v -> v, true, width);
        for (int i = 0; i < series.size(); i++) {
            curve(g, series.get(i).et(), series.get(i).km(), from, to, TOP, upper, most, tint(i), width);
        }
        for (int i = 0; i < series.size(); i++) {
            double[] km = series.get(i).km();
            end(
                    g,
                    ends,
                    TOP + upper * (1 - km[km.length - 1] / most),
                    about(series.get(i).center()),
                    tint(i),
                    width);
        }
        if (angles) {
            KernelDiff.Series seen = series.stream()
                    .filter(DifferenceChart::hasAngle)
                    .findFirst()
                    .orElseThrow();
            double top = TOP + upper + BETWEEN;
            double lower = room - upper;
            double largest = reach(Arrays.stream(seen.mas()));
            axis(g, top, lower, largest, v -> v, false, width);
            curve(g, seen.et(), seen.mas(), from, to, top, lower, largest, palette.text(), width);
            text(
                    g,
                    words.get("compare.seen"),
                    width - RIGHT + 6,
                    top + lower * (1 - lastAngle(seen) / largest),
                    TextAlignment.LEFT,
                    palette.text());
        }
        crosshair(g, from, to, width, height);
    }

    /** How far an axis goes: as far as what is drawn, or to one where nothing differs. */
    private static double reach(DoubleStream values) {
        double most = values.filter(Double::isFinite).max().orElse(0);
        return most > 0 ? most : 1;
    }

    private static boolean hasAngle(KernelDiff.Series series) {
        return Arrays.stream(series.mas()).anyMatch(Double::isFinite);
    }

    /** The last angle that there is: one of the kernels may end sooner for the Earth. */
    private static double lastAngle(KernelDiff.Series series) {
        double last = 0;
        for (double mas : series.mas()) {
            last = Double.isFinite(mas) ? mas : last;
        }
        return last;
    }

    private String about(int center) {
        return words.get(
                switch (center) {
                    case NaifIds.SOLAR_SYSTEM_BARYCENTER -> "compare.ssb";
                    case NaifIds.SUN -> "compare.sun";
                    default -> "compare.earth";
                });
    }

    private void end(GraphicsContext g, List<Double> taken, double y, String label, Color colour, double width) {
        double at = Math.max(TOP + 4, y);
        // Labels that would lie on each other stand beneath each other.
        for (double other : taken) {
            at = Math.abs(other - at) < 13 ? other + 13 : at;
        }
        taken.add(at);
        text(g, label, width - RIGHT + 6, at, TextAlignment.LEFT, colour);
    }

    private void axis(
            GraphicsContext g,
            double top,
            double height,
            double most,
            DoubleUnaryOperator scale,
            boolean km,
            double width) {
        hairline(g, LEFT, top + height, width - RIGHT, top + height, palette.line());
        for (double share : new double[] {0, 0.5, 1}) {
            double value = scale.applyAsDouble(most * share);
            String said = value == 0 ? (km ? "0 km" : "0 mas") : km ? KernelText.km(value) : KernelText.mas(value);
            text(g, said, LEFT - 8, top + height * (1 - share), TextAlignment.RIGHT, palette.muted());
        }
    }

    private static void curve(
            GraphicsContext g,
            double[] et,
            double[] value,
            double from,
            double to,
            double top,
            double height,
            double most,
            Color colour,
            double width) {
        g.setStroke(colour);
        g.setLineWidth(1.25);
        Curve.stroke(g, Curve.of(et, value, at -> x(at, from, to, width), v -> top + height * (1 - v / most)));
    }

    private void crosshair(GraphicsContext g, double from, double to, double width, double height) {
        if (!(hover >= LEFT && hover <= width - RIGHT)) {
            return;
        }
        hairline(g, hover, TOP, hover, height - BOTTOM, palette.sun());
        double et = from + (hover - LEFT) / (width - LEFT - RIGHT) * (to - from);
        StringBuilder said = new StringBuilder(DateTicks.text(et, to - from));
        for (KernelDiff.Series s : series) {
            said.append("   ").append(about(s.center())).append(' ').append(KernelText.km(s.km()[nearest(s.et(), et)]));
        }
        KernelDiff.Series first = series.getFirst();
        double mas = first.mas()[nearest(first.et(), et)];
        if (Double.isFinite(mas)) {
            said.append("   ").append(KernelText.mas(mas));
        }
        // On a line of its own above the curves, and never beyond the edge.
        double half = wide(said.toString()) / 2;
        double middle = Math.max(half, Math.min(hover, width - half));
        text(g, said.toString(), middle, TOP / 2 - 4, TextAlignment.CENTER, palette.text());
    }

    private static int nearest(double[] et, double at) {
        int i = Arrays.binarySearch(et, at);
        return i >= 0 ? i : Math.clamp(-i - 1, 0, et.length - 1);
    }

    private Color tint(int i) {
        return kernel(i + 1, palette);
    }

    private static double x(double et, double from, double to, double width) {
        return LEFT + (et - from) / Math.max(1, to - from) * (width - LEFT - RIGHT);
    }
}
