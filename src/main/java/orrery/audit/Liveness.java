package orrery.audit;

import java.util.Arrays;
import java.util.List;

/** G1: liveness. */
final class Liveness extends ClaimText {
    private static final int CANCELS = 7;
    private static final double ALLOWED_MS = 100;
    /** A window that has lasted so long is in full flight. */
    private static final long IN_FLIGHT = 20_000_000L;

    /** A worker of low priority may wait so long for its turn; longer, and nothing is decided. */
    private static final long STILL = 2_000_000_000L;

    private static final long DEAD = 10_000_000_000L;
    /** So many turns in a row may go by. */
    private static final int TURNS = 4;

    Liveness() {
        super(
                "G1",
                "liveness",
                "Every thread goes on; nothing deadlocks; a cancel is answered within 100 ms.",
                "A deadlock; a worker that owes progress and stands still for 10 s (from 2 s on nothing is decided); a"
                        + " cancel answered later, unless threads that do nothing but look for it take half as long.",
                "Watchdog, deadlock detector and a heartbeat a thread over a window; then windows cancelled in full"
                        + " flight, from the cancel to the end of the last worker (the one in the middle of "
                        + CANCELS + " is judged).");
    }

    @Override
    public Finding examine(ClaimContext bench) {
        Finding.Maker finding = new Finding.Maker();
        OverlapRounds.Result window = bench.stateWindow().result();
        List<String> deadlocked = window.liveness().deadlocked();
        finding.figure("deadlocked threads", deadlocked.size(), "")
                .figure("longest without a heartbeat", window.oldestBeat() / 1e6, "ms");
        finding.require(deadlocked.isEmpty(), "Deadlocked: " + deadlocked);
        try (Subject.Pool pool = bench.openPool()) {
            cancels(bench, window, pool, finding);
        } catch (EndedByItselfException e) {
            finding.refuted(String.valueOf(e.getMessage()));
        }
        return finding.make("Every thread's heart beat; cancels were answered within 100 ms, or as soon as the machine"
                + " gave each thread its turn.");
    }

    private static void cancels(
            ClaimContext bench, OverlapRounds.Result window, Subject.Pool pool, Finding.Maker finding) {
        double[] millis = new double[CANCELS];
        double[] control = new double[CANCELS];
        for (int i = 0; i < CANCELS; i++) {
            millis[i] = cancelled(bench, new StateRounds.Task(bench.states(), bench.reference(), pool)) / 1e6;
            control[i] = cancelled(bench, _ -> Thread.onSpinWait()) / 1e6;
            bench.stop().check();
        }
        Arrays.sort(millis);
        Arrays.sort(control);
        stood(window, control[CANCELS - 1], finding);
        double median = millis[CANCELS / 2];
        double machine = control[CANCELS / 2];
        finding.figure("cancel answered within, median", median, "ms")
                .figure("cancel answered within, worst", millis[CANCELS - 1], "ms")
                .figure("as many threads that do nothing but look for the cancel, median", machine, "ms");
        finding.require(
                isAnswered(median, machine),
                "A cancel was answered after %.0f ms; threads that do nothing but look for it took %.0f ms."
                        .formatted(median, machine));
    }

    /** What the machine itself takes to give each thread its turn is no standing still of the reader's. */
    private static void stood(OverlapRounds.Result window, double machineMillis, Finding.Maker finding) {
        String still = "A worker stood still for %.1f s.".formatted(window.oldestBeat() / 1e9);
        boolean busy = window.starved() > 0 || TURNS * machineMillis * 1e6 >= window.oldestBeat();
        if (window.oldestBeat() >= DEAD && !busy) {
            finding.refuted(still);
        } else if (window.oldestBeat() >= STILL) {
            finding.gap(still + " A machine that is too busy does that too: run it again on a quieter one, or with"
                    + " fewer threads.");
        }
    }

    /** Within what is allowed, or within twice what the machine takes to give each thread its turn. */
    static boolean isAnswered(double millis, double machine) {
        return millis <= Math.max(ALLOWED_MS, 2 * machine);
    }

    /** A window that was to be cancelled was over before: something spoke against the reader. */
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
                if (lasted > IN_FLIGHT && at[0] == 0) {
                    at[0] = System.nanoTime();
                    stop.stop();
                }
            });
            throw new EndedByItselfException(ended.faults());
        } catch (AuditCancelledException _) {
            return window.lastEnd() - at[0];
        }
    }

    /** A worker at low priority may be kept from its last step by whatever else the machine does. */
    private static OverlapRounds.Setup atNormalPriority(OverlapRounds.Setup setup) {
        return new OverlapRounds.Setup(
                setup.group(), setup.threads(), false, 0, setup.least(), setup.longest(), 0, false);
    }
}
