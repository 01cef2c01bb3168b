package orrery.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.audit.AuditPlan;
import orrery.audit.AuditPreset;
import orrery.audit.AuditReport;
import orrery.audit.AuditRun;
import orrery.audit.Verdict;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.testing.Eventually;
import orrery.testing.SmallSky;

/**
 * Kernels are switched while time runs and an audit queries the same mapped bytes: every switch completes, frames
 * continue in between, and each frame only has numbers from the kernels that it names. The longest pause of the sky is
 * printed but not judged: the promise is 100 ms, and a shared machine may pause for longer by itself.
 */
class LiveSwitchTest {
    private static final long FRAME_NANOS = 16_000_000;
    private static final int SWITCHES = 30;
    private static final int FRAMES_BETWEEN = 6;
    private static final int WARM = 30;
    /** No frame for this long is a fault on any machine. */
    private static final long STILL_NANOS = Eventually.LONGEST.toNanos();

    @TempDir
    private Path folder;

    private final KernelRegistry registry = new KernelRegistry();

    @Test
    void noFrameIsOfOtherKernelsThanItNamesWithNothingBesideIt() throws Exception {
        Path sky = SmallSky.write(folder.resolve("sky.bsp"));
        Watch watch = watch(sky);
        System.out.printf(
                Locale.ROOT,
                "switching kernels alone: %d switches, %d frames, longest time between two %.1f ms; the watcher itself"
                        + " stood still for %.1f ms%n",
                SWITCHES,
                watch.frames,
                watch.longest / 1e6,
                watch.stall / 1e6);
    }

    @Test
    void noFrameIsOfOtherKernelsThanItNamesWhileAnAuditRuns() throws Exception {
        Path sky = SmallSky.write(folder.resolve("sky.bsp"));
        AuditRun audit = AuditRun.of(
                AuditPlan.of(AuditPreset.LEDGER, List.of(sky))
                        .withClaims(List.of("A1"))
                        .withThreads(20)
                        .withQueries(10_000)
                        .withWindows(Duration.ofHours(1), Duration.ofHours(2)),
                registry);
        CompletableFuture<AuditReport> report = CompletableFuture.supplyAsync(
                audit::run, task -> Thread.ofPlatform().name("audit").start(task));
        // Its beginning, when twenty threads start at once, is not part of the measurement.
        Eventually.value("the queries of its workers in full flight", () -> queries(audit), count -> count > 500_000);
        Watch watch = watch(sky);
        assertThat(report).as("the audit still runs").isNotDone();
        long queries = queries(audit);
        audit.stop();
        assertThat(report.join().verdict()).isNotEqualTo(Verdict.REFUTED);
        System.out.printf(
                Locale.ROOT,
                "switching kernels under an audit of 20 threads: %d switches, %d frames, longest time between two %.1f"
                        + " ms; the watcher itself stood still for %.1f ms (%,d queries of the audit meanwhile)%n",
                SWITCHES,
                watch.frames,
                watch.longest / 1e6,
                watch.stall / 1e6,
                queries);
    }

    private static long queries(AuditRun audit) {
        return audit.workers().stream().mapToLong(worker -> worker.queries()).sum();
    }

    private record Watch(int frames, long longest, long stall) {}

    /** Plays, switches back and forth, and checks every published frame. */
    private Watch watch(Path sky) throws Exception {
        Path other = SmallSky.shifted(folder.resolve("other.bsp"), SmallSky.START, SmallSky.END, 1000);
        List<List<Path>> sets = List.of(List.of(sky), List.of(sky, other), List.of(other));
        Map<List<Path>, Ephemeris> references = new HashMap<>();
        List<AutoCloseable> open = new ArrayList<>();
        // References are mapped by a separate registry, which no switch can touch.
        KernelRegistry apart = new KernelRegistry();
        for (List<Path> set : sets) {
            List<KernelHandle> handles = set.stream().map(apart::open).toList();
            KernelPool pool = KernelPool.of(handles);
            references.put(set, Ephemeris.of(pool));
            open.add(pool);
            open.addAll(handles);
        }
        try (SkyService service = new SkyService(registry, 2)) {
            service.open(sets.getFirst()).join();
            service.request(SmallSky.YEAR);
            return play(service, Eventually.some("the first frame", service::frame), sets, references);
        } finally {
            for (AutoCloseable one : open) {
                one.close();
            }
        }
    }

    private static Watch play(
            SkyService service, SkyFrame first, List<List<Path>> sets, Map<List<Path>, Ephemeris> references) {
        SkyFrame last = first;
        CompletableFuture<SkyCatalogue> switching = CompletableFuture.completedFuture(null);
        long seen = System.nanoTime();
        long asked = seen;
        long longest = 0;
        long stall = 0;
        long looked = seen;
        int frames = 0;
        int since = 0;
        int switches = 0;
        double et = SmallSky.YEAR;
        while (switches < SWITCHES || since < FRAMES_BETWEEN || !switching.isDone()) {
            long now = System.nanoTime();
            stall = frames < WARM ? 0 : Math.max(stall, now - looked);
            looked = now;
            SkyFrame frame = Objects.requireNonNull(service.frame());
            if (frame != last) {
                // The first frames load the classes that the check needs.
                longest = frames < WARM ? 0 : Math.max(longest, now - seen);
                seen = now;
                last = frame;
                frames++;
                since++;
                check(
                        frame,
                        Objects.requireNonNull(references.get(frame.catalogue().kernels())));
            }
            // During switches one frame follows another, so that switches fall into frames.
            if (now - asked >= FRAME_NANOS || (!switching.isDone() && frame.et() == et)) {
                asked = now;
                // On a fast machine the kernels' ten years would be over before the last switch.
                et = et + 86_400 < SmallSky.END ? et + 86_400 : SmallSky.YEAR;
                service.request(et);
            }
            if (frames >= WARM && since >= FRAMES_BETWEEN && switches < SWITCHES && switching.isDone()) {
                switches++;
                since = 0;
                switching = service.open(sets.get(switches % sets.size()));
            }
            assertThat(now - seen).as("a sky that stands still").isLessThan(STILL_NANOS);
            if (switching.isDone()) {
                LockSupport.parkNanos(500_000);
            } else {
                Thread.onSpinWait();
            }
        }
        switching.join();
        return new Watch(frames, longest, stall);
    }

    /** Every number of a frame has the bits that the kernels of its catalogue give. */
    private static void check(SkyFrame frame, Ephemeris reference) {
        double[] out = new double[6];
        assertThat(frame.troubles()).isEmpty();
        for (SkyBody body : frame.catalogue().bodies()) {
            reference.state(body.id(), frame.catalogue().origin(), frame.et(), out);
            int index = frame.catalogue().indexOf(body.id());
            for (int k = 0; k < 6; k++) {
                if (Double.doubleToRawLongBits(frame.component(index, k)) != Double.doubleToRawLongBits(out[k])) {
                    throw new AssertionError("frame " + frame.sequence() + " of generation "
                            + frame.catalogue().generation() + ": body " + body.id() + " component " + k + " is "
                            + frame.component(index, k) + ", not " + out[k]);
                }
            }
        }
    }
}
