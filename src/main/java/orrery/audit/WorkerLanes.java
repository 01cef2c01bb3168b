package orrery.audit;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import orrery.telemetry.Telemetry;
import orrery.telemetry.WorkerRecorder;

/** Lanes for the workers of whatever window of a run is open. */
public final class WorkerLanes {
    private static final long FOLLOW_EVERY = 50_000_000;
    /** A thousand virtual threads are not lanes that anybody reads. */
    private static final int MOST = 100;

    private WorkerLanes() {}

    /** Shows telemetry the workers of a run until the thread that runs it has ended; takes the calling thread as long. */
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
