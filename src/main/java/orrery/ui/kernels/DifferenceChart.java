package orrery.ui.kernels;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.forge.KernelDiff;
import orrery.spk.NaifIds;
import orrery.ui.chart.Axis;
import orrery.ui.chart.Curve;
import orrery.ui.chart.DateTicks;
import orrery.ui.chart.EndLabels;
import orrery.ui.chart.Ink;
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

    /** What a name at a line's end takes, pixels. */
    private static final double LABEL = 13;

    private List<KernelDiff.Series> series = List.of();

    DifferenceChart(PulsePump pump, Words words) {
        super(pump, words, words.get("compare.accessible"));
        reads(this::across);
    }

    /** Shows these, all of one body, each about another center. */
    void show(List<KernelDiff.Series> now) {
        series = now.stream().filter(s -> s.et().length > 1).toList();
        changed();
    }

    private Axis across() {
        double from = series.stream().mapToDouble(s -> s.et()[0]).min().orElse(0);
        double to = series.stream()
                .mapToDouble(s -> s.et()[s.et().length - 1])
                .max()
                .orElse(1);
        return new Axis(from, to, LEFT, getWidth() - RIGHT);
    }

    @Override
    protected void draw(Ink ink, double width, double height) {
        if (series.isEmpty()) {
            empty(ink, words.get("compare.empty"));
            return;
        }
        Axis across = across();
        boolean angles = series.stream().anyMatch(DifferenceChart::hasAngle);
        double room = height - TOP - BOTTOM - (angles ? BETWEEN : 0);
        double upper = angles ? room * 0.6 : room;
        for (DateTicks.Tick tick : DateTicks.along(across.low(), across.high(), across.length())) {
            double x = across.pixel(tick.et());
            ink.hairline(x, height - BOTTOM, x, height - BOTTOM + 4, palette().line());
            ink.text(
                    tick.label(),
                    x,
                    height - BOTTOM + 13,
                    TextAlignment.CENTER,
                    palette().muted());
        }
        distances(ink, across, upper);
        if (angles) {
            KernelDiff.Series seen = series.stream()
                    .filter(DifferenceChart::hasAngle)
                    .findFirst()
                    .orElseThrow();
            double top = TOP + upper + BETWEEN;
            Axis up = new Axis(0, reach(Arrays.stream(seen.mas())), height - BOTTOM, top);
            axis(ink, across, up, false);
            curve(ink, seen.et(), seen.mas(), across, up, palette().text());
            ink.text(
                    words.get("compare.seen"),
                    across.end() + 6,
                    up.pixel(lastAngle(seen)),
                    TextAlignment.LEFT,
                    palette().text());
        }
        if (across.holds(readingX())) {
            ink.hairline(readingX(), TOP, readingX(), height - BOTTOM, palette().sun());
            readout(ink, across);
        }
    }

    private void distances(Ink ink, Axis across, double upper) {
        Axis up = new Axis(0, reach(series.stream().flatMapToDouble(s -> Arrays.stream(s.km()))), TOP + upper, TOP);
        axis(ink, across, up, true);
        double[] ends = new double[series.size()];
        double[] weights = new double[series.size()];
        for (int i = 0; i < ends.length; i++) {
            double[] km = series.get(i).km();
            curve(ink, series.get(i).et(), km, across, up, tint(i + 1));
            ends[i] = up.pixel(km[km.length - 1]);
            weights[i] = Arrays.stream(km).max().orElse(0);
        }
        double[] at = EndLabels.apart(ends, weights, LABEL, TOP + 4, TOP + upper);
        for (int i = 0; i < ends.length; i++) {
            if (!Double.isNaN(at[i])) {
                ink.text(about(series.get(i).center()), across.end() + 6, at[i], TextAlignment.LEFT, tint(i + 1));
            }
        }
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

    private void axis(Ink ink, Axis across, Axis up, boolean km) {
        ink.hairline(
                across.start(), up.start(), across.end(), up.start(), palette().line());
        for (double share : new double[] {0, 0.5, 1}) {
            double value = up.high() * share;
            String said = value == 0 ? (km ? "0 km" : "0 mas") : km ? KernelText.km(value) : KernelText.mas(value);
            ink.text(
                    said,
                    LEFT - 8,
                    up.pixel(value),
                    TextAlignment.RIGHT,
                    palette().muted());
        }
    }

    private static void curve(Ink ink, double[] et, double[] value, Axis across, Axis up, Color color) {
        ink.curve(Curve.of(et, value, across::pixel, up::pixel), color, 1.25);
    }

    private void readout(Ink ink, Axis across) {
        double et = across.value(readingX());
        StringBuilder said = new StringBuilder(DateTicks.text(et, across.high() - across.low()));
        for (KernelDiff.Series s : series) {
            said.append("   ").append(about(s.center())).append(' ').append(KernelText.km(s.km()[nearest(s.et(), et)]));
        }
        KernelDiff.Series first = series.getFirst();
        double mas = first.mas()[nearest(first.et(), et)];
        if (Double.isFinite(mas)) {
            said.append("   ").append(KernelText.mas(mas));
        }
        // About the Sun where there is one: that is where a planet's track is.
        KernelDiff.Series track = series.getLast();
        int at = nearest(track.et(), et);
        if (Double.isFinite(track.radial()[at])) {
            said.append("   ")
                    .append(words.get(
                            "compare.parts",
                            KernelText.km(track.radial()[at]),
                            KernelText.km(track.along()[at]),
                            KernelText.km(track.cross()[at])));
        }
        // On a line of its own above the curves, and never beyond the edge.
        double half = Ink.width(said.toString()) / 2;
        double middle = Math.max(half, Math.min(readingX(), getWidth() - half));
        ink.text(
                said.toString(),
                middle,
                TOP / 2 - 4,
                TextAlignment.CENTER,
                palette().text());
    }

    private static int nearest(double[] et, double at) {
        int i = Arrays.binarySearch(et, at);
        return i >= 0 ? i : Math.clamp(-i - 1, 0, et.length - 1);
    }
}
