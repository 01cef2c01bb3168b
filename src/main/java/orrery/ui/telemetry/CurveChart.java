package orrery.ui.telemetry;

import java.util.List;
import javafx.scene.text.TextAlignment;
import orrery.telemetry.LatencyHistogram;
import orrery.telemetry.LatencySample;
import orrery.ui.chart.ChartAxis;
import orrery.ui.chart.Curve;
import orrery.ui.chart.EndLabels;
import orrery.ui.chart.Ink;
import orrery.ui.fx.PulsePump;

/**
 * The percentile curve as HdrHistogram draws it: percentiles on an x axis that gives each further nine the same width,
 * latency on a logarithmic y axis. Service and response time are two lines, named at their ends.
 */
final class CurveChart extends TimeChart {
    private static final double NINES = 5;
    private static final double WIDTH = 1.5;
    /** The height of a line of text, pixels. */
    private static final double LABEL = 12;
    /** Space for the name of a line that reaches the right edge. */
    private static final double NAME = 46;

    private static final String[] PERCENTILES = {"0", "90", "99", "99.9", "99.99", "99.999"};

    private LatencyHistogram service = LatencyHistogram.EMPTY;
    private LatencyHistogram response = LatencyHistogram.EMPTY;

    CurveChart(String title, TimeWindow window, PulsePump pump) {
        super(title, TOP + BOTTOM + 120, window, pump);
    }

    @Override
    boolean isTimed() {
        return false;
    }

    @Override
    void show(TelemetrySnapshot taken) {
        service = LatencyHistogram.EMPTY;
        response = LatencyHistogram.EMPTY;
        for (LatencySample.Group group :
                taken.total().map(LatencySample::groups).orElse(List.of())) {
            service = service.plus(group.total().service());
            response = response.plus(group.total().response());
        }
        super.show(taken);
    }

    @Override
    protected void draw(Ink ink, double width, double height) {
        double bottom = height - BOTTOM;
        ink.heading(title(), FigureText.word("curve.since"));
        LatencyHistogram widest = response.count() > 0 ? response : service;
        if (widest.count() == 0) {
            note(ink, FigureText.word("curve.none"));
            return;
        }
        long least = Math.max(1, service.count() > 0 ? service.lowest(0) : widest.lowest(0));
        double low = Math.log10((double) least);
        double high = Math.max(low + 0.5, Math.log10((double) Math.max(service.max(), response.max())));
        ChartAxis across = new ChartAxis(0, NINES, LEFT, LEFT + plotWidth());
        ChartAxis up = new ChartAxis(low, high, bottom, TOP);
        ink.hairline(LEFT, bottom, LEFT + plotWidth(), bottom, palette().line());
        for (int nine = 0; nine < PERCENTILES.length; nine++) {
            ink.text(
                    PERCENTILES[nine],
                    across.pixel(nine),
                    bottom + 10,
                    TextAlignment.CENTER,
                    palette().muted());
        }
        ink.text(
                FigureText.word("log"),
                0,
                bottom + 10,
                TextAlignment.LEFT,
                palette().muted());
        for (int power : up.powers(LABEL)) {
            String time = FigureText.time(Math.pow(10, power));
            ink.text(
                    time,
                    LEFT - 8,
                    up.pixel(power),
                    TextAlignment.RIGHT,
                    palette().muted());
        }
        List<LatencyHistogram> lines = List.of(service, response);
        String[] names = {FigureText.word("service"), FigureText.word("response")};
        double[] ends = new double[names.length];
        double[] rights = new double[names.length];
        for (int i = 0; i < names.length; i++) {
            List<Curve.Part> curve = curve(lines.get(i), across, up);
            ink.curve(curve, ink.color(i), WIDTH, Ink.dash(i));
            ends[i] = curve.isEmpty()
                    ? Double.NaN
                    : curve.getLast().y()[curve.getLast().y().length - 1];
            rights[i] = curve.isEmpty()
                    ? Double.NaN
                    : curve.getLast().x()[curve.getLast().x().length - 1];
        }
        double[] at = EndLabels.apart(ends, new double[] {1, 1}, LABEL, TOP, bottom);
        for (int i = 0; i < names.length; i++) {
            if (!Double.isNaN(at[i])) {
                double x = Math.min(rights[i] + 6, width - NAME);
                ink.text(names[i], x, at[i], TextAlignment.LEFT, ink.color(i));
            }
        }
    }

    private static List<Curve.Part> curve(LatencyHistogram times, ChartAxis across, ChartAxis up) {
        if (times.count() == 0) {
            return List.of();
        }
        int points = Math.max(2, (int) across.length());
        double[] nines = new double[points];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            nines[i] = NINES * i / (points - 1);
            double beyond = Math.pow(10, -nines[i]);
            // Beyond the last query the curve has no meaning.
            values[i] = i > 0 && beyond * times.count() < 1
                    ? Double.NaN
                    : Math.log10((double) Math.max(1, times.percentile(100 * (1 - beyond))));
        }
        return Curve.joined(nines, values, 0, across::pixel, up::pixel);
    }

    @Override
    String summary() {
        return service.count() == 0
                ? FigureText.word("curve.summary.none", title())
                : FigureText.word(
                        "curve.summary",
                        title(),
                        FigureText.time(service.percentile(50)),
                        FigureText.time(service.percentile(99.9)),
                        FigureText.time(service.max()));
    }
}
