package orrery.audit;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import orrery.telemetry.Block;
import orrery.telemetry.BlockWatch;
import orrery.telemetry.Measurement;
import orrery.telemetry.ThreadCounters;

/** C2: full concurrent reading once bound. */
final class ConcurrentReading extends AbstractClaim {
    ConcurrentReading() {
        super(
                "C2",
                "full concurrent reading once bound",
                "Once bound, no reader ever waits for another: the query path has no lock, no park and no monitor.",
                "One wait for a monitor, or one park, on a worker between its first and its last query.",
                "The JVM's counts for each worker over a window, and every park and monitor enter in the flight"
                        + " recording. Reported but not judged: scaling against one thread, fairness.");
    }

    @Override
    public Finding examine(ClaimContext context) {
        StateRounds held = context.stateWindow();
        OverlapRounds.Result window = held.result();
        Finding.Maker finding = new Finding.Maker();
        List<RoundWorker> seats = window.seats();
        List<ThreadCounters> counted =
                seats.stream().flatMap(seat -> seat.counted.value().stream()).toList();
        if (counted.size() < seats.size()) {
            return Finding.notAvailable(seats.getFirst().counted.reason());
        }
        long blocked = counted.stream().mapToLong(ThreadCounters::blocked).sum();
        long waited = counted.stream().mapToLong(ThreadCounters::waited).sum();
        finding.figure("monitors waited for", blocked, "").figure("parks and waits", waited, "");
        finding.require(blocked == 0, "Workers waited " + blocked + " times for a monitor.");
        finding.require(waited == 0, "Workers parked or waited " + waited + " times.");
        Measurement<BlockWatch.Blocks> blocks = await(window.blocks());
        blocks.value()
                .ifPresentOrElse(
                        delivered -> recorded(delivered, seats, finding),
                        () -> finding.figure("flight recorder", "not available here: " + blocks.reason()));
        double all = window.queriesASecond();
        LongSummaryStatistics each =
                seats.stream().mapToLong(seat -> seat.recorder.queries()).summaryStatistics();
        finding.figure("queries a second, one thread", held.alone(), "1/s")
                .figure("queries a second, " + seats.size() + " threads", all, "1/s")
                .figure(
                        "scaling",
                        all / Math.max(1, held.alone()),
                        "x on " + Runtime.getRuntime().availableProcessors() + " processors")
                .figure(
                        "fairness: fewest queries of a thread over the most",
                        (double) each.getMin() / Math.max(1, each.getMax()),
                        "");
        window.tell(finding, "");
        return finding.make(
                "No worker waited for anything over " + String.format("%,d", window.queries()) + " queries.");
    }

    private static Measurement<BlockWatch.Blocks> await(Future<Measurement<BlockWatch.Blocks>> blocks) {
        try {
            return blocks.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return Measurement.notAvailable("the flight recorder failed: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new AuditCancelledException();
        }
    }

    /**
     * What was recorded between a worker's first and last query; waits at the start and the end are not the reader's.
     */
    private static void recorded(BlockWatch.Blocks blocks, List<RoundWorker> seats, Finding.Maker finding) {
        List<Block> inside = blocks.blocks().stream()
                .filter(block -> seats.stream()
                        .anyMatch(seat ->
                                seat.recorder.thread().map(Thread::threadId).orElse(-1L) == block.threadId()
                                        && block.start() > seat.startNanos + 2_000_000
                                        && block.end() < seat.endNanos - 2_000_000))
                .toList();
        finding.figure("parks and monitor enters in the flight recording", inside.size() + blocks.beyond(), "");
        if (!inside.isEmpty()) {
            Block first = inside.getFirst();
            finding.refuted("The flight recorder saw a worker wait on " + first.on() + " at " + first.where() + ".");
        }
    }
}
