package orrery.audit;

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
}
