package orrery.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import orrery.telemetry.Measurement;
import orrery.telemetry.ThreadCounters;
import orrery.telemetry.ThreadPriority;
import orrery.telemetry.WorkState;
import orrery.telemetry.WorkerRecorder;

/** One worker's place in a window: its number, its recorder, and its findings. Written by its own thread. */
final class RoundWorker {
    private static final int FAULTS_KEPT = 20;

    final int index;
    final int of;
    final WorkerRecorder recorder;
    final double[] out = new double[Questions.WIDEST];
    private double[][] answers = new double[0][];

    private final OverlapRounds window;
    private final List<String> faults = new ArrayList<>();

    private final AtomicLong rounds = new AtomicLong();
    private final AtomicLong faultCount = new AtomicLong();
    private volatile boolean atWork;
    long startNanos;
    long endNanos;
    long allocated = -1;
    Measurement<ThreadCounters> counted = Measurement.notAvailable("the worker has not ended");

    RoundWorker(OverlapRounds window, int index, int of, WorkerRecorder recorder) {
        this.window = window;
        this.index = index;
        this.of = of;
        this.recorder = recorder;
    }

    /**
     * Prepares, waits for the start, and runs round after round until the window is over; an error counts as a fault.
     */
    // A virtual thread is not preempted: without yielding, the first ones would keep their carriers to the end.
    @SuppressWarnings("ThreadPriorityCheck")
    void work(OverlapRounds.Setup setup, OverlapRounds.Task task, CountDownLatch ready, CountDownLatch start) {
        boolean counting = false;
        try {
            if (setup.nice() > 0 && !setup.virtual()) {
                ThreadPriority.nice(setup.nice());
            } else if (setup.nice() == ThreadPriority.LOWEST) {
                ThreadPriority.lowerCarrier();
            }
            try {
                task.prepare(this);
            } finally {
                ready.countDown();
            }
            recorder.enter(WorkState.AT_BARRIER);
            start.await();
            recorder.enter(WorkState.QUERYING);
            Measurement<ThreadCounters> before = ThreadCounters.of(Thread.currentThread());
            startNanos = System.nanoTime();
            long allocated = setup.virtual() ? -1 : ThreadCounters.ownAllocatedBytes();
            if (!isOver()) {
                atWork = true;
                do {
                    task.round(this);
                    nextRound();
                    if (setup.virtual()) {
                        Thread.yield();
                    }
                } while (!isOver());
            }
            this.allocated = allocated < 0 ? -1 : ThreadCounters.ownAllocatedBytes() - allocated;
            endNanos = System.nanoTime();
            counted = before.then(b -> ThreadCounters.of(Thread.currentThread()).map(a -> a.since(b)));
            recorder.enter(WorkState.FINISHED);
            counting = true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            fault("worker " + index + " died of " + e);
        } finally {
            if (!counting) {
                endNanos = System.nanoTime();
                recorder.enter(WorkState.FAILED);
            }
        }
    }

    /** Whether its first round has begun; stays so to the end. For any thread. */
    boolean isAtWork() {
        return atWork;
    }

    /** Rounds completed. */
    long rounds() {
        return rounds.get();
    }

    /** Marks a round as completed; called only by the worker. */
    void nextRound() {
        rounds.lazySet(rounds.get() + 1);
    }

    /**
     * Room for the answers of a batch, {@link Questions#WIDEST} doubles each: a batch is run first and compared
     * afterwards, so that almost no time passes between two queries and the threads are found inside one.
     */
    double[][] answers(int count) {
        if (answers.length < count) {
            answers = new double[count][Questions.WIDEST];
        }
        return answers;
    }

    /** The number of faults found. */
    long faultCount() {
        return faultCount.get();
    }

    /** Whether the window is to end; checked by a worker after each query. */
    boolean isOver() {
        return window.isOver();
    }

    /** Records a fault. Allocates, but only when a fault has occurred. */
    void fault(String what) {
        synchronized (faults) {
            if (faults.size() < FAULTS_KEPT) {
                faults.add(what);
            }
        }
        faultCount.incrementAndGet();
    }

    List<String> faults() {
        synchronized (faults) {
            return List.copyOf(faults);
        }
    }

    /** The first of this seat's queries out of {@code count}. */
    int from(int count, long turn) {
        return (int) ((long) count * share(turn) / of);
    }

    /** The index after the last of this seat's queries. */
    int to(int count, long turn) {
        return (int) ((long) count * (share(turn) + 1) / of);
    }

    /** Shares move on by one seat per turn, so that every thread eventually runs every query. */
    private int share(long turn) {
        return (int) ((index + turn) % of);
    }
}
