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
 * the time between two checks. For use by one thread.
 *
 * <p>The JVM finds deadlocks among platform threads (monitors and java.util.concurrent locks), but not among virtual
 * threads.
 */
public final class Watchdog {
    private final long patience;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private IdentityHashMap<WorkerRecorder, long[]> seen = new IdentityHashMap<>();

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
        IdentityHashMap<WorkerRecorder, long[]> next = new IdentityHashMap<>();
        List<LivenessSample.Beat> beats = new ArrayList<>(workers.size());
        for (WorkerRecorder worker : workers) {
            long beat = worker.marks() + worker.timeline().written();
            long[] last = seen.get(worker);
            if (last == null || last[0] != beat) {
                last = new long[] {beat, now};
            }
            next.put(worker, last);
            WorkState state = worker.timeline().newest(WorkState.IDLE);
            long age = now - last[1];
            boolean late = state.owesProgress() && age > patience;
            beats.add(new LivenessSample.Beat(worker.name(), worker.group(), state, age, late));
        }
        seen = next;
        return new LivenessSample(now, beats, List.of());
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
