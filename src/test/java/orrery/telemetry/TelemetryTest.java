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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.testing.Eventually;

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
            telemetry.register(List.of(worker));
            telemetry.regions(() -> List.of(file.region()));
            telemetry.subscribe(sample -> sample.lines().forEach(line -> lines.put(line.sampler(), line)));
            telemetry.start();
            Eventually.equal("samplers that have looked", SamplerKind.values().length, lines::size);
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
        Eventually.so("a look", () -> !seen.isEmpty());
        telemetry.stop();
        Set<Long> afterStop = new HashSet<>(seen);
        assertThat(telemetry.running()).isFalse();
        assertThat(telemetry.window(HeapSample.class, Long.MIN_VALUE, Long.MAX_VALUE))
                .hasSize(afterStop.size());
        telemetry.start();
        Eventually.value("looks", seen::size, looks -> looks > afterStop.size());
        telemetry.close();
        telemetry.close();
    }

    @Test
    void aSamplerSwitchedOffLooksNoMoreUntilItIsSwitchedOn() {
        try (Telemetry telemetry = new Telemetry(heapOnly().with(SamplerKind.COST, OFTEN))) {
            telemetry.start();
            Eventually.present("a look", () -> telemetry.latest(HeapSample.class));
            telemetry.enable(SamplerKind.HEAP, false);
            CostSample off = cost(telemetry, sample -> !heap(sample).enabled());
            CostSample later = cost(telemetry, sample -> sample.nanos() > off.nanos());
            assertThat(heap(later).looks()).isEqualTo(heap(off).looks());
            telemetry.enable(SamplerKind.HEAP, true);
            cost(telemetry, sample -> heap(sample).looks() > heap(off).looks());
        }
    }

    /** The first look at the samplers' own cost that is as it should be. */
    private static CostSample cost(Telemetry telemetry, Predicate<CostSample> right) {
        return Eventually.present(
                "a look at the cost", () -> telemetry.latest(CostSample.class).filter(right));
    }

    private static CostSample.SamplerCost heap(CostSample sample) {
        return sample.samplers().stream()
                .filter(cost -> cost.kind() == SamplerKind.HEAP)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aListenerThatThrowsIsToldNoMoreAndTheOthersAreToldOn() {
        AtomicInteger failing = new AtomicInteger();
        AtomicInteger beside = new AtomicInteger();
        try (Telemetry telemetry = new Telemetry(heapOnly())) {
            telemetry.subscribe(_ -> {
                failing.incrementAndGet();
                // Printed by the thread's handler, like any uncaught exception.
                throw new IllegalStateException("a listener that fails, on purpose");
            });
            telemetry.subscribe(_ -> beside.incrementAndGet());
            telemetry.start();
            Eventually.value("looks", beside::get, looks -> looks >= 3);
        }
        assertThat(failing).hasValue(1);
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
        return telemetry
                .evict(file.region())
                .toCompletableFuture()
                .get(Eventually.LONGEST.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void whatDoesNotLookSaysNothing() {
        try (Telemetry telemetry = new Telemetry(heapOnly())) {
            telemetry.start();
            Eventually.present("a look", () -> telemetry.latest(HeapSample.class));
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
