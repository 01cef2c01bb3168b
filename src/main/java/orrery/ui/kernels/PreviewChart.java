package orrery.ui.kernels;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import orrery.forge.KernelDiff;
import orrery.ui.chart.ChartAxis;
import orrery.ui.chart.DateTicks;
import orrery.ui.chart.Ink;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Words;

/**
 * How far a preview is from what is loaded, over time: above radial, along-track and cross-track differences and the
 * total distance, about zero; below the angle seen from the Earth. The crosshair reads the values. JavaFX thread only.
 */
final class PreviewChart extends KernelChart {
    private static final double LEFT = 72;
    private static final double RIGHT = 76;
    private static final double TOP = 24;
    private static final double BOTTOM = 22;
    private static final double BETWEEN = 18;

    private KernelDiff.@Nullable Series shown;

    PreviewChart(PulsePump pump, Words words) {
        super(pump, words, words.get("import.chart"));
        reads(this::across);
    }

    /** Shows this, or nothing. */
    void show(KernelDiff.@Nullable Series now) {
        shown = now;
        changed();
    }

    private ChartAxis across() {
        KernelDiff.Series now = shown;
        double[] et = now == null ? new double[] {0, 1} : now.et();
        return new ChartAxis(et[0], et[et.length - 1], LEFT, getWidth() - RIGHT);
    }

    @Override
    protected void draw(Ink ink, double width, double height) {
        KernelDiff.Series now = shown;
        if (now == null) {
            return;
        }
        ChartAxis across = across();
        DateTicks.below(ink, across, height - BOTTOM);
        DifferenceBand distances = new DifferenceBand(
                List.of(
                        line(now, "import.radial", now.radial(), tint(1), 0),
                        line(now, "import.along", now.along(), tint(2), 1),
                        line(now, "import.cross", now.cross(), tint(3), 2),
                        line(now, "import.distance", now.km(), palette().text(), 0)),
                true,
                ColumnUnit::ofLength);
        DifferenceBand angles = new DifferenceBand(
                List.of(line(now, "import.seen", now.mas(), palette().text(), 0)), false, ColumnUnit::ofAngle);
        double room = height - TOP - BOTTOM - (angles.isEmpty() ? 0 : BETWEEN);
        double upper = angles.isEmpty() ? room : room * 0.66;
        distances.draw(ink, across, TOP, TOP + upper);
        if (!angles.isEmpty()) {
            angles.draw(ink, across, TOP + upper + BETWEEN, height - BOTTOM);
        }
        if (across.holds(readingX())) {
            ink.hairline(readingX(), TOP, readingX(), height - BOTTOM, palette().sun());
            double et = across.value(readingX());
            String readout = DateTicks.text(et, across.high() - across.low()) + "  "
                    + distances.readout(et, KernelText::km)
                    + (angles.isEmpty() ? "" : "  " + angles.readout(et, KernelText::mas));
            String text = Ink.fit(readout, getWidth());
            double half = Ink.width(text) / 2;
            double middle = Math.max(half, Math.min(readingX(), getWidth() - half));
            ink.text(text, middle, TOP / 2 - 4, TextAlignment.CENTER, palette().text());
        }
    }

    private DifferenceBand.Line line(KernelDiff.Series now, String key, double[] value, Color color, int dash) {
        return new DifferenceBand.Line(words.get(key), now.et(), value, color, Ink.dash(dash));
    }
}
