package orrery.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import orrery.telemetry.Measurement;
import orrery.telemetry.ThreadCounters;
import orrery.telemetry.WorkerRecorder;

/** One worker's place in a window: its number, its recorder, and what it has found. Written by its own thread. */
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

    /** Rounds completed. */
    long rounds() {
        return rounds.get();
    }

    /** A round is completed; called by the worker alone. */
    void nextRound() {
        rounds.lazySet(rounds.get() + 1);
    }

    /**
     * Room for the answers of a batch, of {@link Questions#WIDEST} doubles each: a batch is asked first and compared
     * afterwards, so that between two queries next to nothing is done and the threads are found inside one.
     */
    double[][] answers(int count) {
        if (answers.length < count) {
            answers = new double[count][Questions.WIDEST];
        }
        return answers;
    }

    /** How often something spoke against the claim. */
    long faultCount() {
        return faultCount.get();
    }

    /** Whether the window is to end: a worker looks after each query. */
    boolean isOver() {
        return window.isOver();
    }

    /** Something that speaks against the claim. Allocates; only for when it has happened. */
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

    /** First of this seat's questions of {@code count}. */
    int from(int count, long turn) {
        return (int) ((long) count * share(turn) / of);
    }

    /** Behind the last of this seat's questions. */
    int to(int count, long turn) {
        return (int) ((long) count * (share(turn) + 1) / of);
    }

    /** Shares move on by one seat a turn, so that every thread comes to ask everything. */
    private int share(long turn) {
        return (int) ((index + turn) % of);
    }
}
