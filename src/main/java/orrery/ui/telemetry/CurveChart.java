package orrery.ui.telemetry;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.telemetry.LatencyHistogram;
import orrery.telemetry.LatencySample;
import orrery.ui.fx.PulsePump;

/**
 * The percentile curve as HdrHistogram draws it: percentiles across on an axis that gives each further nine the same
 * width, latency up on a log axis. Service and response time are two lines, named at their ends.
 */
final class CurveChart extends TimeChart {
    private static final double NINES = 5;
    private static final String[] PERCENTILES = {"0", "90", "99", "99.9", "99.99", "99.999"};

    private LatencyHistogram service = LatencyHistogram.EMPTY;
    private LatencyHistogram response = LatencyHistogram.EMPTY;

    CurveChart(String title, TimeWindow window, PulsePump pump) {
        super(title, TOP + BOTTOM + 120, window, pump);
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

    LatencyHistogram service() {
        return service;
    }

    LatencyHistogram response() {
        return response;
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        double bottom = height - BOTTOM;
        heading(g, FigureText.word("curve.since"));
        LatencyHistogram widest = response.count() > 0 ? response : service;
        if (widest.count() == 0) {
            note(g, FigureText.word("curve.none"));
            return;
        }
        long least = Math.max(1, service.count() > 0 ? service.lowest(0) : widest.lowest(0));
        double low = Math.log10((double) least);
        double high = Math.max(low + 0.5, Math.log10((double) Math.max(service.max(), response.max())));
        g.setStroke(palette.line());
        g.setLineWidth(1);
        g.strokeLine(LEFT, Math.rint(bottom) + 0.5, LEFT + plotWidth(), Math.rint(bottom) + 0.5);
        for (int nine = 0; nine < PERCENTILES.length; nine++) {
            double x = LEFT + nine / NINES * plotWidth();
            words(g, PERCENTILES[nine], x, bottom + 10, TextAlignment.CENTER, palette.muted());
        }
        words(g, FigureText.word("log"), 0, bottom + 10, TextAlignment.LEFT, palette.muted());
        for (int power = (int) Math.ceil(low); power <= high; power++) {
            double y = bottom - (power - low) / (high - low) * (bottom - TOP);
            words(g, FigureText.time(Math.pow(10, power)), LEFT - 8, y, TextAlignment.RIGHT, palette.muted());
        }
        curve(g, service, FigureText.word("service"), palette.running(), bottom, low, high);
        if (response.count() > 0) {
            g.setLineDashes(6, 4);
            curve(g, response, FigureText.word("response"), palette.sun(), bottom, low, high);
            g.setLineDashes();
        }
    }

    private void curve(
            GraphicsContext g,
            LatencyHistogram times,
            String name,
            Color colour,
            double bottom,
            double low,
            double high) {
        if (times.count() == 0) {
            return;
        }
        int points = Math.max(2, (int) plotWidth());
        double[] xs = new double[points];
        double[] ys = new double[points];
        int used = 0;
        for (int i = 0; i < points; i++) {
            double nines = NINES * i / (points - 1);
            double beyond = Math.pow(10, -nines);
            // Where fewer are left than one, the curve says nothing more.
            if (i > 0 && beyond * times.count() < 1) {
                break;
            }
            double value = Math.log10((double) Math.max(1, times.percentile(100 * (1 - beyond))));
            xs[used] = LEFT + nines / NINES * plotWidth();
            ys[used++] = bottom - (value - low) / (high - low) * (bottom - TOP);
        }
        g.setStroke(colour);
        g.setLineWidth(1.5);
        g.strokePolyline(xs, ys, used);
        words(g, name, Math.min(xs[used - 1] + 6, getWidth() - 46), ys[used - 1], TextAlignment.LEFT, colour);
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
