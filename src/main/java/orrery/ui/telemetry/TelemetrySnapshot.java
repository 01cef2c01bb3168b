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
 * Everything the tab draws at one time: read once, drawn by every chart, and kept unchanged while paused. Immutable
 * except for the lanes, whose timelines are read when they are drawn.
 *
 * @param from start of the window, nanoTime
 * @param to end of the window
 * @param total all queries since the start, with the newest percentiles up to {@code to}
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
    /** This much before the window is read too, so that lines reach its edge. */
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

    /**
     * Reads a window; what exists only for the newest sample (pages, totals) stays as in {@code before} while paused.
     */
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
