package orrery.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
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
import orrery.frames.PoolFiles;
import orrery.frames.ReferenceFrame;
import orrery.telemetry.FailureReport;
import orrery.telemetry.WorkerRecorder;

/**
 * Computes the sky in the background: frames on workers that share the bodies, paths and facts on a separate thread,
 * all through one live pool of mapped kernels. No method blocks; the newest answer is always available.
 *
 * <p>Kernels are exchanged without a pause: the new ones are opened, read through and tried first, and only then
 * published; if anything is wrong with them, the old ones stay and the caller gets the reason.
 *
 * <p>Thread-safe. {@link #close} ends its threads and closes its kernels.
 */
public final class SkyService implements AutoCloseable {
    /** The interval between checks of the kernel files: an overwritten file is noticed well within a second. */
    private static final long WATCH_NANOS = 400_000_000L;

    private final KernelRegistry registry;
    private final LivePool live;
    private final Ephemeris ephemeris;
    private final FrameCrew crew;
    private final GhostSlot ghost;
    private final FrameExtras extras;
    private final Thread watch;
    private final ExecutorService kernels;
    private final ExecutorService searches;
    private final AtomicLong generations = new AtomicLong();
    private volatile boolean closed;

    /**
     * Starts a service without kernels.
     *
     * @param registry opens the kernels
     * @param workers number of threads that share the bodies of a frame
     */
    public SkyService(KernelRegistry registry, int workers) {
        this.registry = registry;
        try (KernelPool none = KernelPool.of(List.of())) {
            this.live = new LivePool(none);
        }
        this.ephemeris = Ephemeris.live(live);
        this.crew = new FrameCrew(live, ephemeris, this::framed, workers);
        this.extras = new FrameExtras(ephemeris, registry, crew.recorders(), new FrameExtras.Sky() {
            @Override
            public @Nullable SkyFrame frame() {
                return crew.frame();
            }

            @Override
            public @Nullable SkyCatalogue catalogue() {
                FrameCrew.Setting now = crew.shown();
                return now != null && crew.isCurrent(now) ? now.catalogue() : null;
            }

            @Override
            public @Nullable KernelOffset ghost() {
                return ghost.get();
            }

            @Override
            public void refresh() {
                crew.refresh();
            }
        });
        this.watch = Thread.ofPlatform().name("sky-watch").daemon().unstarted(this::watch);
        this.kernels = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("sky-kernels").daemon().factory());
        this.searches = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("sky-events").daemon().factory());
        this.ghost = new GhostSlot(() -> {
            extras.wake();
            crew.refresh();
        });
        this.crew.start();
        this.extras.start();
        this.watch.start();
    }

    /** A suitable number of workers for this machine. */
    public static int fittingWorkers() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);
    }

    /** What each worker records about itself: queries, their times, its states. */
    public List<WorkerRecorder> recorders() {
        return crew.recorders();
    }

    /** The registry that opens the service's kernels; opening the same file here shares its mapping. */
    public KernelRegistry registry() {
        return registry;
    }

    /** The pool from which the sky is computed now; others may query it at the same time. */
    public LivePool live() {
        return live;
    }

    /**
     * Opens kernels and, if they are sound, shows them in place of the current ones: at the epoch requested last or, if
     * there was none, from the first {@link #request} on.
     *
     * @param paths highest precedence last
     * @return the new catalogue; or fails with the typed error of the bad kernel, and then the old ones are still shown
     */
    public CompletableFuture<SkyCatalogue> open(List<Path> paths) {
        List<Path> wanted = List.copyOf(paths);
        return CompletableFuture.supplyAsync(() -> swap(wanted), kernels);
    }

    /** Requests a frame; returns immediately. Of requests that come faster than frames only the newest is met. */
    public void request(double et) {
        crew.request(et);
    }

    /** The newest frame, or null before the first. */
    public @Nullable SkyFrame frame() {
        return crew.frame();
    }

    /** The contents of the current kernels, or null while none is open. */
    public @Nullable SkyCatalogue catalogue() {
        FrameCrew.Setting now = crew.shown();
        return now == null ? null : now.catalogue();
    }

    /**
     * Draws bodies a second time from now on, where another kernel has them: each frame then contains a
     * {@link SkyGhost}. Replaces the previous ghost.
     *
     * @return the ghost at the current epoch, or at J2000 before the first frame; or fails with the reason, and then
     * the previous ghost stays
     */
    public CompletableFuture<SkyGhost> ghost(GhostWish wanted) {
        return CompletableFuture.supplyAsync(
                () -> {
                    KernelOffset next = KernelOffset.open(registry, wanted);
                    ghost.replace(next);
                    SkyFrame now = crew.frame();
                    return next.at(now == null ? 0 : now.et());
                },
                kernels);
    }

    /** Draws no ghost from now on. */
    public CompletableFuture<Boolean> noGhost() {
        return CompletableFuture.supplyAsync(ghost::clear, kernels);
    }

    /**
     * Multiplies the ghost's exaggeration by a factor, within 1 to 1e15 in total.
     *
     * @return the new exaggeration; NaN if there is no ghost
     */
    public double exaggerate(double times) {
        return ghost.exaggerate(times);
    }

    /** Shows a preview, not loaded, in each frame from now on; {@link SkyPreview#NONE} removes it. */
    public void preview(SkyPreview wanted) {
        ghost.preview(wanted);
    }

    /** Sets the paths that {@link #paths()} contains in addition to each body's orbit around its parent. */
    public void wish(PathWish wanted) {
        extras.wish(wanted);
    }

    /** The newest paths. */
    public SkyPaths paths() {
        return extras.paths();
    }

    /** Sets the body of {@link #facts}. */
    public void focus(int body) {
        extras.want(wish -> wish.about(body));
    }

    /** Sets the second body from which {@link #facts} also measure; empty for none. */
    public void measureFrom(OptionalInt body) {
        extras.want(wish -> wish.from(body));
    }

    /** Sets the frame, center and correction of {@link BodyFacts#framed}. */
    public void place(PlaceWish wanted) {
        extras.want(wish -> wish.in(wanted));
    }

    /** The current request for {@link BodyFacts#framed}. */
    public PlaceWish place() {
        return extras.wanted().place();
    }

    /** Sets the place on the Earth for {@link BodyFacts#sky}; empty for none. */
    public void site(Optional<Site> wanted) {
        extras.want(wish -> wish.at(wanted));
    }

    /** The reference frames with data, built-in and from the current kernels; none while no kernel is open. */
    public List<ReferenceFrame> frames() {
        FrameCrew.Setting now = crew.shown();
        return now == null ? List.of() : now.frames();
    }

    /** Searches for events in the background; searches are queued. */
    public EventSearch search(EventFinder.Search search) {
        EventSearch started = new EventSearch(search, ephemeris);
        searches.execute(started);
        return started;
    }

    /** The newest facts about the body in focus; they may still be about the previous one. */
    public @Nullable BodyFacts facts() {
        return extras.facts();
    }

    public ServiceStatus status() {
        return extras.status();
    }

    /**
     * The kernels of the sky whose files were overwritten or truncated while in use: file names, highest precedence
     * last. None of their numbers can be trusted. Known within a second; usually empty.
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
        return crew.compute(opened(), et);
    }

    /** Paths sampled on the calling thread, for pictures and tests; as {@link #compute}. */
    public SkyPaths computePaths(double et) {
        return computePaths(et, extras.wish());
    }

    /** Paths sampled on the calling thread; as {@link #compute}. */
    public SkyPaths computePaths(double et, PathWish wanted) {
        return new PathPlanner(new QueryCounter()).plan(opened().catalogue(), ephemeris, et, wanted);
    }

    /** Facts found on the calling thread, for pictures and tests; as {@link #compute}. */
    public BodyFacts computeFacts(int body, double et) {
        return new FactFinder(new QueryCounter(), new SiteObserver(Runnable::run, () -> {}))
                .find(opened().catalogue(), ephemeris, extras.wanted().about(body), et);
    }

    private SkyFrame framed(FrameJob done) {
        return done.frame(ghost);
    }

    private FrameCrew.Setting opened() {
        FrameCrew.Setting now = crew.shown();
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
        crew.close();
        extras.close();
        LockSupport.unpark(watch);
        live.close();
        ghost.close();
    }

    private SkyCatalogue swap(List<Path> wanted) {
        try (KernelPool next = PoolFiles.open(registry, wanted)) {
            SkyCatalogue read = KernelSet.catalogue(next, wanted, generations.incrementAndGet());
            TextFacts.adopt(next);
            // Published before the old kernels are unmapped, which may take long: frames of the new ones begin
            // immediately.
            live.publish(next, pool -> crew.show(FrameCrew.Setting.of(read, pool)));
            extras.wake();
            return read;
        }
    }

    /** Separate from what may take long: an overwritten file must be noticed immediately. */
    private void watch() {
        Runnable turn = registry::poll;
        while (!closed) {
            FailureReport.guard(turn);
            LockSupport.parkNanos(this, WATCH_NANOS);
        }
    }
}
