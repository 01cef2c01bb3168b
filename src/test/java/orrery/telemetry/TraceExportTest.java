package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.testing.Eventually;

/**
 * Traces against the documented format (Google, "Trace Event Format", sections JSON Object Format, Complete Events,
 * Counter Events, Metadata Events), because viewers silently drop anything else.
 */
class TraceExportTest {
    @TempDir
    private Path directory;

    /** The rules of the document for the phases written here; returns the events. */
    private static List<JsonNode> wellFormed(String text) throws IOException {
        JsonNode trace = new ObjectMapper().readTree(text);
        assertThat(trace.path("displayTimeUnit").asText()).isIn("ms", "ns");
        assertThat(trace.path("traceEvents").isArray()).isTrue();
        List<JsonNode> events = new ArrayList<>();
        trace.path("traceEvents").forEach(events::add);
        Map<Integer, Double> ends = new HashMap<>();
        Set<Integer> named = new HashSet<>();
        for (JsonNode event : events) {
            assertThat(event.path("name").isTextual()).as(event.toString()).isTrue();
            assertThat(event.path("pid").isInt()).isTrue();
            assertThat(event.path("tid").isInt()).isTrue();
            int track = event.path("tid").asInt();
            switch (event.path("ph").asText()) {
                case "M" -> {
                    String what = event.path("name").asText();
                    assertThat(what).isIn("process_name", "thread_name", "thread_sort_index");
                    if (what.equals("thread_sort_index")) {
                        assertThat(event.at("/args/sort_index").isInt()).isTrue();
                    } else {
                        assertThat(event.at("/args/name").isTextual()).isTrue();
                        named.add(track);
                    }
                }
                case "X" -> {
                    assertThat(event.path("cat").isTextual()).isTrue();
                    assertThat(event.path("ts").isNumber()).isTrue();
                    assertThat(event.path("dur").isNumber()).isTrue();
                    double start = event.path("ts").asDouble();
                    assertThat(start).isNotNegative();
                    assertThat(event.path("dur").asDouble()).isNotNegative();
                    assertThat(named)
                            .as("a track has its name before its events")
                            .contains(track);
                    // Nested or apart: apart, here.
                    assertThat(start).isGreaterThanOrEqualTo(ends.getOrDefault(track, 0.0) - 1e-3);
                    ends.put(track, start + event.path("dur").asDouble());
                }
                case "C" -> {
                    assertThat(event.path("ts").isNumber()).isTrue();
                    assertThat(event.path("args").size()).isPositive();
                    event.path("args")
                            .forEach(value -> assertThat(value.isNumber()).isTrue());
                }
                default -> throw new AssertionError("a phase that is not written here: " + event);
            }
        }
        return events;
    }

    @Test
    void instantsAreMicrosecondsFromTheOriginAndOverlapsHaveRowsOfTheirOwn() throws IOException {
        StringBuilder out = new StringBuilder();
        try (ChromeTrace trace = new ChromeTrace(out, 1_000_000, "a \"quoted\" \\ name\n")) {
            trace.track(
                    "claims",
                    "claim",
                    List.of(
                            new ChromeTrace.Stretch("late", 4_000_000, 9_000_000, Map.of("says", "tab\t")),
                            new ChromeTrace.Stretch("long", 3_000_000, 5_000_001, Map.of()),
                            new ChromeTrace.Stretch("early", 0, 2_500_000, Map.of()),
                            new ChromeTrace.Stretch("before all", 0, 900_000, Map.of())));
            SequencedMap<String, Double> series = new LinkedHashMap<>();
            series.put("pages", 12.0);
            trace.counter("resident", 2_000_000, series);
            trace.counter("too early", 10, series);
        }
        List<JsonNode> events = wellFormed(out.toString());
        assertThat(events.getFirst().at("/args/name").asText()).isEqualTo("a \"quoted\" \\ name\n");
        List<JsonNode> stretches =
                events.stream().filter(e -> e.path("ph").asText().equals("X")).toList();
        assertThat(stretches.stream().map(e -> e.path("name").asText())).containsExactly("early", "long", "late");
        JsonNode early = stretches.getFirst();
        assertThat(early.path("ts").asDouble()).as("cut at the origin").isZero();
        assertThat(early.path("dur").asDouble()).as("1.5 ms in microseconds").isEqualTo(1500);
        assertThat(stretches.get(1).path("ts").asDouble()).isEqualTo(2000);
        assertThat(stretches.get(1).path("dur").asText()).isEqualTo("2000.001");
        assertThat(stretches.get(2).path("tid")).isNotEqualTo(stretches.get(1).path("tid"));
        assertThat(stretches.get(2).at("/args/says").asText()).isEqualTo("tab\t");
        assertThat(events)
                .filteredOn(e -> e.path("ph").asText().equals("C"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.path("ts").asDouble()).isEqualTo(1000);
                    assertThat(e.at("/args/pages").asDouble()).isEqualTo(12);
                });
    }

    @Test
    void whatTelemetrySawBecomesTracksAndCounters() throws Exception {
        WorkerRecorder worker = WorkerRecorder.closedLoop("audit", "w");
        worker.bind();
        Spans spans = new Spans();
        long from = System.nanoTime();
        try (MappedFile file = new MappedFile(directory.resolve("m.bin"), 1 << 20);
                Telemetry telemetry = new Telemetry(TelemetrySettings.every(Duration.ofMillis(5)))) {
            telemetry.register(List.of(worker));
            telemetry.regions(() -> List.of(file.region()));
            telemetry.start();
            Spans.OpenSpan claim = spans.begin("claims", "A1 identical");
            worker.enter(WorkState.QUERYING);
            worker.end(worker.begin());
            worker.enter(WorkState.CHECKING);
            Eventually.so(
                    "looks at workers, heap and pages",
                    () -> telemetry.lanes().stream()
                                    .anyMatch(lane -> lane.worker().isPresent())
                            && telemetry.latest(LatencySample.class).isPresent()
                            && telemetry.latest(HeapSample.class).isPresent()
                            && telemetry.latest(ResidencySample.class).isPresent());
            claim.says("verdict", "proven").end();
            StringBuilder out = new StringBuilder();
            new TraceExport(telemetry, from, System.nanoTime()).write(out, "test", spans.ended());
            List<JsonNode> events = wellFormed(out.toString());
            List<String> tracks = events.stream()
                    .filter(e -> e.path("name").asText().equals("thread_name"))
                    .map(e -> e.at("/args/name").asText())
                    .toList();
            assertThat(tracks).contains("claims", "audit/w", "audit/w (JVM)");
            assertThat(events.stream().map(e -> e.path("name").asText()))
                    .contains("A1 identical", "querying", "checking", "queries a second", "heap used, bytes")
                    .anyMatch(name -> name.endsWith(", pages resident"));
            assertThat(events)
                    .filteredOn(e -> e.path("name").asText().equals("A1 identical"))
                    .singleElement()
                    .satisfies(e -> assertThat(e.at("/args/verdict").asText()).isEqualTo("proven"));
        }
    }
}
