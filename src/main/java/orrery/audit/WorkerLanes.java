package orrery.audit;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import orrery.telemetry.Telemetry;
import orrery.telemetry.WorkerRecorder;

/** Telemetry lanes for the workers of the current window of a run. */
public final class WorkerLanes {
    private static final long FOLLOW_EVERY = 50_000_000;
    /** Nobody reads a thousand lanes of virtual threads. */
    private static final int MOST = 100;

    private WorkerLanes() {}

    /**
     * Shows the workers of a run in telemetry until the thread that runs it has ended; blocks the calling thread until
     * then.
     */
    public static void follow(AuditRun run, Thread running, Telemetry telemetry) {
        List<WorkerRecorder> followed = List.of();
        while (running.isAlive()) {
            List<WorkerRecorder> now = run.workers();
            List<WorkerRecorder> shown = now.size() > MOST ? List.of() : now;
            if (!shown.equals(followed)) {
                telemetry.unregister(followed);
                telemetry.register(shown);
                followed = shown;
            }
            LockSupport.parkNanos(FOLLOW_EVERY);
        }
        telemetry.unregister(followed);
    }
}
