package orrery.audit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** B1: nothing allocated. */
final class NothingAllocated extends AbstractClaim {
    /** One smallest object in 160 queries: the JVM itself allocates far less on a thread while it compiles. */
    private static final double TOLERATED = 0.1;

    private static final long ALLOWED = 1 << 20;
    /** How long the JVM may hold on to threads that have ended, and how often to check. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    NothingAllocated() {
        super(
                "B1",
                "nothing allocated",
                "After a thread's first query, the state path allocates nothing on the Java heap.",
                "More than " + TOLERATED
                        + " bytes per query on any thread (the JVM itself, when it replaces compiled"
                        + " code, allocates a few hundred bytes in total).",
                "Bytes allocated by each worker thread over a whole window, as counted by the JVM; heap after"
                        + " collection before and after.");
    }

    @Override
    public Finding examine(ClaimContext context) {
        Questions answered = context.states().answered(context.reference());
        // A refusal allocates its exception, which is not the cost of a state.
        StateRounds window = answered == context.states()
                ? context.stateWindow()
                : StateRounds.hold(context, answered, context.states().referenceOf(answered, context.reference()), 1);
        Finding.Maker finding = new Finding.Maker();
        List<RoundWorker> seats = window.result().seats();
        if (seats.stream().anyMatch(seat -> seat.allocated < 0)) {
            return Finding.notAvailable("this JVM does not count the allocations of a thread");
        }
        long bytes = 0;
        double worst = 0;
        for (RoundWorker seat : seats) {
            bytes += seat.allocated;
            long queries = Math.max(1, seat.recorder.queries());
            worst = Math.max(worst, (double) seat.allocated / queries);
        }
        long queries = Math.max(1, window.result().queries());
        finding.figure("queries", queries, "")
                .figure(
                        "questions of the plan that are refused, and not asked here",
                        context.states().size() - answered.size(),
                        "of " + context.states().size())
                .figure("bytes allocated by all workers together", bytes, "B")
                .figure("bytes a query", (double) bytes / queries, "B")
                .figure("bytes a query on the worst thread", worst, "B")
                .figure(
                        "threads that allocated nothing",
                        seats.stream().filter(s -> s.allocated == 0).count(),
                        "of " + seats.size());
        finding.require(worst < TOLERATED, "A thread allocated %.3g bytes per query.".formatted(worst));
        if (!finding.isRefuted()) {
            heap(context, answered, finding);
        }
        return finding.make("%,d queries allocated %.2g bytes each.".formatted(queries, (double) bytes / queries));
    }

    /**
     * What queries leave behind stays; what a thread that has just ended still holds does not, because the JVM releases
     * a dead thread, and everything its task could reach, a moment later. So growth is measured again for a while.
     */
    private static void heap(ClaimContext context, Questions answered, Finding.Maker finding) {
        long before = LiveHeap.heap();
        burst(context, answered);
        long growth = LiveHeap.heap() - before;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (growth >= ALLOWED && System.nanoTime() < deadline) {
            context.stop().check();
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            growth = Math.min(growth, LiveHeap.heap() - before);
        }
        finding.figure("heap after collection, growth over 3 bursts", growth / 1024.0, "KiB");
        finding.require(growth < ALLOWED, "The heap grew by %,d bytes over 3 bursts.".formatted(growth));
    }

    private static void burst(ClaimContext context, Questions answered) {
        long[] reference = context.states().referenceOf(answered, context.reference());
        try (Subject.Pool pool = context.openPool()) {
            new Bursts(answered, reference, pool, context.plan().threads(), context.stop()).run(3);
        }
    }
}
