package orrery.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.binding.LivePool;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.EventFinder;
import orrery.telemetry.WorkState;
import orrery.telemetry.WorkerRecorder;

/**
 * Computes the sky in the background: frames on workers that share out the bodies, paths and facts on a thread of their
 * own, all of it through one live pool of mapped kernels. Asking never waits; the newest answer lies ready.
 *
 * <p>Kernels are changed under it without a pause: the new ones are opened, read through and tried first, and only then
 * published; if anything is wrong with them, the old ones go on and the caller gets the reason.
 *
 * <p>Thread-safe. {@link #close} ends its threads and closes its kernels.
 */
public final class SkyService implements AutoCloseable {
    private static final long ASIDE_NANOS = 50_000_000L;
    private static final long STATUS_NANOS = 250_000_000L;
    private static final long POLL_NANOS = 1_000_000_000L;
    /** Two changes of state a frame: a minute at sixty frames a second. */
    private static final int RUNS = 8192;

    private static final String GROUP = "sky";

    private record Wish(double et) {}

    private final KernelRegistry registry;
    private final LivePool live;
    private final Ephemeris ephemeris;
    private final List<Thread> workers = new ArrayList<>();
    private final List<WorkerRecorder> recorders = new ArrayList<>();
    private final List<QueryCounter> counters = new ArrayList<>();
    private final Thread asides;
    private final ExecutorService kernels;
    private final ExecutorService searches;
    private final AtomicReference<@Nullable Wish> wish = new AtomicReference<>();
    private final AtomicReference<@Nullable FrameJob> job = new AtomicReference<>();
    private final AtomicBoolean starting = new AtomicBoolean();
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong generations = new AtomicLong();
    private volatile @Nullable SkyCatalogue catalogue;
    private volatile @Nullable SkyFrame frame;
    private volatile SkyPaths paths = SkyPaths.NONE;
    private volatile @Nullable BodyFacts facts;
    private volatile ServiceStatus status = ServiceStatus.NONE;
    private volatile PathWish pathWish = PathWish.PLAIN;
    private volatile int focus = 399;
    private volatile OptionalInt second = OptionalInt.empty();
    private volatile boolean closed;

