package orrery.ui.telemetry;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import orrery.ui.chart.ChartAxis;
import orrery.ui.chart.Ink;
import orrery.ui.chart.LinePlot;
import orrery.ui.chart.Series;
import orrery.ui.fx.PulsePump;

/** Lines over the time window, above zero, each named with its newest value at its end. */
final class SeriesChart extends TimeChart {
    private final Function<TelemetrySnapshot, List<Series>> lines;
    private final DoubleFunction<String> formatter;
    private final LinePlot plot;
    private String missing = FigureText.MISSING;
    private List<Series> drawn = List.of();

    /**
     * @param formatter formats a value
     * @param lines selects the lines; their x are nanoseconds since the start of the window
     */
    SeriesChart(
            String title,
            double height,
            TimeWindow window,
            PulsePump pump,
            DoubleFunction<String> formatter,
            Function<TelemetrySnapshot, List<Series>> lines) {
        super(title, height, window, pump);
        this.lines = lines;
        this.formatter = formatter;
        this.plot = new LinePlot(formatter);
    }

    /** What it says instead if there is nothing to draw. */
    SeriesChart missing(String text) {
        missing = text;
        return this;
    }

    @Override
    void show(TelemetrySnapshot taken) {
        drawn = lines.apply(taken);
        super.show(taken);
    }

    @Override
    protected void draw(Ink ink, double width, double height) {
        double bottom = height - BOTTOM;
        ink.heading(
                title(),
                window.crosshair().isPresent() ? readout(window.crosshair().getAsLong()) : "");
        timeAxis(ink, bottom);
        if (drawn.stream().noneMatch(Series::hasValues)) {
            note(ink, missing);
            return;
        }
        ChartAxis across = across();
        plot.draw(ink, drawn, across, TOP + 6, bottom);
        crosshair(ink, TOP, bottom);
    }

    private String readout(long at) {
        return FigureText.word("at", FigureText.time(window.now() - at)) + " · "
                + plot.readout(drawn, (double) (at - shot.from()));
    }

    @Override
    String summary() {
        StringBuilder text = new StringBuilder(title());
        boolean any = false;
        for (Series line : drawn) {
            double now = line.at((double) (shot.to() - shot.from()));
            if (!Double.isNaN(now)) {
                text.append(", ").append(line.name()).append(' ').append(formatter.apply(now));
                any = true;
            }
        }
        return any ? text + "." : text + ". " + missing;
    }
}
