package orrery.service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.binding.LivePool;
import orrery.ephemeris.Ephemeris;
import orrery.frames.FrameSystem;
import orrery.frames.ReferenceFrame;
import orrery.telemetry.FailureReport;
import orrery.telemetry.WorkState;
import orrery.telemetry.WorkerRecorder;

/**
 * The workers that share the bodies of a frame, and the newest frame. A request is one atomic write: of requests that
 * come faster than frames only the newest is met.
 *
 * <p>Thread-safe. At most one job is in progress: {@code starting} lets one thread at a time create one, and the worker
 * that ends a job clears it before the next is created. A frame during which the kernels were exchanged is discarded,
 * and its epoch is requested again.
 */
final class FrameCrew implements AutoCloseable {
    /** Two state changes per frame: a minute at sixty frames per second. */
    private static final int RUNS = 8192;

    private static final String GROUP = "sky";

    private record Wish(double et) {}

    /**
     * What is shown: a catalogue, its bodies' axes, and the pool from which both were read and which answers for them.
     */
    record Setting(SkyCatalogue catalogue, SkyAxes axes, List<ReferenceFrame> frames, KernelPool pool) {
        static Setting of(SkyCatalogue catalogue, KernelPool pool) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            FrameSystem frames = ephemeris.frames();
            return new Setting(catalogue, SkyAxes.of(catalogue, ephemeris), frames.offered(), pool);
        }
    }

    private final LivePool live;
    private final Ephemeris ephemeris;
    private final Function<FrameJob, SkyFrame> framed;
    private final List<Thread> workers = new ArrayList<>();
    private final List<WorkerRecorder> recorders = new ArrayList<>();
    private final AtomicReference<@Nullable Wish> wish = new AtomicReference<>();
    private final AtomicReference<@Nullable FrameJob> job = new AtomicReference<>();
    private final AtomicBoolean starting = new AtomicBoolean();
    private final AtomicLong sequence = new AtomicLong();
    private volatile @Nullable Setting shown;
    private volatile @Nullable SkyFrame frame;
    private volatile boolean closed;

    /**
     * @param framed creates the frame of a finished job, with its ghost
     * @param count number of workers
     */
    FrameCrew(LivePool live, Ephemeris ephemeris, Function<FrameJob, SkyFrame> framed, int count) {
        this.live = live;
        this.ephemeris = ephemeris;
        this.framed = framed;
        for (int i = 1; i <= count; i++) {
            String name = "sky-worker-" + i;
            WorkerRecorder recorder = WorkerRecorder.closedLoop(GROUP, name, 1, RUNS);
            recorders.add(recorder);
            workers.add(Thread.ofPlatform().name(name).daemon().unstarted(() -> work(recorder)));
        }
    }

    void start() {
        workers.forEach(Thread::start);
    }

    List<WorkerRecorder> recorders() {
        return List.copyOf(recorders);
    }

    /** What is shown, or null while no kernel is open. */
    @Nullable
    Setting shown() {
        return shown;
    }

    /** Shows other kernels, whose pool is now current. */
    void show(Setting next) {
        shown = next;
        refresh();
    }

    /** The newest frame, or null before the first. */
    @Nullable
    SkyFrame frame() {
        return frame;
    }

    /** Requests a frame; returns immediately. */
    void request(double et) {
        wish.set(new Wish(et));
        begin();
    }

    /** Recomputes the current frame, though its epoch is the same; computes the first one, if requested. */
    void refresh() {
        SkyFrame now = frame;
        if (now != null) {
            wish.compareAndSet(null, new Wish(now.et()));
        }
        begin();
    }

    /** A frame computed on the calling thread. */
    SkyFrame compute(Setting now, double et) {
        FrameJob one = new FrameJob(now.catalogue, now.axes, now.pool, ephemeris, et, sequence.incrementAndGet());
        one.work(WorkerRecorder.closedLoop(GROUP, "picture"));
        return framed.apply(one);
    }

    /**
     * Creates a job for the newest request unless one is in progress; the worker that ends that one starts the next.
     */
    private void begin() {
        while (!closed && wish.get() != null && starting.compareAndSet(false, true)) {
            boolean begun = false;
            try {
                Setting now = shown;
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
            // Between two sets of kernels, the thread that installs the new one starts again.
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
            try {
                if (now.work(recorder)) {
                    finish(now);
                }
            } catch (RuntimeException | Error e) {
                FailureReport.of(e);
            }
        }
        recorder.enter(WorkState.FINISHED);
    }

    /** Whether queries that begin now are answered by the pool from which this catalogue was read. */
    boolean isCurrent(@Nullable Setting now) {
        return now != null && now.pool == live.current();
    }

    private void finish(FrameJob done) {
        // A frame during which the kernels changed belongs to neither set and is computed again. A pool never comes
        // back: if it is current at the end, it has answered every query.
        try {
            if (done.pool() != live.current()) {
                wish.compareAndSet(null, new Wish(done.et()));
            } else {
                frame = framed.apply(done);
            }
        } finally {
            job.set(null);
            begin();
        }
    }

    @Override
    public void close() {
        closed = true;
        workers.forEach(LockSupport::unpark);
    }
}
