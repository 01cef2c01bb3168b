package orrery.service;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.telemetry.FailureReport;
import orrery.telemetry.WorkerRecorder;

/**
 * Finds what accompanies the frames, on a separate thread: paths, facts about the body in focus, the figures of the
 * status line. Each follows the newest frame and may be one frame behind it.
 *
 * <p>Thread-safe: requests and answers are volatile fields, each written as a whole; only this thread writes answers.
 */
final class FrameExtras implements AutoCloseable {
    private static final long PAUSE_NANOS = 50_000_000L;
    private static final long STATUS_NANOS = 250_000_000L;

    /** The service, as seen by this thread. */
    interface Sky {
        /** The newest frame, or null before the first. */
        @Nullable
        SkyFrame frame();

        /**
         * The current catalogue; null if none is open, or if queries that begin now are answered by another set of
         * kernels.
         */
        @Nullable
        SkyCatalogue catalogue();

        @Nullable
        KernelOffset ghost();

        /** Has the current frame recomputed. */
        void refresh();
    }

    private final Ephemeris ephemeris;
    private final KernelRegistry registry;
    private final List<WorkerRecorder> recorders;
    private final Sky sky;
    private final QueryCounter counter = new QueryCounter();
    private final Thread thread;
    private final ExecutorService days;
    private volatile SkyPaths paths = SkyPaths.NONE;
    private volatile @Nullable BodyFacts facts;
    private volatile ServiceStatus status = ServiceStatus.NONE;
    private volatile PathWish wish = PathWish.PLAIN;
    private volatile FactWish wanted = FactWish.PLAIN;
    private volatile boolean reckoned;
    private volatile boolean closed;

    /** Used by this thread only: the inputs of the current answers. */
    private long seenFrame = -1;

    private @Nullable FactWish seenWanted;
    private PathWish seenWish = PathWish.PLAIN;
    private long statusAt;
    private long queriesBefore;

    /** Starts with {@link #start}. */
    FrameExtras(Ephemeris ephemeris, KernelRegistry registry, List<WorkerRecorder> recorders, Sky sky) {
        this.ephemeris = ephemeris;
        this.registry = registry;
        this.recorders = List.copyOf(recorders);
        this.sky = sky;
        this.days = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("sky-days").daemon().factory());
        this.thread = Thread.ofPlatform().name("sky-extras").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Looks again immediately. */
    void wake() {
        LockSupport.unpark(thread);
    }

    void wish(PathWish wished) {
        if (!wished.equals(wish)) {
            wish = wished;
            wake();
        }
    }

    PathWish wish() {
        return wish;
    }

    /** Changes which facts are wanted. */
    void want(UnaryOperator<FactWish> change) {
        synchronized (this) {
            wanted = change.apply(wanted);
        }
        wake();
    }

    FactWish wanted() {
        return wanted;
    }

    private void reckoned() {
        reckoned = true;
        wake();
    }

    SkyPaths paths() {
        return paths;
    }

    @Nullable
    BodyFacts facts() {
        return facts;
    }

    ServiceStatus status() {
        return status;
    }

    @Override
    public void close() {
        closed = true;
        days.shutdownNow();
        wake();
    }

    private void run() {
        PathPlanner planner = new PathPlanner(counter);
        FactFinder finder = new FactFinder(counter, new SiteObserver(days, this::reckoned));
        statusAt = System.nanoTime();
        Runnable turn = () -> accompany(planner, finder);
        while (!closed) {
            FailureReport.guard(turn);
            LockSupport.parkNanos(this, PAUSE_NANOS);
        }
    }

    private void accompany(PathPlanner planner, FactFinder finder) {
        SkyFrame now = sky.frame();
        SkyCatalogue catalogue = sky.catalogue();
        if (now != null && catalogue != null && isNew(now)) {
            find(planner, finder, catalogue, now);
        }
        KernelOffset shade = sky.ghost();
        if (shade != null && shade.plan(paths, counter)) {
            sky.refresh();
        }
        measure(now);
    }

    private boolean isNew(SkyFrame now) {
        return now.sequence() != seenFrame || !wanted.equals(seenWanted) || reckoned || !wish.equals(seenWish);
    }

    private void find(PathPlanner planner, FactFinder finder, SkyCatalogue catalogue, SkyFrame now) {
        seenFrame = now.sequence();
        FactWish asked = wanted;
        seenWanted = asked;
        seenWish = wish;
        reckoned = false;
        SkyPaths planned = planner.plan(catalogue, ephemeris, now.et(), seenWish);
        BodyFacts found = finder.find(catalogue, ephemeris, asked, now.et());
        // A catalogue never comes back: if it is still the current one, its kernels have answered every query.
        if (sky.catalogue() == catalogue) {
            paths = planned;
            facts = found;
        } else {
            // Mixed from two sets of kernels: not shown, and computed again.
            seenFrame = -1;
        }
    }

    private void measure(@Nullable SkyFrame now) {
        long clock = System.nanoTime();
        if (clock - statusAt < STATUS_NANOS) {
            return;
        }
        long count = counter.get()
                + recorders.stream().mapToLong(WorkerRecorder::queries).sum();
        double rate = (count - queriesBefore) * 1e9 / (clock - statusAt);
        status = new ServiceStatus(
                registry.handles(), registry.mappings(), count, rate, now == null ? 0 : now.computeNanos());
        queriesBefore = count;
        statusAt = clock;
    }
}
