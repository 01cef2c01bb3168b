package orrery.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import orrery.jfr.AuditWindowEvent;
import orrery.telemetry.BlockWatch;
import orrery.telemetry.LatencyHistogram;
import orrery.telemetry.LivenessSample;
import orrery.telemetry.Measurement;
import orrery.telemetry.Overlap;
import orrery.telemetry.OverlapSampler;
import orrery.telemetry.Spans;
import orrery.telemetry.WorkerRecorder;

/**
 * Rounds of the same work by many threads at once, with the overlap measured: a burst lasts only milliseconds, too
 * short for threads to meet.
 *
 * <p>All workers start together and run round after round, each at its own pace. The calling thread checks four times a
 * millisecond which workers are inside a query, less often once it has seen enough. The window has overlapped when one
 * check has found all threads inside at once (for virtual threads, as many as there are carriers),
 * {@link DangerousWindow#ENOUGH} checks have found two or more, and, if tags are given, two queries of every tag have
 * been found in progress together. It ends when it has overlapped and has lasted long enough, or is given up.
 *
 * <p>A window is run once, by one thread.
 */
final class OverlapRounds {
    private static final long LOOK_EVERY = 250_000;
    /** Once everything required has been seen: checking takes time and cache lines from the workers. */
    private static final long LOOK_ON_EVERY = 10_000_000;

    private static final long JOIN = 5_000;
    private static final long STOPPED = 60;
    private static final int RUNS = 64;

    /** The work that one worker repeats. Several threads run it at once. */
    interface Task {
        /** Called once per worker before the start: its first query, its buffers. */
        default void prepare(RoundWorker seat) {}

        /** One round; returns soon once {@link RoundWorker#isOver}. Counts its queries in the seat's recorder. */
        void round(RoundWorker seat);
    }

    /**
     * The parameters of a window.
     *
     * @param group name of the workers
     * @param threads number of workers
     * @param virtual whether they are virtual
     * @param tags tags 0 to {@code tags - 1} must each be found in progress twice at once; 0 for none
     * @param least minimum duration
     * @param longest time after which it is given up
     * @param nice nice value of the workers, if the system supports it; 0 to leave it unchanged
     * @param watchBlocks whether every park and monitor enter of the workers is collected
     */
    record Setup(
            String group,
            int threads,
            boolean virtual,
            int tags,
            Duration least,
            Duration longest,
            int nice,
            boolean watchBlocks) {}

    /**
     * The outcome of a window.
     *
     * @param group name of the workers
     * @param rounds rounds completed by every worker
     * @param queries queries of all workers
     * @param nanos from the start to the last worker's end
     * @param overlap the overlap found
     * @param needed number of workers that had to be inside at once
     * @param tags number of tags that had to be found twice
     * @param overlapped whether both were found
     * @param starved workers that the machine gave no turn to finish
     * @param service service times of all workers
     * @param faultCount number of observations that contradict the claim
     * @param faults the first of them, in words
     * @param seats the workers
     * @param liveness the last result of the watchdog
     * @param oldestBeat longest stall of a worker that owed progress, nanoseconds
     * @param oldestStall the longest of these that is the workers' own: none was starved of a processor, nanoseconds
     * @param blocks parks and monitor enters of the workers, which arrive about a second after the end of the window
     */
    record Result(
            String group,
            long rounds,
            long queries,
            long nanos,
            Overlap overlap,
            int needed,
            int tags,
            boolean overlapped,
            int starved,
            LatencyHistogram service,
            long faultCount,
            List<String> faults,
            List<RoundWorker> seats,
            LivenessSample liveness,
            long oldestBeat,
            long oldestStall,
            Future<Measurement<BlockWatch.Blocks>> blocks) {

        double queriesASecond() {
            return queries * 1e9 / Math.max(1, nanos);
        }

        /** Adds rounds, queries and overlap to a finding; without sufficient overlap it is void. */
        void tell(Finding.Maker finding, String prefix) {
            finding.figure(prefix + "rounds", rounds, "")
                    .figure(prefix + "queries", queries, "")
                    .figure(prefix + "duration", nanos / 1e9, "s")
                    .figure(prefix + "queries a second", queriesASecond(), "1/s")
                    .figure(prefix + "threads inside a query at once, most", overlap.most(), "of " + needed)
                    .figure(prefix + "threads inside a query at once, mean", overlap.mean(), "")
                    .figure(prefix + "looks", overlap.looks(), "")
                    .figure(prefix + "looks that found two or more inside at once", meetings(overlap), "");
            if (tags > 0) {
                finding.figure(prefix + "pairs open twice or more at once", overlap.tagsTogether(), "of " + tags);
            }
            if (starved > 0) {
                finding.gap(("This machine gave %,d of %,d threads no turn, which says nothing about the reader. Use"
                                + " fewer threads.")
                        .formatted(starved, seats.size()));
            }
            if (!overlapped) {
                finding.gap("The window of " + (int) (nanos / 1e9) + " s never overlapped: at most " + overlap.most()
                        + " of " + needed + " threads were found inside a query at once"
                        + (tags > 0 ? ", and " + overlap.tagsTogether() + " of " + tags + " pairs open twice" : "")
                        + (seats.size() > 1 ? ", two or more in " + meetings(overlap) + " looks" : "")
                        + ". Nothing contradicted the claim. Meeting is a matter of chance: run it again, or with fewer"
                        + " threads.");
            }
        }
    }

