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

    private final KernelRegistry registry;
    private final LivePool live;
    private final Ephemeris ephemeris;
    private final FrameCrew crew;
    private final GhostSlot ghost;
    private final Asides asides;
    private final Thread watch;
    private final ExecutorService kernels;
    private final ExecutorService searches;
    private final AtomicLong generations = new AtomicLong();
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
        this.crew = new FrameCrew(live, ephemeris, this::framed, workers);
        this.asides = new Asides(ephemeris, registry, crew.recorders(), new Asides.Sky() {
            @Override
            public @Nullable SkyFrame frame() {
                return crew.frame();
            }

            @Override
            public @Nullable SkyCatalogue catalogue() {
                FrameCrew.Shown now = crew.shown();
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
            asides.wake();
            crew.refresh();
        });
        this.crew.start();
        this.asides.start();
        this.watch.start();
    }

    /** As many workers as suit this machine. */
    public static int fittingWorkers() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);
    }

    /** What each worker records of itself: queries, their times, its states. */
    public List<WorkerRecorder> recorders() {
        return crew.recorders();
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
        crew.request(et);
    }

    /** The newest frame, or null before the first. */
    public @Nullable SkyFrame frame() {
        return crew.frame();
    }

    /** What the present kernels hold, or null while none is open. */
    public @Nullable SkyCatalogue catalogue() {
        FrameCrew.Shown now = crew.shown();
        return now == null ? null : now.catalogue();
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
        FrameCrew.Shown now = crew.shown();
        return now == null ? List.of() : now.frames();
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
        return crew.compute(opened(), et);
    }

    /** Paths sampled on the calling thread, for pictures and tests; as {@link #compute}. */
    public SkyPaths computePaths(double et) {
        return computePaths(et, asides.wish());
    }

    /** Paths sampled on the calling thread; as {@link #compute}. */
    public SkyPaths computePaths(double et, PathWish wanted) {
        return new PathPlanner(new QueryCounter()).plan(opened().catalogue(), ephemeris, et, wanted);
    }

    /** Facts found on the calling thread, for pictures and tests; as {@link #compute}. */
    public BodyFacts computeFacts(int body, double et) {
        return new FactFinder(new QueryCounter(), new SiteObserver(Runnable::run, () -> {}))
                .find(opened().catalogue(), ephemeris, body, asides.second(), asides.place(), asides.site(), et);
    }

    private SkyFrame framed(FrameJob done) {
        return done.frame(ghost);
    }

    private FrameCrew.Shown opened() {
        FrameCrew.Shown now = crew.shown();
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
        asides.close();
        LockSupport.unpark(watch);
        live.close();
        ghost.close();
    }

    private SkyCatalogue swap(List<Path> wanted) {
        try (KernelPool next = PoolFiles.open(registry, wanted)) {
            SkyCatalogue read = KernelSet.catalogue(next, wanted, generations.incrementAndGet());
            TextFacts.adopt(next);
            // Told before the old kernels are unmapped, which may take long: frames of the new ones begin at once.
            live.publish(next, pool -> crew.show(FrameCrew.Shown.of(read, pool)));
            asides.wake();
            return read;
        }
    }

    /** Apart from what may take long: that a file was written to must be known at once. */
    private void watch() {
        while (!closed) {
            registry.poll();
            LockSupport.parkNanos(this, WATCH_NANOS);
        }
    }
}
