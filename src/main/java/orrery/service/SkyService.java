package orrery.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.binding.LivePool;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.EventFinder;
import orrery.ephemeris.Site;
import orrery.ephemeris.TextFacts;
import orrery.frames.FrameSystem;
import orrery.frames.PoolFiles;
import orrery.frames.ReferenceFrame;
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
    /** The files of kernels are looked at so often: that one was written to is known well within a second. */
    private static final long WATCH_NANOS = 400_000_000L;

    /** Two changes of state a frame: a minute at sixty frames a second. */
    private static final int RUNS = 8192;

    private static final String GROUP = "sky";

    private record Wish(double et) {}

    /** What is shown: a catalogue, how its bodies stand, and the pool that both were read off and that answers for them. */
    private record Shown(SkyCatalogue catalogue, SkyAxes axes, List<ReferenceFrame> frames, KernelPool pool) {}

    private final KernelRegistry registry;
    private final LivePool live;
    private final Ephemeris ephemeris;
    private final List<Thread> workers = new ArrayList<>();
    private final List<WorkerRecorder> recorders = new ArrayList<>();
    private final GhostSlot ghost;
    private final Asides asides;
    private final Thread watch;
    private final ExecutorService kernels;
    private final ExecutorService searches;
    private final AtomicReference<@Nullable Wish> wish = new AtomicReference<>();
    private final AtomicReference<@Nullable FrameJob> job = new AtomicReference<>();
    private final AtomicBoolean starting = new AtomicBoolean();
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong generations = new AtomicLong();
    private volatile @Nullable Shown shown;
    private volatile @Nullable SkyFrame frame;
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
        this.asides = new Asides(ephemeris, registry, recorders, new Asides.Sky() {
            @Override
            public @Nullable SkyFrame frame() {
                return frame;
            }

            @Override
            public @Nullable SkyCatalogue catalogue() {
                Shown now = shown;
                return now != null && isCurrent(now) ? now.catalogue : null;
            }

            @Override
            public @Nullable KernelOffset ghost() {
                return ghost.get();
            }

            @Override
            public void refresh() {
                SkyService.this.refresh();
            }
        });
        this.watch = Thread.ofPlatform().name("sky-watch").daemon().unstarted(this::watch);
        this.kernels = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("sky-kernels").daemon().factory());
        this.searches = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("sky-events").daemon().factory());
        this.ghost = new GhostSlot(() -> {
            asides.wake();
            refresh();
        });
        this.workers.forEach(Thread::start);
        this.asides.start();
        this.watch.start();
    }

    /** As many workers as suit this machine. */
    public static int fittingWorkers() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);
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
     * Opens kernels and, if they are sound, shows them instead of the present ones: at the epoch last asked for, or, where
     * none has been yet, from the first {@link #request} on.
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
        Shown now = shown;
        return now == null ? null : now.catalogue;
    }

    /**
     * Draws bodies a second time from now on, where another kernel has them: each frame then carries a {@link SkyGhost}.
     * Takes the place of the ghost before.
     *
     * @return what it is at the epoch shown now, or at J2000 before the first frame; or fails with the reason, and then the
     *     ghost before stays
     */
    public CompletableFuture<SkyGhost> ghost(GhostWish wanted) {
        return CompletableFuture.supplyAsync(
                () -> {
                    KernelOffset next = KernelOffset.open(registry, wanted);
                    ghost.replace(next);
                    SkyFrame now = frame;
                    return next.at(now == null ? 0 : now.et());
                },
                kernels);
    }

    /** Draws no ghost from now on. */
    public CompletableFuture<Boolean> noGhost() {
        return CompletableFuture.supplyAsync(ghost::clear, kernels);
    }

    /**
     * Exaggerates the ghost's offset by so many times what it is now, between 1 and 1e15 in all.
     *
     * @return what it is multiplied by now; NaN where there is no ghost
     */
    public double exaggerate(double times) {
        return ghost.exaggerate(times);
    }

    /** Has what is tried out, and not loaded, in each frame from now on; {@link SkyTrial#NONE} takes it away. */
    public void trial(SkyTrial wanted) {
        ghost.trial(wanted);
    }

    /** Computes the frame of now again, though its epoch is the same; the first one, if it has been asked for. */
    private void refresh() {
        SkyFrame now = frame;
        if (now != null) {
            wish.compareAndSet(null, new Wish(now.et()));
        }
        start();
    }

    /** Says which paths {@link #paths()} shall hold beside each body's way round its parent. */
    public void wish(PathWish wanted) {
        asides.wish(wanted);
    }

    /** The newest paths. */
    public SkyPaths paths() {
        return asides.paths();
    }

    /** Says which body {@link #facts} shall be about. */
    public void focus(int body) {
        asides.focus(body);
    }

    /** Says from which second body {@link #facts} shall also measure; empty for none. */
    public void measureFrom(OptionalInt body) {
        asides.measureFrom(body);
    }

    /** Says in which frame, from where and how corrected {@link BodyFacts#framed} shall be. */
    public void place(PlaceWish wanted) {
        asides.place(wanted);
    }

    /** How {@link BodyFacts#framed} is asked now. */
    public PlaceWish place() {
        return asides.place();
    }

    /** Says in the sky of which place on the Earth {@link BodyFacts#sky} shall be; empty for none. */
    public void site(Optional<Site> wanted) {
        asides.site(wanted);
    }

    /** The reference frames that there are data for, built-in and of the kernels shown; none while no kernel is open. */
    public List<ReferenceFrame> frames() {
        Shown now = shown;
        return now == null ? List.of() : now.frames;
    }

    /** Looks for events in the background; searches queue behind each other. */
    public EventSearch search(EventFinder.Search search) {
        EventSearch started = new EventSearch(search, ephemeris);
        searches.execute(started);
        return started;
    }

    /** The newest facts about the body in focus; they may still be about the one before. */
    public @Nullable BodyFacts facts() {
        return asides.facts();
    }

    public ServiceStatus status() {
        return asides.status();
    }

    /**
     * The kernels of the sky whose files were written to, or cut short, while they were in use: file names, of highest
     * precedence last. No number that they answer can be trusted. Known within a second; empty as a rule.
     */
    public List<String> altered() {
        KernelPool now = live.current();
        return Stream.concat(now.members().stream(), now.orientations().stream())
                .filter(KernelHandle::isAltered)
                .map(KernelHandle::name)
                .distinct()
                .toList();
    }

    /**
     * A frame computed on the calling thread, for pictures and tests.
     *
     * @throws IllegalStateException if no kernel is open
     */
    public SkyFrame compute(double et) {
        Shown now = opened();
        FrameJob one = new FrameJob(now.catalogue, now.axes, now.pool, ephemeris, et, sequence.incrementAndGet());
        one.work(WorkerRecorder.closedLoop(GROUP, "picture"));
        return one.frame(ghost);
    }

    /** Paths sampled on the calling thread, for pictures and tests; as {@link #compute}. */
    public SkyPaths computePaths(double et) {
        return computePaths(et, asides.wish());
    }

    /** Paths sampled on the calling thread; as {@link #compute}. */
    public SkyPaths computePaths(double et, PathWish wanted) {
        return new PathPlanner(new QueryCounter()).plan(opened().catalogue, ephemeris, et, wanted);
    }

    /** Facts found on the calling thread, for pictures and tests; as {@link #compute}. */
    public BodyFacts computeFacts(int body, double et) {
        return new FactFinder(new QueryCounter(), new SiteObserver(Runnable::run, () -> {}))
                .find(opened().catalogue, ephemeris, body, asides.second(), asides.place(), asides.site(), et);
    }

    private Shown opened() {
        Shown now = shown;
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
        asides.close();
        LockSupport.unpark(watch);
        live.close();
        ghost.close();
    }

    private static Shown shown(SkyCatalogue catalogue, KernelPool pool) {
        Ephemeris ephemeris = Ephemeris.of(pool);
        FrameSystem frames = ephemeris.frames();
        return new Shown(catalogue, SkyAxes.of(catalogue, ephemeris), frames.offered(), pool);
    }

    private SkyCatalogue swap(List<Path> wanted) {
        try (KernelPool next = PoolFiles.open(registry, wanted)) {
            SkyCatalogue read = KernelSet.catalogue(next, wanted, generations.incrementAndGet());
            TextFacts.adopt(next);
            // Told before the old kernels are unmapped, which may take long: frames of the new ones begin at once.
            live.publish(next, pool -> {
                shown = shown(read, pool);
                refresh();
            });
            asides.wake();
            return read;
        }
    }

    /** Makes a job of the newest wish unless one is under way; whoever ends that one starts the next. */
    private void start() {
        while (!closed && wish.get() != null && starting.compareAndSet(false, true)) {
            boolean begun = false;
            try {
                Shown now = shown;
                if (now != null && job.get() == null && isCurrent(now)) {
                    Wish newest = wish.getAndSet(null);
                    if (newest != null) {
                        job.set(new FrameJob(
                                now.catalogue, now.axes, now.pool, ephemeris, newest.et, sequence.incrementAndGet()));
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
            // Between two sets of kernels whoever brings the new one in starts anew.
            if (job.get() != null || !isCurrent(shown)) {
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

    /** Whether queries that begin now are answered by the pool that this catalogue was read off. */
    private boolean isCurrent(@Nullable Shown now) {
        return now != null && now.pool == live.current();
    }

    private void finish(FrameJob done) {
        // A frame in whose midst the kernels were changed is of neither set, and is computed again. A pool never comes
        // back: where it is current at the end, it has answered every query.
        if (done.pool() != live.current()) {
            wish.compareAndSet(null, new Wish(done.et()));
        } else {
            frame = done.frame(ghost);
        }
        job.set(null);
        start();
    }

    /** Apart from what may take long: that a file was written to must be known at once. */
    private void watch() {
        while (!closed) {
            registry.poll();
            LockSupport.parkNanos(this, WATCH_NANOS);
        }
    }
}