    private final StopSignal stop;
    private final AuditProgress progress;
    private final Consumer<List<WorkerRecorder>> watchers;
    private final Setup setup;
    private final Task task;
    private final List<RoundWorker> seats = new ArrayList<>();
    private final CountDownLatch ready;
    private final CountDownLatch start = new CountDownLatch(1);
    private volatile boolean over;
    private List<Thread> started = List.of();

    OverlapRounds(ClaimContext context, Setup setup, Task task) {
        this(context.stop(), context.progress(), context::workers, setup, task);
    }

    /** A window outside of a run. */
    OverlapRounds(
            StopSignal stop, AuditProgress progress, Consumer<List<WorkerRecorder>> watchers, Setup setup, Task task) {
        this.stop = stop;
        this.progress = progress;
        this.watchers = watchers;
        this.setup = setup;
        this.task = task;
        this.ready = new CountDownLatch(setup.threads());
        for (int i = 0; i < setup.threads(); i++) {
            String name = setup.group() + "-" + i;
            seats.add(new RoundWorker(
                    this,
                    i,
                    setup.threads(),
                    WorkerRecorder.closedLoop(setup.group(), name, WorkerRecorder.ONE_IN, RUNS)));
        }
    }

    boolean isOver() {
        return over;
    }

    /** Whether every worker has had its turn to begin. For any thread. */
    boolean isInFlight() {
        return seats.stream().allMatch(RoundWorker::isAtWork);
    }

    /** Runs the window until it has overlapped and {@code also} agrees. */
    Result run(BooleanSupplier also) {
        return run(also, (_, _) -> {});
    }

    /** As {@link #run(BooleanSupplier)}; {@code director} is called at each check with the time since the start. */
    Result run(BooleanSupplier also, ObjLongConsumer<OverlapSampler> director) {
        List<Thread> threads = seats.stream().map(this::thread).toList();
        @Nullable Measurement<BlockWatch> watch = setup.watchBlocks() ? BlockWatch.start(threads) : null;
        List<WorkerRecorder> recorders =
                seats.stream().map(seat -> seat.recorder).toList();
        OverlapSampler sampler = new OverlapSampler(recorders);
        try {
            threads.forEach(Thread::start);
            started = threads;
            watchers.accept(recorders);
            OverlapWatch look = new OverlapWatch(setup, progress, recorders, sampler, this::rounds);
            awaitReady();
            look.begin();
            long begun = look.begun();
            Spans.OpenSpan span = progress.spans().begin("windows", setup.group());
            AuditWindowEvent event = AuditWindowEvent.begun(setup.group(), setup.threads());
            start.countDown();
            hold(look, sampler, threads, also, director);
            if (!stop.isStopped()) {
                look.search();
            }
            over = true;
            int starved = stop.isStopped()
                    ? Stragglers.left(threads, STOPPED)
                    : new Stragglers(stop).ended(threads, this::hangs, JOIN);
            long ended = seats.stream().mapToLong(seat -> seat.endNanos).max().orElse(begun);
            Overlap overlap = sampler.overlap();
            progress.window(setup.group(), recorders, overlap, look.needed(), Math.max(1, ended - begun), rounds());
            long queries =
                    seats.stream().mapToLong(seat -> seat.recorder.queries()).sum();
            span.says("threads", Integer.toString(setup.threads()))
                    .says("queries", Long.toString(queries))
                    .says("most inside at once", overlap.most() + " of " + look.needed())
                    .end();
            event.ended(overlap.most(), rounds(), queries);
            stop.check();
            Future<Measurement<BlockWatch.Blocks>> blocks = delivered(watch);
            return new Result(
                    setup.group(),
                    rounds(),
                    queries,
                    Math.max(1, ended - begun),
                    overlap,
                    look.needed(),
                    setup.tags(),
                    look.hasOverlapped(),
                    starved,
                    WorkerRecorder.serviceTimes(recorders),
                    seats.stream().mapToLong(seat -> seat.faultCount()).sum(),
                    seats.stream().flatMap(seat -> seat.faults().stream()).toList(),
                    List.copyOf(seats),
                    look.liveness(),
                    look.oldestOwed(),
                    look.oldestStalled(),
                    blocks);
        } catch (AuditCancelledException e) {
            // The recording is discarded; what it has seen is of no use.
            Future<?> _ = delivered(watch);
            throw e;
        } finally {
            over = true;
            start.countDown();
            watchers.accept(List.of());
        }
    }

