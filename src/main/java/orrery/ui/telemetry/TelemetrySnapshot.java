package orrery.ui.telemetry;

import java.util.List;
import java.util.Optional;
import orrery.telemetry.CostSample;
import orrery.telemetry.HeapSample;
import orrery.telemetry.Lane;
import orrery.telemetry.LatencySample;
import orrery.telemetry.LivenessSample;
import orrery.telemetry.MappingsSample;
import orrery.telemetry.Pause;
import orrery.telemetry.ProcessSample;
import orrery.telemetry.ResidencySample;
import orrery.telemetry.Telemetry;
import orrery.telemetry.ThreadsSample;

/**
 * All that the tab draws at one time: pulled once, drawn by every chart, and kept as it is while paused. Immutable but
 * for the lanes, whose timelines are read when they are drawn.
 *
 * @param from the window's beginning, nanoTime
 * @param to its end
 * @param total all queries since the beginning, with the newest percentiles up to {@code to}
 */
record TelemetrySnapshot(
        long from,
        long to,
        List<Lane> lanes,
        List<Pause> pauses,
        List<LatencySample> latency,
        List<ThreadsSample> threads,
        List<HeapSample> heap,
        List<ProcessSample> process,
        List<MappingsSample> mappings,
        List<ResidencySample> residency,
        List<CostSample> cost,
        Optional<LatencySample> total,
        Optional<ResidencySample> pages,
        Optional<LivenessSample> liveness) {
    /** So much before the window is pulled too, so that lines reach its edge. */
    private static final long BEFORE = 2_000_000_000L;

    static final TelemetrySnapshot NONE = new TelemetrySnapshot(
            0,
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Pulls a window; what is told only for the newest sample (pages, totals) stays {@code before}'s while paused. */
    static TelemetrySnapshot of(Telemetry telemetry, TimeWindow window, TelemetrySnapshot before) {
        long from = window.from();
        long to = window.to();
        boolean live = window.live();
        return new TelemetrySnapshot(
                from,
                to,
                telemetry.lanes(),
                telemetry.pauses(from, to),
                telemetry.window(LatencySample.class, from - BEFORE, to),
                telemetry.window(ThreadsSample.class, from - BEFORE, to),
                telemetry.window(HeapSample.class, from - BEFORE, to),
                telemetry.window(ProcessSample.class, from - BEFORE, to),
                telemetry.window(MappingsSample.class, from - BEFORE, to),
                telemetry.window(ResidencySample.class, from - BEFORE, to),
                telemetry.window(CostSample.class, from - BEFORE, to),
                live ? telemetry.latest(LatencySample.class) : before.total,
                live ? telemetry.latest(ResidencySample.class) : before.pages,
                live ? telemetry.latest(LivenessSample.class) : before.liveness);
    }

    /** Whether anything has been sampled. */
    boolean isEmpty() {
        return heap.isEmpty() && latency.isEmpty() && threads.isEmpty();
    }
}
