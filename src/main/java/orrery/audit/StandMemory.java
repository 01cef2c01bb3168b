package orrery.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import orrery.stand.Discipline;
import orrery.stand.OutsideView;
import orrery.stand.ReaderEnd;
import orrery.stand.ReaderProcess;
import orrery.stand.ReaderRun;
import orrery.stand.ReaderTask;

/**
 * Claims B1 and B2 for an external reader: its process's memory and mappings as the system reports them. For use by one
 * thread.
 */
final class StandMemory {
    private static final long ALLOWED = 8L << 20;
    private static final double ALLOWED_A_QUERY = 1;
    private static final int PAUSES = 5;

    private final AuditPlan plan;
    private final ReaderProcess process;
    private final StandReference reference;
    private final Discipline discipline;
    private final List<Path> kernels;
    private final View[] seen = new View[PAUSES + 1];

    /** One measurement. */
    private record View(
            OutsideView memory, long heap, long queries, List<OutsideView.FileMapping> mappings, int open) {}

    StandMemory(
            AuditPlan plan,
            ReaderProcess process,
            StandReference reference,
            Discipline discipline,
            List<Path> kernels) {
        this.plan = plan;
        this.process = process;
        this.reference = reference;
        this.discipline = discipline;
        this.kernels = kernels;
    }

    private ReaderRun hold() throws IOException {
        long window = plan.leastWindow().toNanos();
        ReaderTask task =
                new ReaderTask(discipline, plan.threads(), false, kernels, reference.queries(), reference.alone());
        return process.hold(task, look -> {
            int pause = (int) look.pause();
            boolean asking = pause == 3 || pause == 4;
            if (pause == 0 || pause > PAUSES || (asking && look.nanos() < window)) {
                return;
            }
            Optional<OutsideView> memory = OutsideView.of(look.pid());
            if (memory.isPresent()) {
                Path kernel = kernels.getFirst();
                seen[pause] = new View(
                        memory.get(),
                        look.heap(),
                        look.queries(),
                        OutsideView.mappings(look.pid(), kernel),
                        OutsideView.descriptors(look.pid(), kernel));
                look.goOn();
            }
        });
    }

    /** The finding for a run that did not complete; empty if it did. */
    private Optional<Finding> failed(ReaderRun run, String claim) {
        String words = StandExam.capital(run.words(claim)) + ".";
        return switch (run.end()) {
            case ReaderEnd.Done() ->
                seen[PAUSES] == null
                        ? Optional.of(
                                new Finding(Verdict.VOID, "The process could not be examined while it ran.", List.of()))
                        : Optional.empty();
            case ReaderEnd.Broken _, ReaderEnd.Refused _ -> Optional.of(new Finding(Verdict.REFUTED, words, List.of()));
            case ReaderEnd.NotRun _ -> Optional.of(new Finding(Verdict.VOID, words, List.of()));
        };
    }

    Finding nothingTaken() throws IOException {
        ReaderRun run = hold();
        Optional<Finding> failed = failed(run, "B1");
        if (failed.isPresent()) {
            return failed.get();
        }
        long queries = Math.max(1, seen[4].queries - seen[3].queries);
        long anonymous = seen[4].memory.anonymous() - seen[3].memory.anonymous();
        long heap = seen[4].heap - seen[3].heap;
        long grown = Math.max(0, anonymous) + Math.max(0, heap);
        Finding.Maker finding = new Finding.Maker()
                .figure("queries between the two looks", queries, "")
                .figure("anonymous memory, growth", anonymous / 1024.0, "KiB")
                .figure("live Java heap, growth", heap / 1024.0, "KiB")
                .figure("bytes that stay, a query", (double) grown / queries, "B")
                .figure(
                        "bytes allocated on the Java heap, a query",
                        (double) run.allocated() / Math.max(1, run.queries()),
                        "B");
        finding.require(
                grown < ALLOWED || (double) grown / queries < ALLOWED_A_QUERY,
                "The process grew by %,d KiB over %,d queries.".formatted(grown / 1024, queries));
        return finding.make("The process kept no additional memory over %,d queries.".formatted(queries));
    }

    Finding mapping() throws IOException {
        ReaderRun run = hold();
        Optional<Finding> failed = failed(run, "B2");
        if (failed.isPresent()) {
            return failed.get();
        }
        long own = seen[2].memory.anonymous() - seen[1].memory.anonymous() + Math.max(0, seen[2].heap - seen[1].heap);
        Finding.Maker finding = new Finding.Maker()
                .figure("mappings of " + kernels.getFirst().getFileName(), seen[4].mappings.size(), "")
                .figure("descriptors open on it", seen[4].open, "")
                .figure("memory of its own that opening took", own / 1024.0, "KiB");
        if (seen[4].mappings.isEmpty()) {
            return Finding.notAvailable(
                    "it maps no file: it reads through %d descriptors, and opening took %,d KiB of its own memory"
                            .formatted(seen[4].open, own / 1024));
        }
        int sessions = discipline == Discipline.PER_THREAD ? plan.threads() : 1;
        Map<Long, Long> byOffset = seen[4].mappings.stream()
                .map(OutsideView.FileMapping::offset)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long most = byOffset.values().stream().mapToLong(Long::longValue).max().orElse(0);
        finding.require(
                seen[4].mappings.stream().noneMatch(OutsideView.FileMapping::isWritten),
                "The file is mapped writable.");
        finding.require(
                most <= sessions, "A part of the file is mapped %d times by %d sessions.".formatted(most, sessions));
        return finding.make("The file is mapped %d times by %d sessions, always read-only."
                .formatted(seen[4].mappings.size(), sessions));
    }
}
