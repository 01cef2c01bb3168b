package orrery.audit;

import java.util.concurrent.locks.LockSupport;

/** Tells everyone in a run to end. Thread-safe; checking costs one volatile read. */
final class StopSignal {
    private volatile boolean stopped;

    /** Asks the run to end. */
    public void stop() {
        stopped = true;
    }

    /** Whether the run is to end. */
    public boolean isStopped() {
        return stopped;
    }

    void check() {
        if (stopped) {
            throw new AuditCancelledException();
        }
    }

    /** Waits, but no longer than about 10 ms past the stop. */
    void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        long left = nanos;
        while (left > 0) {
            check();
            LockSupport.parkNanos(this, Math.min(left, 10_000_000));
            left = end - System.nanoTime();
        }
    }
}
