package orrery.audit;

import java.util.Arrays;
import java.util.List;

/** G1: liveness. */
final class Liveness extends AbstractClaim {
    private static final int CANCELS = 7;
    private static final int ALLOWED_MS = 100;
    /** A window is in full flight after this time, if every worker has begun. */
    private static final long IN_FLIGHT = 20_000_000L;

    /** A low-priority worker may wait this long for its turn; if it waits longer, nothing is decided. */
    static final long STILL = 2_000_000_000L;

    private static final long DEAD = 10_000_000_000L;
    /** This many missed turns in a row are allowed. */
    private static final int TURNS = 4;

    Liveness() {
        super(
                "G1",
                "liveness",
                "Every thread makes progress; nothing deadlocks; a cancel is answered within " + ALLOWED_MS + " ms.",
                "A deadlock; a worker that owes progress and stalls for 10 s with a processor to run on (undecided"
                        + " from 2 s on); a cancel answered later, unless threads that only watch "
                        + "for it take at least half as long.",
                "Watchdog, deadlock detector and one heartbeat per thread over a window; then windows cancelled in full"
                        + " flight, timed from the cancel to the end of the last worker (the median of "
                        + CANCELS + " is judged).");
    }

    @Override
    public Finding examine(ClaimContext context) {
        Finding.Maker finding = new Finding.Maker();
        OverlapRounds.Result window = context.stateWindow().result();
        List<String> deadlocked = window.liveness().deadlocked();
        finding.figure("deadlocked threads", deadlocked.size(), "")
                .figure("longest without a heartbeat", window.oldestBeat() / 1e6, "ms");
        finding.require(deadlocked.isEmpty(), "Deadlocked: " + deadlocked);
        try (Subject.Pool pool = context.openPool()) {
            cancels(context, window, pool, finding);
        } catch (EndedByItselfException e) {
            finding.refuted(String.valueOf(e.getMessage()));
        }
        return finding.make("Every thread made progress; cancels were answered within " + ALLOWED_MS
                + " ms, or as soon as the machine gave each thread its turn.");
    }

    private static void cancels(
            ClaimContext context, OverlapRounds.Result window, Subject.Pool pool, Finding.Maker finding) {
        double[] millis = new double[CANCELS];
        double[] control = new double[CANCELS];
        for (int i = 0; i < CANCELS; i++) {
            millis[i] = cancelled(context, new StateRounds.Task(context.states(), context.reference(), pool)) / 1e6;
            control[i] = cancelled(context, _ -> Thread.onSpinWait()) / 1e6;
            context.stop().check();
        }
        Arrays.sort(millis);
        Arrays.sort(control);
        judgeStalls(window, control[CANCELS - 1], finding);
        double median = millis[CANCELS / 2];
        double machine = control[CANCELS / 2];
        finding.figure("cancel answered within, median", median, "ms")
                .figure("cancel answered within, worst", millis[CANCELS - 1], "ms")
                .figure("as many threads that do nothing but look for the cancel, median", machine, "ms");
        finding.require(
                isAnswered(median, machine),
                "A cancel was answered after %.0f ms; threads that only watch for it took %.0f ms."
                        .formatted(median, machine));
    }

    /** The time the machine itself takes to give each thread its turn does not count as a stall of the reader. */
    private static void judgeStalls(OverlapRounds.Result window, double machineMillis, Finding.Maker finding) {
        String still = "A worker stalled for %.1f s.".formatted(window.oldestBeat() / 1e9);
        boolean busy = window.starved() > 0 || TURNS * machineMillis * 1e6 >= window.oldestBeat();
        if (window.oldestStall() >= DEAD && !busy) {
            finding.refuted(still);
        } else if (window.oldestBeat() >= STILL) {
            finding.gap(still + " An overloaded machine causes that too: run it again on a quieter one, or with"
                    + " fewer threads.");
        }
    }

    /** Within the limit, or within twice the time the machine takes to give each thread its turn. */
    static boolean isAnswered(double millis, double machine) {
        return millis <= Math.max(ALLOWED_MS, 2 * machine);
    }

    /** A window to be cancelled was already over: something contradicted the reader. */
    private static final class EndedByItselfException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EndedByItselfException(List<String> faults) {
            super(faults.isEmpty() ? "A window ended by itself before it could be cancelled." : faults.getFirst());
        }
    }

    /** Nanoseconds from the cancel of a window in full flight to the end of its last worker. */
    static long cancelled(ClaimContext outer, OverlapRounds.Task task) {
        StopSignal stop = new StopSignal();
        long[] at = new long[1];
        OverlapRounds window = new OverlapRounds(
                stop,
                new AuditProgress(),
                _ -> {},
                atNormalPriority(outer.setup("cancel", outer.plan().threads())),
                task);
        try {
            OverlapRounds.Result ended = window.run(() -> false, (_, lasted) -> {
                // A worker that had no turn to begin is not cancelled: a cancel before it would measure nothing.
                if (lasted > IN_FLIGHT && at[0] == 0 && (window.isInFlight() || lasted > STILL)) {
                    at[0] = System.nanoTime();
                    stop.stop();
                }
            });
            throw new EndedByItselfException(ended.faults());
        } catch (AuditCancelledException _) {
            return window.lastEnd() - at[0];
        }
    }

    /** A worker at low priority may be kept from its last step by anything else on the machine. */
    private static OverlapRounds.Setup atNormalPriority(OverlapRounds.Setup setup) {
        return new OverlapRounds.Setup(
                setup.group(), setup.threads(), false, 0, setup.least(), setup.longest(), 0, false);
    }
}
