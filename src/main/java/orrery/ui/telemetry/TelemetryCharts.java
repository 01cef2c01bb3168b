package orrery.ui.telemetry;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import orrery.ui.chart.Series;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Words;

/** The charts of the tab. */
final class TelemetryCharts {
    final LanesChart lanes;
    final HeatChart responseHeat;
    final PageMapChart strips;
    /** In their order. */
    final List<TimeChart> all;

    private final Words words;
    private final TimeWindow window;
    private final PulsePump pump;

    TelemetryCharts(Words words, TimeWindow window, PulsePump pump, FrameTimes frames) {
        this.words = words;
        this.window = window;
        this.pump = pump;
        lanes = new LanesChart(words.get("telemetry.lanes"), window, pump);
        responseHeat = new HeatChart(words.get("telemetry.heat.response"), true, window, pump);
        strips = new PageMapChart(words.get("telemetry.pages"), window, pump);
        all = List.of(
                lanes,
                lines("rate", 130, FigureText::rate, TelemetrySeries::rates).missing(words.get("telemetry.rate.none")),
                new HeatChart(words.get("telemetry.heat.service"), false, window, pump),
                responseHeat,
                new CurveChart(words.get("telemetry.curve"), window, pump),
                lines("heap.chart", 120, FigureText::bytes, TelemetrySeries::heap),
                lines("allocation.chart", 100, bytes -> FigureText.bytes(bytes) + "/s", TelemetrySeries::allocation),
                lines("memory.chart", 140, FigureText::bytes, TelemetrySeries::memory),
                strips,
                lines("cost.chart", 100, FigureText::percent, TelemetrySeries::cost),
                lines("frames.chart", 110, FigureText::time, shot -> TelemetrySeries.frames(frames, shot))
                        .missing(words.get("telemetry.frames.none")));
    }

    private SeriesChart lines(
            String title,
            double height,
            DoubleFunction<String> formatter,
            Function<TelemetrySnapshot, List<Series>> lines) {
        return new SeriesChart(words.get("telemetry." + title), height, window, pump, formatter, lines);
    }
}
