package orrery.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.locks.LockSupport;
import orrery.binding.KernelPool;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.Queries;
import orrery.ephemeris.QueryPlan;
import orrery.spk.KernelException;
import orrery.telemetry.ThreadPriority;
import orrery.telemetry.WorkState;
import orrery.telemetry.WorkerRecorder;

/**
 * Keeps workers querying states until it is closed, for observation: the audit's presets without its claims. Platform
 * workers lower their own priority, as the audit's do.
 */
final class QueryLoad implements AutoCloseable {
    /** The sizes of the load. */
    enum Preset {
        /** No load. */
        NONE(0, 0, 0),
        /** Rounds of 10,000 queries by 20 threads, each round started on a barrier. */
        LEDGER(20, 0, 10_000),
        /** Rounds of 1,000,000 queries by 64 platform and 1,000 virtual threads. */
        DEEP(64, 1000, 1_000_000),
        /** One thread per core, without rounds. */
        SOAK(Runtime.getRuntime().availableProcessors(), 0, 0);

        private final int platform;
        private final int virtual;
        private final int round;

        Preset(int platform, int virtual, int round) {
            this.platform = platform;
            this.virtual = virtual;
            this.round = round;
        }
    }

    private static final long SEED = 1;
    private static final int ENDLESS = 100_000;

    private final Ephemeris ephemeris;
    private final List<WorkerRecorder> recorders = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Phaser barrier = new Phaser();
    private final long period;
    private volatile boolean running = true;

    /**
     * Prepares the workers.
     *
     * @param rate queries a second and worker, at even intervals and without rounds; 0: each worker asks as fast as it
     * can
     */
    QueryLoad(KernelPool pool, Preset preset, double rate) {
        ephemeris = Ephemeris.of(pool);
        period = rate > 0 ? Math.max(1, Math.round(1e9 / rate)) : 0;
        int workers = preset.platform + preset.virtual;
        if (workers == 0) {
            return;
        }
        boolean rounds = preset.round > 0;
        Queries queries = QueryPlan.of(pool).draw(QueryPlan.Order.RANDOM, rounds ? preset.round : ENDLESS, SEED);
        barrier.bulkRegister(workers);
        for (int i = 0; i < workers; i++) {
            boolean virtual = i >= preset.platform;
            int from = (int) ((long) queries.size() * i / workers);
            int to = (int) ((long) queries.size() * (i + 1) / workers);
            String name = virtual ? "virtual-" + (i - preset.platform + 1) : "worker-" + (i + 1);
            String group = virtual ? "virtual" : "load";
            int runs = virtual ? 64 : 1024;
            WorkerRecorder recorder = period > 0
                    ? WorkerRecorder.fixedRate(group, name, runs)
                    : WorkerRecorder.closedLoop(group, name, WorkerRecorder.ONE_IN, runs);
            recorders.add(recorder);
            Thread.Builder builder = virtual
                    ? Thread.ofVirtual().name(name)
                    : Thread.ofPlatform().daemon().name(name);
            Runnable work = period > 0
                    ? () -> workAtRate(recorder, queries, from, to)
                    : () -> work(recorder, queries, from, to, rounds);
            threads.add(builder.unstarted(work));
        }
    }

    List<WorkerRecorder> recorders() {
        return recorders;
    }

    void start() {
        threads.forEach(Thread::start);
    }

    private void work(WorkerRecorder recorder, Queries queries, int from, int to, boolean rounds) {
        begin(recorder);
        double[] out = new double[6];
        while (running) {
            recorder.enter(WorkState.QUERYING);
            for (int i = from; i < to && running; i++) {
                long start = recorder.begin();
                try {
                    ephemeris.state(queries.target(i), queries.center(i), queries.et(i), out);
                    recorder.end(start);
                } catch (KernelException e) {
                    recorder.fail(start);
                }
            }
            if (rounds) {
                recorder.enter(WorkState.AT_BARRIER);
                barrier.arriveAndAwaitAdvance();
            }
        }
        recorder.enter(WorkState.FINISHED);
    }

    /** A late query begins at once, and its delay counts in its response time; none is left out. */
    private void workAtRate(WorkerRecorder recorder, Queries queries, int from, int to) {
        begin(recorder);
        double[] out = new double[6];
        long intended = System.nanoTime();
        for (int i = from; running; i = i + 1 < to ? i + 1 : from) {
            awaitStart(recorder, intended);
            recorder.enter(WorkState.QUERYING);
            long start = recorder.begin();
            try {
                ephemeris.state(queries.target(i), queries.center(i), queries.et(i), out);
                recorder.endScheduled(start, intended);
            } catch (KernelException e) {
                recorder.fail(start);
            }
            intended += period;
        }
        recorder.enter(WorkState.FINISHED);
    }

    private void awaitStart(WorkerRecorder recorder, long intended) {
        long left = intended - System.nanoTime();
        if (left > 0) {
            recorder.enter(WorkState.PACING);
        }
        while (left > 0 && running) {
            LockSupport.parkNanos(left);
            left = intended - System.nanoTime();
        }
    }

    private static void begin(WorkerRecorder recorder) {
        recorder.bind();
        // If the system cannot lower a thread's priority, the load runs at normal priority.
        var _ = ThreadPriority.lowerOwn();
    }

    /** Stops the workers and waits for them. */
    @Override
    public void close() {
        running = false;
        barrier.forceTermination();
        threads.forEach(LockSupport::unpark);
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
