package orrery.telemetry;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Watches whether workers make progress. A heartbeat advances whenever its worker begins or ends a query or changes
 * state, without reading a clock: its age is measured from when the watchdog last saw it change. So an age is exact to
 * the time between two checks. A worker that could run and was given hardly any of a processor meanwhile is starved,
 * which is the machine's doing and not its own. For use by one thread.
 *
 * <p>The JVM finds deadlocks among platform threads (monitors and java.util.concurrent locks), but not among virtual
 * threads.
 */
public final class Watchdog {
    /**
     * A query takes microseconds: a worker that had this much of a processor and still does not move on has had its
     * turn.
     */
    private static final long A_TURN = 500_000_000L;

    private final long patience;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private IdentityHashMap<WorkerRecorder, Pause> seen = new IdentityHashMap<>();

    /**
     * A worker between two beats.
     *
     * @param beat the count of its beats
     * @param since when it was first seen, nanoseconds
     * @param processor its processor time then, nanoseconds; negative where that is not known
     */
    private record Pause(long beat, long since, long processor) {}

    /** A worker that owes progress and makes none for longer than {@code patience} is late. */
    public Watchdog(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** Checks now. */
    public LivenessSample check(List<WorkerRecorder> workers) {
        return check(workers, System.nanoTime());
    }

    /** Checks only the heartbeats: no thread is stopped for them, and no deadlock is detected. */
    public LivenessSample beats(List<WorkerRecorder> workers) {
        return beats(workers, System.nanoTime());
    }

    LivenessSample check(List<WorkerRecorder> workers, long now) {
        LivenessSample beats = beats(workers, now);
        return new LivenessSample(now, beats.beats(), deadlocked());
    }

    /** The heartbeats only: no thread is stopped for them. */
    LivenessSample beats(List<WorkerRecorder> workers, long now) {
        IdentityHashMap<WorkerRecorder, Pause> next = new IdentityHashMap<>();
        List<LivenessSample.Beat> beats = new ArrayList<>(workers.size());
        for (WorkerRecorder worker : workers) {
            long beat = worker.marks() + worker.timeline().written();
            Pause last = seen.get(worker);
            if (last == null || last.beat != beat) {
                last = new Pause(beat, now, processor(worker));
            }
            next.put(worker, last);
            WorkState state = worker.timeline().newest(WorkState.IDLE);
            long age = now - last.since;
            boolean starved = age > patience && isStarved(worker, last);
            boolean late = state.owesProgress() && age > patience && !starved;
            beats.add(new LivenessSample.Beat(worker.name(), worker.group(), state, age, starved, late));
        }
        seen = next;
        return new LivenessSample(now, beats, List.of());
    }

    private boolean isStarved(WorkerRecorder worker, Pause pause) {
        long now = processor(worker);
        return pause.processor >= 0
                && now >= 0
                && now - pause.processor < A_TURN
                && worker.thread()
                        .filter(thread -> thread.getState() == Thread.State.RUNNABLE)
                        .isPresent();
    }

    /** A worker's processor time, nanoseconds; negative where it is not known, as for a virtual thread. */
    private long processor(WorkerRecorder worker) {
        Thread thread = worker.thread().orElse(null);
        return thread == null || thread.isVirtual() || !threads.isThreadCpuTimeSupported()
                ? -1
                : threads.getThreadCpuTime(thread.threadId());
    }

    /** The names of platform threads that wait for each other in a cycle. The JVM stops all threads for this. */
    public List<String> deadlocked() {
        long[] ids = threads.findDeadlockedThreads();
        if (ids == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (ThreadInfo info : threads.getThreadInfo(ids)) {
            if (info != null) {
                names.add(info.getThreadName());
            }
        }
        return names;
    }
}
