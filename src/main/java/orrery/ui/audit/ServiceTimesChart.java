package orrery.ui.audit;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.audit.ServiceTimes;
import orrery.ui.chart.ChartAxis;
import orrery.ui.chart.Curve;
import orrery.ui.chart.EndLabels;
import orrery.ui.chart.Ink;
import orrery.ui.chart.LiveChart;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Words;

/**
 * The service times of two ledgers: percentiles on the x axis, where each further nine has the same width, time on a
 * logarithmic y axis. The lines are named at their ends; the earlier one is dashed. JavaFX thread.
 */
final class ServiceTimesChart extends LiveChart {
    private static final double HEIGHT = 170;
    private static final double LEFT = 52;
    private static final double RIGHT = 62;
    private static final double TOP = 12;
    private static final double BOTTOM = 22;
    private static final double LABEL = 13;
    private static final double WIDTH = 1.5;
    /** Of the longest percentile with a gap, pixels. */
    private static final double PERCENTILE_WIDTH = 52;

    private static final List<String> PERCENTILES = List.of("0", "90", "99", "99.9", "99.99", "99.999", "99.9999");

    private final Words words;
    private ServiceTimes then = ServiceTimes.NONE;
    private ServiceTimes now = ServiceTimes.NONE;

    ServiceTimesChart(PulsePump pump, Words words) {
        super(pump, words.get("audit.side.curves"));
        this.words = words;
    }

    void show(SideBySide pair) {
        then = pair.timesThen();
        now = pair.timesNow();
        setAccessibleText(words.get("audit.side.curves") + ". " + spoken("audit.side.then", then) + " "
                + spoken("audit.side.now", now));
        changed();
    }

    private String spoken(String who, ServiceTimes times) {
        return words.get(who) + ": "
                + times.points().stream()
                        .filter(point -> point.nines() == Math.rint(point.nines()) && point.nines() > 0)
                        .map(point -> PERCENTILES.get((int) point.nines()) + " % " + WindowFigures.nanos(point.nanos()))
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(words.get("audit.side.none"))
                + ".";
    }

    @Override
    protected void draw(Ink ink, double width, double height) {
        double most = Math.max(most(then), most(now));
        if (most <= 0) {
            ink.text(
                    words.get("audit.side.none"),
                    0,
                    TOP,
                    TextAlignment.LEFT,
                    palette().muted());
            return;
        }
        double least = Math.min(least(then), least(now));
        double bottom = height - BOTTOM;
        double low = Math.log10(Math.max(1, least));
        ChartAxis across = new ChartAxis(0, Math.max(1, Math.max(nines(then), nines(now))), LEFT, width - RIGHT);
        ChartAxis up = new ChartAxis(low, Math.max(low + 0.5, Math.log10(most)), bottom, TOP);
        ink.hairline(LEFT, bottom, width - RIGHT, bottom, palette().line());
        // In a narrow panel adjacent labels would touch.
        int step = across.pixel(1) - across.pixel(0) < PERCENTILE_WIDTH ? 2 : 1;
        for (int nine = 0; nine <= across.high(); nine += step) {
            String label = PERCENTILES.get(nine) + (nine == 0 ? " %" : "");
            ink.text(
                    label,
                    across.pixel(nine),
                    bottom + 11,
                    TextAlignment.CENTER,
                    palette().muted());
        }
        for (int power : up.powers(LABEL)) {
            String label = WindowFigures.nanos(Math.round(Math.pow(10, power)));
            ink.text(
                    label,
                    LEFT - 8,
                    up.pixel(power),
                    TextAlignment.RIGHT,
                    palette().muted());
        }
        double[] ends = {
            line(ink, then, across, up, ink.color(1), Ink.dash(1)), line(ink, now, across, up, ink.color(0))
        };
        double[] at = EndLabels.apart(ends, new double[] {1, 2}, LABEL, TOP, bottom);
        name(ink, "audit.side.then", width, at[0], ink.color(1));
        name(ink, "audit.side.now", width, at[1], ink.color(0));
    }

    /** Both labels are beyond the longer line, so that neither covers it. */
    private void name(Ink ink, String word, double width, double y, Color color) {
        if (!Double.isNaN(y)) {
            ink.text(words.get(word), width - RIGHT + 8, y, TextAlignment.LEFT, color);
        }
    }

    /** Where it ends, pixels; NaN if there is none. */
    private static double line(
            Ink ink, ServiceTimes times, ChartAxis across, ChartAxis up, Color color, double... dash) {
        if (times.points().isEmpty()) {
            return Double.NaN;
        }
        double[] x =
                times.points().stream().mapToDouble(ServiceTimes.Point::nines).toArray();
        double[] y = times.points().stream()
                .mapToDouble(point -> Math.log10((double) Math.max(1, point.nanos())))
                .toArray();
        ink.curve(Curve.joined(x, y, 0, across::pixel, up::pixel), color, WIDTH, dash);
        return up.pixel(y[y.length - 1]);
    }

    private static double nines(ServiceTimes times) {
        return times.points().isEmpty() ? 0 : times.points().getLast().nines();
    }

    private static double most(ServiceTimes times) {
        return times.points().isEmpty() ? 0 : times.points().getLast().nanos();
    }

    private static double least(ServiceTimes times) {
        return times.points().isEmpty()
                ? Double.POSITIVE_INFINITY
                : times.points().getFirst().nanos();
    }

    @Override
    public double prefHeight(double width) {
        return HEIGHT;
    }

    @Override
    public double minHeight(double width) {
        return HEIGHT;
    }

    @Override
    public double maxHeight(double width) {
        return HEIGHT;
    }
}