    private void hangs(int seat) {
        seats.get(seat).fault("worker " + seat + " did not end, though it had its turn: it hangs");
    }

    /** Looks until the window is over. */
    private void hold(
            OverlapWatch look,
            OverlapSampler sampler,
            List<Thread> threads,
            BooleanSupplier also,
            ObjLongConsumer<OverlapSampler> director) {
        while (true) {
            int inside = WorkerRecorder.isRecording() ? sampler.look() : 0;
            long now = System.nanoTime();
            long lasted = now - look.begun();
            director.accept(sampler, lasted);
            look.at(now, inside);
            if (stop.isStopped()
                    || seats.stream().anyMatch(seat -> seat.faultCount() > 0)
                    || (look.hasOverlapped() && lasted >= setup.least().toNanos() && also.getAsBoolean())
                    || (!look.hasOverlapped() && lasted >= setup.longest().toNanos())
                    || threads.stream().noneMatch(Thread::isAlive)) {
                return;
            }
            LockSupport.parkNanos(this, look.hasOverlapped() ? LOOK_ON_EVERY : LOOK_EVERY);
        }
    }

    /** The flight recorder delivers its last events a second late: nobody waits for them unnecessarily. */
    private static Future<Measurement<BlockWatch.Blocks>> delivered(@Nullable Measurement<BlockWatch> watch) {
        FutureTask<Measurement<BlockWatch.Blocks>> task = new FutureTask<>(() -> watch == null
                ? Measurement.<BlockWatch.Blocks>notAvailable("it was not asked")
                : watch.map(BlockWatch::stop));
        Thread.ofPlatform().daemon().name("orrery-blocks").start(task);
        return task;
    }

    /** Checks that found two or more workers inside a query at the same instant: chances for one to spoil another's. */
    static long meetings(Overlap overlap) {
        long meetings = 0;
        for (int inside = 2; inside <= overlap.workers(); inside++) {
            meetings += overlap.looksWith(inside);
        }
        return meetings;
    }

    private long rounds() {
        return seats.stream().mapToLong(seat -> seat.rounds()).min().orElse(0);
    }

    private Thread thread(RoundWorker seat) {
        Thread.Builder builder =
                setup.virtual() ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
        Thread thread =
                builder.name("orrery-" + seat.recorder.name()).unstarted(() -> seat.work(setup, task, ready, start));
        seat.recorder.bind(thread);
        return thread;
    }

    private void awaitReady() {
        try {
            while (!ready.await(10, TimeUnit.MILLISECONDS)) {
                stop.check();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new AuditCancelledException();
        }
    }

    /** When the last worker ended ({@link System#nanoTime}); waits for it. */
    long lastEnd() {
        started.forEach(OverlapRounds::join);
        return seats.stream().mapToLong(seat -> seat.endNanos).max().orElse(0);
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofMillis(JOIN));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new AuditCancelledException();
        }
    }
}