    /**
     * Starts a service with no kernel.
     *
     * @param registry where kernels are opened
     * @param workers how many threads share the bodies of a frame
     */
    public SkyService(KernelRegistry registry, int workers) {
        this.registry = registry;
        try (KernelPool none = KernelPool.of(List.of())) {
            this.live = new LivePool(none);
        }
        this.ephemeris = Ephemeris.live(live);
        for (int i = 1; i <= workers; i++) {
            String name = "sky-worker-" + i;
            WorkerRecorder recorder = WorkerRecorder.closedLoop(GROUP, name, 1, RUNS);
            recorders.add(recorder);
            this.workers.add(Thread.ofPlatform().name(name).daemon().unstarted(() -> work(recorder)));
        }
        QueryCounter counter = counter();
        this.asides = Thread.ofPlatform().name("sky-asides").daemon().unstarted(() -> aside(counter));
        this.kernels = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("sky-kernels").daemon().factory());
        this.searches = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("sky-events").daemon().factory());
        this.workers.forEach(Thread::start);
        this.asides.start();
    }

    /** As many workers as suit this machine. */
    public static int fittingWorkers() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);
    }

    private QueryCounter counter() {
        QueryCounter counter = new QueryCounter();
        counters.add(counter);
        return counter;
    }

    /** What each worker records of itself: queries, their times, its states. */
    public List<WorkerRecorder> recorders() {
        return List.copyOf(recorders);
    }

    /** The registry that the service opens its kernels with; whoever opens the same file here shares its mapping. */
    public KernelRegistry registry() {
        return registry;
    }

    /** The pool that the sky is computed from now; others may ask it too, at the same time. */
    public LivePool live() {
        return live;
    }

    /**
     * Opens kernels and, if they are sound, shows them instead of the present ones.
     *
     * @param paths of highest precedence last
     * @return the new catalogue; or fails with the typed error of the kernel at fault, and then the old ones are still shown
     */
    public CompletableFuture<SkyCatalogue> open(List<Path> paths) {
        List<Path> wanted = List.copyOf(paths);
        return CompletableFuture.supplyAsync(() -> swap(wanted), kernels);
    }

    /** Asks for a frame; returns at once. Of wishes that come faster than frames only the newest is met. */
    public void request(double et) {
        wish.set(new Wish(et));
        start();
    }

    /** The newest frame, or null before the first. */
    public @Nullable SkyFrame frame() {
        return frame;
    }

    /** What the present kernels hold, or null while none is open. */
    public @Nullable SkyCatalogue catalogue() {
        return catalogue;
    }

    /** Says which paths {@link #paths()} shall hold beside each body's way round its parent. */
    public void wish(PathWish wanted) {
        if (!wanted.equals(pathWish)) {
            pathWish = wanted;
            LockSupport.unpark(asides);
        }
    }

    /** The newest paths. */
    public SkyPaths paths() {
        return paths;
    }

    /** Says which body {@link #facts} shall be about. */
    public void focus(int body) {
        focus = body;
        LockSupport.unpark(asides);
    }

    /** Says from which second body {@link #facts} shall also measure; empty for none. */
    public void measureFrom(OptionalInt body) {
        second = body;
        LockSupport.unpark(asides);
    }

    /** Looks for events in the background; searches queue behind each other. */
    public EventSearch search(EventFinder.Search search) {
        EventSearch started = new EventSearch(search, ephemeris);
        searches.execute(started);
        return started;
    }

    /** The newest facts about the body in focus; they may still be about the one before. */
    public @Nullable BodyFacts facts() {
        return facts;
    }

    public ServiceStatus status() {
        return status;
    }

    /**
     * A frame computed on the calling thread, for pictures and tests.
     *
     * @throws IllegalStateException if no kernel is open
     */
    public SkyFrame compute(double et) {
        SkyCatalogue now = opened();
        FrameJob one = new FrameJob(now, ephemeris, et, sequence.incrementAndGet());
        one.work(WorkerRecorder.closedLoop(GROUP, "picture"));
        return one.frame();
    }

    /** Paths sampled on the calling thread, for pictures and tests; as {@link #compute}. */
    public SkyPaths computePaths(double et) {
        return computePaths(et, pathWish);
    }

    /** Paths sampled on the calling thread; as {@link #compute}. */
    public SkyPaths computePaths(double et, PathWish wanted) {
        return new PathPlanner(new QueryCounter()).plan(opened(), ephemeris, et, wanted);
    }

    /** Facts found on the calling thread, for pictures and tests; as {@link #compute}. */
    public BodyFacts computeFacts(int body, double et) {
        return new FactFinder(new QueryCounter()).find(opened(), ephemeris, body, second, et);
    }

    private SkyCatalogue opened() {
        SkyCatalogue now = catalogue;
        if (now == null) {
            throw new IllegalStateException("no kernel is open");
        }
        return now;
    }

    @Override
    public void close() {
        closed = true;
        kernels.shutdown();
        searches.shutdownNow();
        workers.forEach(LockSupport::unpark);
        LockSupport.unpark(asides);
        live.close();
    }

    private SkyCatalogue swap(List<Path> wanted) {
        List<KernelHandle> handles = new ArrayList<>();
        try {
            for (Path path : wanted) {
                handles.add(registry.open(path));
            }
            try (KernelPool next = KernelPool.of(handles)) {
                SkyCatalogue read = KernelSet.catalogue(next, wanted, generations.incrementAndGet());
                live.publish(next);
                catalogue = read;
                SkyFrame shown = frame;
                request(shown == null ? read.span().start() : shown.et());
                LockSupport.unpark(asides);
                return read;
            }
        } finally {
            handles.forEach(KernelHandle::close);
        }
    }

    /** Makes a job of the newest wish unless one is under way; whoever ends that one starts the next. */
    private void start() {
        while (!closed && wish.get() != null && starting.compareAndSet(false, true)) {
            boolean begun = false;
            try {
                SkyCatalogue now = catalogue;
                if (job.get() == null && now != null) {
                    Wish newest = wish.getAndSet(null);
                    if (newest != null) {
                        job.set(new FrameJob(now, ephemeris, newest.et, sequence.incrementAndGet()));
                        begun = true;
                    }
                }
            } finally {
                starting.set(false);
            }
            if (begun) {
                workers.forEach(LockSupport::unpark);
                return;
            }
            if (job.get() != null || catalogue == null) {
                return;
            }
        }
    }

    private void work(WorkerRecorder recorder) {
        recorder.bind();
        while (!closed) {
            FrameJob now = job.get();
            if (now == null || !now.open()) {
                recorder.enter(WorkState.IDLE);
                LockSupport.park(this);
                continue;
            }
            recorder.enter(WorkState.QUERYING);
            if (now.work(recorder)) {
                finish(now);
            }
        }
        recorder.enter(WorkState.FINISHED);
    }

    private void finish(FrameJob done) {
        SkyCatalogue now = catalogue;
        // Kernels may have been changed in mid-frame: then this frame is of neither, and is computed again.
        if (now != null && now.generation() != done.catalogue().generation()) {
            job.set(null);
            wish.compareAndSet(null, new Wish(done.frame().et()));
        } else {
            frame = done.frame();
            job.set(null);
        }
        start();
    }

    private void aside(QueryCounter counter) {
        PathPlanner planner = new PathPlanner(counter);
        FactFinder finder = new FactFinder(counter);
        long statusAt = System.nanoTime();
        long pollAt = statusAt;
        long before = 0;
        long seenFrame = -1;
        int seenFocus = Integer.MIN_VALUE;
        OptionalInt seenSecond = OptionalInt.empty();
        PathWish seenWish = PathWish.PLAIN;
        while (!closed) {
            SkyFrame now = frame;
            SkyCatalogue current = catalogue;
            if (now != null
                    && current != null
                    && (now.sequence() != seenFrame
                            || focus != seenFocus
                            || !second.equals(seenSecond)
                            || !pathWish.equals(seenWish))) {
                seenFrame = now.sequence();
                seenFocus = focus;
                seenSecond = second;
                seenWish = pathWish;
                paths = planner.plan(current, ephemeris, now.et(), seenWish);
                facts = finder.find(current, ephemeris, seenFocus, seenSecond, now.et());
            }
            long clock = System.nanoTime();
            if (clock - statusAt >= STATUS_NANOS) {
                long count = counters.stream().mapToLong(QueryCounter::get).sum()
                        + recorders.stream().mapToLong(WorkerRecorder::queries).sum();
                double rate = (count - before) * 1e9 / (clock - statusAt);
                status = new ServiceStatus(
                        registry.handles(), registry.mappings(), count, rate, now == null ? 0 : now.computeNanos());
                before = count;
                statusAt = clock;
            }
            if (clock - pollAt >= POLL_NANOS) {
                registry.poll();
                pollAt = clock;
            }
            LockSupport.parkNanos(this, ASIDE_NANOS);
        }
    }
}
