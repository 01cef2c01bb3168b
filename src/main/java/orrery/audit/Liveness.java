package orrery.audit;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** G1: liveness. */
final class Liveness extends Described {
    private static final int CANCELS = 7;
    private static final double ALLOWED_MS = 100;
    private static final long STILL = 2_000_000_000L;

    Liveness() {
        super(
                "G1",
                "liveness",
                "Every thread goes on; nothing deadlocks; a cancel is answered within 100 ms.",
                "A deadlock; a worker that owes progress and stands still for 2 s; a cancel answered later.",
                "Watchdog, deadlock detector and a heartbeat a thread over a window; then windows cancelled in full"
                        + " flight, from the cancel to the end of the last worker (the one in the middle of "
                        + CANCELS + " is judged).");
    }

    @Override
    public Finding examine(Bench bench) {
        Finding.Maker finding = new Finding.Maker();
        Window.Result window = bench.stateWindow().result();
        List<String> deadlocked = window.liveness().deadlocked();
        finding.figure("deadlocked threads", deadlocked.size(), "")
                .figure("longest without a heartbeat", window.oldestBeat() / 1e6, "ms");
        finding.require(deadlocked.isEmpty(), "Deadlocked: " + deadlocked);
        finding.require(
                window.oldestBeat() < STILL, "A worker stood still for %.1f s.".formatted(window.oldestBeat() / 1e9));
        try (Subject.Pool pool = bench.openPool()) {
            double[] millis = new double[CANCELS];
            for (int i = 0; i < CANCELS; i++) {
                millis[i] = cancelled(bench, pool) / 1e6;
                bench.stop().check();
            }
            Arrays.sort(millis);
            finding.figure("cancel answered within, median", millis[CANCELS / 2], "ms")
                    .figure("cancel answered within, worst", millis[CANCELS - 1], "ms");
            finding.require(
                    millis[CANCELS / 2] <= ALLOWED_MS,
                    "A cancel was answered after %.0f ms.".formatted(millis[CANCELS / 2]));
        }
        return finding.make("Every thread's heart beat; cancels were answered within 100 ms.");
    }

    /** Nanoseconds from the cancel of a window in full flight to the end of its last worker. */
    private static long cancelled(Bench outer, Subject.Pool pool) {
        StopSignal stop = new StopSignal();
        long[] at = new long[1];
        StateWindow.Task task = new StateWindow.Task(outer.states(), outer.reference(), pool);
        Window window = new Window(
                stop,
                new AuditProgress(),
                _ -> {},
                atNormalPriority(outer.setup("cancel", outer.plan().threads())),
                task);
        Thread canceller = Thread.ofPlatform().daemon().name("orrery-cancel").unstarted(() -> {
            LockSupport.parkNanos(50_000_000);
            at[0] = System.nanoTime();
            stop.stop();
        });
        canceller.start();
        try {
            window.run(() -> false);
            throw new IllegalStateException("a cancelled window ended by itself");
        } catch (AuditCancelledException _) {
            return window.lastEnd() - at[0];
        }
    }

    /** A worker at low priority may be kept from its last step by whatever else the machine does. */
    private static Window.Setup atNormalPriority(Window.Setup setup) {
        return new Window.Setup(setup.group(), setup.threads(), false, 0, setup.least(), setup.longest(), 0, false);
    }
}
