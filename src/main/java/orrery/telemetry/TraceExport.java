package orrery.telemetry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Exports telemetry of a run as a trace for Perfetto: the run's own spans (claims, windows), collections and
 * safepoints, one track per thread with its own states and one with those sampled from the JVM, and as counters queries
 * per second, heap, and resident pages of each mapped kernel.
 */
public final class TraceExport {
    private final Telemetry telemetry;
    private final long from;
    private final long to;

    /** The export for a period between two instants ({@link System#nanoTime}); late events must have arrived by now. */
    public TraceExport(Telemetry telemetry, long from, long to) {
        this.telemetry = telemetry;
        this.from = from;
        this.to = to;
    }

    /**
     * Writes it.
     *
     * @param process name of the process
     * @throws IOException if {@code out} fails
     */
    public void write(Appendable out, String process, List<Spans.Span> spans) throws IOException {
        try (ChromeTrace trace = new ChromeTrace(out, from, process)) {
            spans(trace, spans);
            pauses(trace);
            for (Lane lane : telemetry.lanes()) {
                if (lane.since() <= to && lane.ended() >= from) {
                    lane(trace, lane);
                }
            }
            counters(trace);
        }
    }

    private static void spans(ChromeTrace trace, List<Spans.Span> spans) throws IOException {
        Map<String, List<ChromeTrace.Stretch>> tracks = new LinkedHashMap<>();
        spans.forEach(span -> tracks.computeIfAbsent(span.track(), _ -> new ArrayList<>())
                .add(new ChromeTrace.Stretch(span.name(), span.start(), span.end(), new TreeMap<>(span.says()))));
        for (Map.Entry<String, List<ChromeTrace.Stretch>> track : tracks.entrySet()) {
            trace.track(track.getKey(), track.getKey(), track.getValue());
        }
    }

    private void pauses(ChromeTrace trace) throws IOException {
        for (Pause.Kind kind : Pause.Kind.values()) {
            String name = switch (kind) {
                case GC -> "collections";
                case SAFEPOINT -> "safepoints";
            };
            trace.track(
                    name,
                    name,
                    telemetry.pauses(from, to).stream()
                            .filter(pause -> pause.kind() == kind)
                            .map(pause -> new ChromeTrace.Stretch(pause.what(), pause.start(), pause.end(), Map.of()))
                            .toList());
        }
    }

    private void lane(ChromeTrace trace, Lane lane) throws IOException {
        if (lane.worker().isPresent()) {
            WorkerRecorder worker = lane.worker().get();
            trace.track(
                    worker.group() + "/" + worker.name(),
                    "worker",
                    stretches(worker.timeline().snapshot(), WorkState::words));
        }
        trace.track(
                lane.group() + "/" + lane.name() + " (JVM)",
                "thread",
                stretches(lane.jvm().snapshot(), JvmState::words));
    }

    private <S extends Enum<S>> List<ChromeTrace.Stretch> stretches(
            TimelineSnapshot<S> runs, Function<S, String> words) {
        List<ChromeTrace.Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            if (runs.end(i) >= from && runs.start(i) <= to) {
                Map<String, String> says = runs.queriesAtStart(i) > 0
                        ? Map.of("queries before", Long.toString(runs.queriesAtStart(i)))
                        : Map.of();
                stretches.add(new ChromeTrace.Stretch(
                        words.apply(runs.state(i)), runs.start(i), Math.min(to, runs.end(i)), says));
            }
        }
        return stretches;
    }

    private void counters(ChromeTrace trace) throws IOException {
        for (LatencySample sample : telemetry.window(LatencySample.class, from, to)) {
            counter(trace, "queries a second", sample.nanos(), "1/s", sample.rate());
        }
        for (HeapSample sample : telemetry.window(HeapSample.class, from, to)) {
            counter(trace, "heap used, bytes", sample.nanos(), "B", (double) sample.used());
        }
        for (ResidencySample sample : telemetry.window(ResidencySample.class, from, to)) {
            for (Map.Entry<String, Measurement<ResidencySample.Counts>> region :
                    sample.counts().entrySet()) {
                if (region.getValue().value().isPresent()) {
                    ResidencySample.Counts counts = region.getValue().value().get();
                    // Stacked by viewers: the parts of the file, each page once.
                    SequencedMap<String, Double> series = new LinkedHashMap<>();
                    series.put("in this process's page tables", (double) counts.mapped());
                    series.put("in the page cache only", (double) Math.max(0, counts.cached() - counts.mapped()));
                    trace.counter(region.getKey() + ", pages resident", sample.nanos(), series);
                }
            }
        }
    }

    private static void counter(ChromeTrace trace, String name, long nanos, String unit, double value)
            throws IOException {
        SequencedMap<String, Double> series = new LinkedHashMap<>();
        series.put(unit, value);
        trace.counter(name, nanos, series);
    }
}
