package orrery.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelFaultException;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.binding.LivePool;
import orrery.ephemeris.Ephemeris;
import orrery.spk.NaifIds;
import orrery.spk.OutsideCoverageException;
import orrery.testing.MadeKernels;

/** A recording contains the events of kernels and queries, and every event describes its fields. */
class FlightRecordingTest {
    private static final String THREAD = "flight-recording-test";

    @TempDir
    private Path folder;

    private static List<RecordedEvent> events(String name, List<RecordedEvent> all) {
        return all.stream()
                .filter(e -> e.getEventType().getName().equals("orrery." + name))
                .toList();
    }

    private List<RecordedEvent> recorded(Work work) throws Exception {
        Path file = folder.resolve("work.jfr");
        try (FlightRecording recording = FlightRecording.start("test")) {
            // A thread's first query is told.
            Thread thread = new Thread(
                    () -> {
                        try {
                            work.run();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    },
                    THREAD);
            thread.start();
            thread.join();
            recording.keep(file);
        }
        // The recorder belongs to the whole process, so events of other threads are in it too.
        return RecordingFile.readAllEvents(file).stream()
                .filter(e ->
                        e.getThread() != null && THREAD.equals(e.getThread().getJavaName()))
                .toList();
    }

    private interface Work {
        void run() throws Exception;
    }

    @Test
    void whatBecomesOfKernelsIsRecorded() throws Exception {
        Path kept = MadeKernels.planets(folder.resolve("kept.bsp"), 0);
        Path gone = MadeKernels.planets(folder.resolve("gone.bsp"), 1);
        Path cut = MadeKernels.planets(folder.resolve("cut.bsp"), 2);
        List<RecordedEvent> all = recorded(() -> {
            KernelRegistry registry = new KernelRegistry();
            try (KernelHandle one = registry.open(kept);
                    KernelHandle two = one.duplicate();
                    KernelPool pool = KernelPool.of(two);
                    LivePool live = new LivePool(pool)) {
                live.publish(pool);
            }
            KernelHandle moved = registry.open(gone);
            Files.move(gone, folder.resolve("elsewhere"), StandardCopyOption.ATOMIC_MOVE);
            registry.poll();
            registry.poll();
            moved.close();
            try (KernelPool pool = KernelPool.open(registry, List.of(cut))) {
                try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
                    channel.truncate(0);
                }
                for (int i = 0; i < 2; i++) {
                    assertThatThrownBy(() -> Ephemeris.of(pool).state(NaifIds.SUN, 0, 0, new double[6]))
                            .isInstanceOf(KernelFaultException.class);
                }
            }
        });
        List<RecordedEvent> mapped = events("KernelMapped", all);
        assertThat(mapped).hasSize(3);
        assertThat(mapped.getFirst().getLong("size")).isEqualTo(Files.size(kept));
        assertThat(mapped.getFirst().getInt("segments")).isEqualTo(6);
        List<RecordedEvent> opened = events("KernelOpened", all);
        assertThat(events("KernelClosed", all)).hasSameSizeAs(opened);
        assertThat(opened.stream()
                        .filter(e -> e.getString("path").endsWith("kept.bsp"))
                        .map(e -> e.getInt("handles") + (e.getBoolean("duplicate") ? " duplicate" : "")))
                .startsWith("1", "2 duplicate", "3 duplicate");
        assertThat(events("KernelClosed", all).stream().filter(e -> e.getBoolean("unmapped")))
                .hasSize(3)
                .allSatisfy(e -> assertThat(e.getInt("handlesLeft")).isZero());
        assertThat(events("KernelsPublished", all))
                .singleElement()
                .satisfies(e -> assertThat(e.getString("kernels")).isEqualTo("kept.bsp"));
        assertThat(events("KernelStale", all)).anySatisfy(e -> {
            assertThat(e.getString("path")).endsWith("gone.bsp");
            assertThat(e.getString("reason")).contains("removed");
            assertThat(e.getBoolean("altered")).isFalse();
        });
        assertThat(events("KernelFault", all))
                .singleElement()
                .satisfies(e -> assertThat(e.getString("path")).endsWith("cut.bsp"));
    }

    @Test
    void queriesAreSampledWhileTheyAreAskedForAndNotAfter() throws Exception {
        Path file = MadeKernels.planets(folder.resolve("planets.bsp"), 0);
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(file))) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            double[] out = new double[6];
            List<RecordedEvent> all = recorded(() -> {
                ephemeris.state(NaifIds.MOON, 0, 86_400, out);
                for (int i = 0; i < 20 * FlightEvents.ONE_IN; i++) {
                    assertThatThrownBy(() -> ephemeris.state(NaifIds.MOON, 0, 1e12, out))
                            .isInstanceOf(OutsideCoverageException.class);
                }
            });
            List<RecordedEvent> queries = events("Query", all);
            assertThat(queries).hasSizeBetween(8, 80);
            assertThat(queries.getFirst().getInt("target")).isEqualTo(NaifIds.MOON);
            assertThat(queries.getFirst().getInt("center")).isZero();
            assertThat(queries.getFirst().getDouble("et")).isEqualTo(86_400);
            assertThat(queries.getFirst().getString("kind")).isEqualTo("state");
            assertThat(queries.getFirst().getString("refusal")).isEmpty();
            assertThat(queries.getLast().getString("refusal")).isEqualTo("OutsideCoverageException");
            assertThat(EventType.getEventType(QueryEvent.class).isEnabled()).isFalse();
        }
    }

    @Test
    void aRecordingIsWrittenWholeOrNotAtAllAndWhoReadsTheOldOneKeepsIt() throws IOException {
        Path file = Files.writeString(folder.resolve("run.jfr"), "old");
        Path reader = Files.createLink(folder.resolve("reader"), file);
        try (FlightRecording recording = FlightRecording.start("test")) {
            recording.keep(file);
        }
        assertThat(reader).hasContent("old");
        assertThat(RecordingFile.readAllEvents(file)).isNotEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(file, reader);
        }
    }

    @Test
    void everyEventSaysWhatItIsAndWhatItsFieldsAre() throws IOException {
        try (FlightRecording recording = FlightRecording.start("test")) {
            // All are registered by name, even one that never happened.
            for (Class<? extends jdk.jfr.Event> type : List.of(
                    KernelOpenedEvent.class,
                    KernelMappedEvent.class,
                    KernelClosedEvent.class,
                    KernelFaultEvent.class,
                    KernelStaleEvent.class,
                    PoolPublishedEvent.class,
                    QueryEvent.class,
                    ClaimEvent.class,
                    AuditWindowEvent.class)) {
                FlightRecorder.register(type);
            }
            List<EventType> ours = FlightRecorder.getFlightRecorder().getEventTypes().stream()
                    .filter(type -> type.getCategoryNames().getFirst().equals(FlightEvents.CATEGORY))
                    .toList();
            assertThat(ours.stream().map(EventType::getName).collect(Collectors.toSet()))
                    .isEqualTo(Set.of(
                            "orrery.KernelOpened",
                            "orrery.KernelMapped",
                            "orrery.KernelClosed",
                            "orrery.KernelFault",
                            "orrery.KernelStale",
                            "orrery.KernelsPublished",
                            "orrery.Query",
                            "orrery.Claim",
                            "orrery.Window"));
            assertThat(ours).allSatisfy(type -> {
                assertThat(type.getLabel()).isNotBlank();
                assertThat(type.getDescription()).isNotBlank();
                assertThat(type.getFields().stream().map(ValueDescriptor::getLabel))
                        .doesNotContainNull();
            });
            assertThat(recording).isNotNull();
        }
    }
}
