package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryTest {
    private static final Duration OFTEN = Duration.ofMillis(5);

    @TempDir
    private Path directory;

    @Test
    void everySamplerLooksAndIsRememberedAndEachLineNamesItsFiguresAndUnits() throws Exception {
        Map<String, SampleLine> lines = new ConcurrentHashMap<>();
        WorkerRecorder worker = WorkerRecorder.closedLoop("audit", "w");
        worker.bind();
        try (MappedFile file = new MappedFile(directory.resolve("m.bin"), 1 << 20);
                Telemetry telemetry = new Telemetry(TelemetrySettings.every(OFTEN))) {
            telemetry.register(worker);
            telemetry.regions(() -> List.of(file.region()));
            telemetry.subscribe(sample -> sample.lines().forEach(line -> lines.put(line.sampler(), line)));
            telemetry.start();
            Races.await("all samplers have looked", () -> lines.size() == SamplerKind.values().length);
            for (SamplerKind kind : SamplerKind.values()) {
                Sample latest = telemetry.latest(kind.type()).orElseThrow();
                assertThat(latest).isInstanceOf(kind.type());
                assertThat(telemetry.window(kind.type(), telemetry.originNanos(), Long.MAX_VALUE))
                        .isNotEmpty();
                SampleLine line = Objects.requireNonNull(lines.get(kind.wireName()));
                assertThat(line.figures()).isNotEmpty().allSatisfy(figure -> {
                    assertThat(figure.name()).matches("[a-z0-9.-]+");
                    assertThat(figure.unit()).isIn("B", "ns", "s", "1/s", "B/s", "%", "pages", "count");
                });
                assertThat(telemetry.seconds(line.nanos())).isPositive();
            }
            assertThat(telemetry.historyBytes()).isPositive();
            assertThat(telemetry.latest(CostSample.class).orElseThrow().clockNanos())
                    .isPositive();
            assertThat(telemetry.lanes()).anyMatch(lane -> lane.worker().isPresent());
        }
    }

    @Test
    void aStoppedTelemetryLooksNoMoreKeepsWhatItSawAndCanBeStartedAgain() {
        Telemetry telemetry = new Telemetry(heapOnly());
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        telemetry.subscribe(sample -> seen.add(sample.nanos()));
        telemetry.start();
        telemetry.start();
        Races.await("a look", () -> !seen.isEmpty());
        telemetry.stop();
        Set<Long> afterStop = new HashSet<>(seen);
        assertThat(telemetry.running()).isFalse();
        assertThat(telemetry.window(HeapSample.class, Long.MIN_VALUE, Long.MAX_VALUE))
                .hasSize(afterStop.size());
        telemetry.start();
        Races.await("another look", () -> seen.size() > afterStop.size());
        telemetry.close();
        telemetry.close();
    }

    @Test
    void aSamplerSwitchedOffLooksNoMoreUntilItIsSwitchedOn() {
        try (Telemetry telemetry = new Telemetry(heapOnly().with(SamplerKind.COST, OFTEN))) {
            telemetry.start();
            Races.await("a look", () -> telemetry.latest(HeapSample.class).isPresent());
            telemetry.enable(SamplerKind.HEAP, false);
            Races.await("switched off", () -> heapCost(telemetry).stream().anyMatch(cost -> !cost.enabled()));
            long looks = heapCost(telemetry).getFirst().looks();
            long then = System.nanoTime();
            Races.await(
                    "more cost looks",
                    () -> telemetry.latest(CostSample.class).orElseThrow().nanos() > then);
            assertThat(heapCost(telemetry).getFirst().looks()).isEqualTo(looks);
            telemetry.enable(SamplerKind.HEAP, true);
            Races.await("on again", () -> heapCost(telemetry).getFirst().looks() > looks);
        }
    }

    private static List<CostSample.SamplerCost> heapCost(Telemetry telemetry) {
        return telemetry.latest(CostSample.class).stream()
                .flatMap(sample -> sample.samplers().stream())
                .filter(cost -> cost.kind() == SamplerKind.HEAP)
                .toList();
    }

    @Test
    void aListenerThatThrowsIsToldNoMoreAndTheOthersAreToldOn() {
        int[] told = new int[2];
        try (Telemetry telemetry = new Telemetry(heapOnly())) {
            telemetry.subscribe(_ -> {
                told[0]++;
                // Said aloud by the thread's handler, as any uncaught exception is.
                throw new IllegalStateException("a listener that fails, on purpose");
            });
            telemetry.subscribe(_ -> told[1]++);
            telemetry.start();
            Races.await("three looks", () -> told[1] >= 3);
        }
        assertThat(told[0]).isEqualTo(1);
    }

    @Test
    void evictionIsDoneOnTheSamplingThreadAndRefusedWhereNothingIsSampling() throws Exception {
        try (MappedFile file = new MappedFile(directory.resolve("m.bin"), 1 << 20);
                Telemetry telemetry = new Telemetry(heapOnly())) {
            assertThat(evict(telemetry, file).reason()).contains("start");
            telemetry.start();
            assertThat(evict(telemetry, file)).isNotNull();
            Pages.Eviction eviction = Measurements.orSkip(evict(telemetry, file));
            assertThat(eviction.after()).isLessThanOrEqualTo(eviction.before());
        }
    }

    private static Measurement<Pages.Eviction> evict(Telemetry telemetry, MappedFile file) throws Exception {
        return telemetry.evict(file.region()).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Test
    void whatDoesNotLookSaysNothing() {
        try (Telemetry telemetry = new Telemetry(heapOnly())) {
            telemetry.start();
            Races.await("a look", () -> telemetry.latest(HeapSample.class).isPresent());
            assertThat(telemetry.latest(ProcessSample.class)).isEmpty();
            assertThat(telemetry.window(ThreadsSample.class, 0, Long.MAX_VALUE)).isEmpty();
        }
    }

    @Test
    void aPeriodBelowAMillisecondIsRefusedWithTheSamplersName() {
        assertThatThrownBy(() -> heapOnly().with(SamplerKind.MAPPINGS, Duration.ofNanos(10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mappings");
    }

    private static TelemetrySettings heapOnly() {
        return new TelemetrySettings(Map.of(SamplerKind.HEAP, OFTEN), TelemetrySettings.KEEP);
    }
}
