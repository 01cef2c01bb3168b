package orrery.ui.telemetry;

import java.util.List;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Words;

/** The charts of the tab, in their order. */
final class TelemetryCharts {
    private TelemetryCharts() {}

    static List<TimeChart> of(
            Words words,
            TimeWindow window,
            PulsePump pump,
            FrameTimes frames,
            LanesChart lanes,
            HeatChart responseHeat,
            StripChart strips) {
        String notHere = FigureText.MISSING;
        return List.of(
                lanes,
                new LinesChart(
                        words.get("telemetry.rate"),
                        words.get("telemetry.rate.none"),
                        130,
                        window,
                        pump,
                        FigureText::rate,
                        ChartLines::rates),
                new HeatChart(words.get("telemetry.heat.service"), false, window, pump),
                responseHeat,
                new CurveChart(words.get("telemetry.curve"), window, pump),
                new LinesChart(
                        words.get("telemetry.heap.chart"),
                        notHere,
                        120,
                        window,
                        pump,
                        FigureText::bytes,
                        ChartLines::heap),
                new LinesChart(
                        words.get("telemetry.allocation.chart"),
                        notHere,
                        100,
                        window,
                        pump,
                        bytes -> FigureText.bytes(bytes) + "/s",
                        ChartLines::allocation),
                new LinesChart(
                        words.get("telemetry.memory.chart"),
                        notHere,
                        140,
                        window,
                        pump,
                        FigureText::bytes,
                        ChartLines::memory),
                strips,
                new LinesChart(
                        words.get("telemetry.cost.chart"),
                        notHere,
                        100,
                        window,
                        pump,
                        FigureText::percent,
                        ChartLines::cost),
                new LinesChart(
                        words.get("telemetry.frames.chart"),
                        words.get("telemetry.frames.none"),
                        110,
                        window,
                        pump,
                        FigureText::time,
                        shot -> ChartLines.frames(frames, shot)));
    }
}
