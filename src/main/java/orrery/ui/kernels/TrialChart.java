package orrery.ui.kernels;

import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import orrery.forge.KernelDiff;
import orrery.ui.chart.Axis;
import orrery.ui.chart.Curve;
import orrery.ui.chart.DateTicks;
import orrery.ui.chart.EndLabels;
import orrery.ui.chart.Ink;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Words;

/**
 * How far what would be imported lies from what is loaded, over time: radial, along track, cross track and the whole distance
 * above, about zero; the angle seen from the Earth beneath. The mark reads them off. JavaFX thread only.
 */
final class TrialChart extends KernelChart {
    private static final double LEFT = 72;
    private static final double RIGHT = 64;
    private static final double TOP = 24;
    private static final double BOTTOM = 22;
    private static final double BETWEEN = 18;
    private static final double LABEL = 13;
    private static final double LINE = 1.25;

    @SuppressWarnings("ArrayRecordComponent") // Made for one drawing and never handed out.
    private record Line(String key, double[] value, Color color, double[] dash) {}

    private KernelDiff.@Nullable Series shown;

    TrialChart(PulsePump pump, Words words) {
        super(pump, words, words.get("import.chart"));
        reads(this::across);
    }

    /** Shows this, or nothing. */
    void show(KernelDiff.@Nullable Series now) {
        shown = now;
        changed();
    }

    private Axis across() {
        KernelDiff.Series now = shown;
        double[] et = now == null ? new double[] {0, 1} : now.et();
        return new Axis(et[0], et[et.length - 1], LEFT, getWidth() - RIGHT);
    }

    @Override
    protected void draw(Ink ink, double width, double height) {
        KernelDiff.Series now = shown;
        if (now == null) {
            return;
        }
        Axis across = across();
        double[] mas = now.mas();
        boolean angles = Arrays.stream(mas).anyMatch(Double::isFinite);
        double room = height - TOP - BOTTOM - (angles ? BETWEEN : 0);
        double upper = angles ? room * 0.66 : room;
        for (DateTicks.Tick tick : DateTicks.along(across.low(), across.high(), across.length())) {
            double x = across.pixel(tick.et());
            ink.hairline(x, height - BOTTOM, x, height - BOTTOM + 4, palette().line());
            ink.text(
                    tick.label(),
                    x,
                    height - BOTTOM + LABEL,
                    TextAlignment.CENTER,
                    palette().muted());
        }
        List<Line> lines = List.of(
                new Line("import.radial", now.radial(), tint(1), Ink.dash(0)),
                new Line("import.along", now.along(), tint(2), Ink.dash(1)),
                new Line("import.cross", now.cross(), tint(3), Ink.dash(2)),
                new Line("import.distance", now.km(), palette().text(), Ink.dash(0)));
        distances(ink, now.et(), lines, across, upper);
        if (angles) {
            Axis up = new Axis(0, reach(mas), height - BOTTOM, TOP + upper + BETWEEN);
            ink.hairline(
                    across.start(),
                    up.start(),
                    across.end(),
                    up.start(),
                    palette().line());
            scale(ink, KernelText.mas(up.high()), up.pixel(up.high()));
            scale(ink, "0 mas", up.pixel(0));
            ink.curve(
                    Curve.of(now.et(), mas, across::pixel, up::pixel), palette().text(), LINE);
            ink.text(
                    words.get("import.seen"),
                    across.end() + 6,
                    up.pixel(last(mas)),
                    TextAlignment.LEFT,
                    palette().text());
        }
        if (across.holds(readingX())) {
            ink.hairline(readingX(), TOP, readingX(), height - BOTTOM, palette().sun());
            readout(ink, now, lines, across);
        }
    }

    private void distances(Ink ink, double[] et, List<Line> lines, Axis across, double upper) {
        double most =
                lines.stream().mapToDouble(line -> reach(line.value)).max().orElse(1);
        Axis up = new Axis(-most, most, TOP + upper, TOP);
        ink.hairline(
                across.start(),
                up.pixel(0),
                across.end(),
                up.pixel(0),
                palette().line());
        scale(ink, KernelText.km(most), up.pixel(most));
        scale(ink, "0 km", up.pixel(0));
        scale(ink, KernelText.km(-most), up.pixel(-most));
        double[] ends = new double[lines.size()];
        double[] weights = new double[lines.size()];
        for (int i = 0; i < ends.length; i++) {
            Line line = lines.get(i);
            ink.curve(Curve.of(et, line.value, across::pixel, up::pixel), line.color, LINE, line.dash);
            ends[i] = up.pixel(last(line.value));
            weights[i] = reach(line.value);
        }
        double[] at = EndLabels.apart(ends, weights, LABEL, TOP, TOP + upper);
        for (int i = 0; i < ends.length; i++) {
            if (!Double.isNaN(at[i])) {
                Line line = lines.get(i);
                ink.text(words.get(line.key), across.end() + 6, at[i], TextAlignment.LEFT, line.color);
            }
        }
    }

    private void scale(Ink ink, String said, double y) {
        ink.text(said, LEFT - 8, y, TextAlignment.RIGHT, palette().muted());
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

    private void readout(Ink ink, KernelDiff.Series now, List<Line> lines, Axis across) {
        double[] et = now.et();
        double at = across.value(readingX());
        int found = Arrays.binarySearch(et, at);
        int i = found >= 0 ? found : Math.clamp(-found - 1, 0, et.length - 1);
        StringBuilder said = new StringBuilder(DateTicks.text(at, across.high() - across.low()));
        for (Line line : lines) {
            said.append("  ").append(words.get(line.key)).append(' ').append(KernelText.km(line.value[i]));
        }
        if (Double.isFinite(now.mas()[i])) {
            said.append("  ").append(KernelText.mas(now.mas()[i]));
        }
        String text = Ink.fit(said.toString(), getWidth());
        double half = Ink.width(text) / 2;
        double middle = Math.max(half, Math.min(readingX(), getWidth() - half));
        ink.text(text, middle, TOP / 2 - 4, TextAlignment.CENTER, palette().text());
    }
}
