package orrery.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import orrery.math.Counted;
import orrery.stand.Discipline;
import orrery.stand.OutsideView;
import orrery.stand.ReaderEnd;
import orrery.stand.ReaderProcess;
import orrery.stand.ReaderRun;
import orrery.stand.ReaderTask;

/** The claims of one discipline of an external reader, each examined in a separate process. For use by one thread. */
final class StandExam {
    private static final long MIB = 1L << 20;
    private static final long ANONYMOUS_ALLOWED = 8 * MIB;
    private static final long HEAP_ALLOWED = MIB;
    /** One wait in this many queries is not a lock. */
    private static final long QUERIES_A_WAIT = 100_000;

    /**
     * How often threads must meet inside a query. On one processor a thread is interrupted where its time slice ends,
     * which is seldom where it can be disturbed, so more meetings are needed for the same proof.
     */
    private static final int MEETINGS =
            Runtime.getRuntime().availableProcessors() > 1 ? DangerousWindow.ENOUGH : 4 * DangerousWindow.ENOUGH;

    private static final long RATE_FROM = 400_000_000L;
    private static final long RATE_TO = 1_100_000_000L;

    private final AuditPlan plan;
    private final ReaderProcess process;
    private final StandReference reference;
    private final Discipline discipline;
    private final List<Path> kernels;
    private Optional<ReaderRun> window = Optional.empty();
    private long outsideWaits;
    private long leastNanos;

    /** @param kernels copies that the reader may spoil */
    StandExam(
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
        this.leastNanos = plan.leastWindow().toNanos();
    }

    /** Examines one claim; B4 is left to the owner of the fingerprints. */
    Finding examine(StandClaim claim) throws IOException {
        String missing = missing(claim);
        if (!missing.isEmpty()) {
            return Finding.notAvailable(missing);
        }
        if (reference.answers().isEmpty() && claim != StandClaim.A4) {
            return new Finding(
                    Verdict.VOID,
                    "There is nothing to compare with: with one thread, "
                            + reference.run().words("A4") + ".",
                    List.of());
        }
        if (reference.answers().map(a -> a.answered() == 0).orElse(false)) {
            return new Finding(
                    Verdict.VOID,
                    "There is nothing to examine: the reader refused every query; the first with \""
                            + reference.run().firstRefusal() + "\".",
                    List.of());
        }
        return switch (claim) {
            case A1 -> same(ask(true, reference.pairs(), reference.pairsAlone()), "A1");
            case A2 -> same(window(), "A2");
            case A4 -> new StandComparison(reference).finding();
            case B1 -> new StandMemory(plan, process, reference, discipline, kernels).nothingTaken();
            case B2 -> new StandMemory(plan, process, reference, discipline, kernels).mapping();
            case B3 -> leak();
            case C2 -> waits(window());
            case G1 -> alive(window());
            case A3, B4, C1, D1, E1, F1, S1 -> throw new IllegalArgumentException(claim.name());
        };
    }

    /** What the reader lacks that a claim needs; empty if nothing. */
    private String missing(StandClaim claim) {
        return switch (claim) {
            case A3 -> "an external reader has sessions, and no handles whose siblings could notice a close";
            case C1 -> "an external reader has no registry that opens one file once for many";
            case D1 -> "an external reader has no pools that could be swapped";
            case E1 -> "an external reader has no override";
            case F1 -> "an external reader has no way to report that its file has changed";
            case S1 -> "it examines our own audit, not an external reader";
            case C2 -> discipline == Discipline.LOCKED ? "the discipline itself is a lock that threads wait for" : "";
            case B1, B2, B3 -> OutsideView.available() ? "" : "this system does not report the resources of a process";
            default -> "";
        };
    }

    private ReaderRun window() throws IOException {
        if (window.isEmpty()) {
            window = Optional.of(ask(false, reference.queries(), reference.alone()));
        }
        return window.orElseThrow();
    }

    private ReaderRun ask(boolean together, orrery.stand.StandQueries queries, Path answers) throws IOException {
        long[] waits = {-1, -1};
        ReaderRun run =
                process.ask(new ReaderTask(discipline, plan.threads(), together, kernels, queries, answers), look -> {
                    if (waits[0] < 0 && look.fewest() > 0) {
                        waits[0] = OutsideView.waits(look.pid());
                    }
                    // Each has run every query once, and they have met often enough for a race to show.
                    boolean enough = look.nanos() >= leastNanos
                            && look.fewest() >= queries.size()
                            && (plan.threads() < 2 || look.meetings() >= MEETINGS);
                    if (enough || look.nanos() >= plan.longestWindow().toNanos()) {
                        waits[1] = OutsideView.waits(look.pid());
                        look.stop();
                    }
                });
        outsideWaits = Math.max(0, waits[1] - Math.max(0, waits[0]));
        return run;
    }

    private Finding same(ReaderRun run, String claim) {
        Finding.Maker finding = figures(run);
        broken(run, claim, finding);
        finding.require(
                run.wrong() == 0,
                String.format(
                        Locale.ROOT,
                        "%,d wrong states of %,d; the first: %s.",
                        run.wrong(),
                        run.queries(),
                        run.firstWrong()));
        if (run.isDone() && plan.threads() > 1 && run.meetings() < MEETINGS) {
            finding.gap(String.format(
                    Locale.ROOT,
                    "Threads met inside a query %d times, but %d are needed: run it again, or for longer.",
                    run.meetings(),
                    MEETINGS));
        }
        return finding.make(String.format(
                Locale.ROOT,
                "%,d answers of %d threads equalled the single-threaded ones, bit for bit.",
                run.queries(),
                plan.threads()));
    }

    private static void broken(ReaderRun run, String claim, Finding.Maker finding) {
        switch (run.end()) {
            case ReaderEnd.Done() -> {}
            // The reference run, with one thread, has opened and closed the same kernels.
            case ReaderEnd.Broken _, ReaderEnd.Refused _ -> finding.refuted(capital(run.words(claim)) + ".");
            case ReaderEnd.NotRun _ -> finding.gap(capital(run.words(claim)) + ".");
        }
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Finding.Maker figures(ReaderRun run) {
        return new Finding.Maker()
                .figure("queries", run.queries(), "")
                .figure("of these refused", run.refused(), "")
                .figure("wrong", run.wrong(), "")
                .figure("queries a second", run.rate(), "1/s")
                .figure(
                        "threads inside a query at once, most",
                        run.most(),
                        "of " + run.perThread().size())
                .figure("times that threads met inside a query", run.meetings(), "");
    }

    private Finding waits(ReaderRun run) {
        if (!run.isDone()) {
            return new Finding(Verdict.VOID, "There is no window to examine: " + run.words("A2") + ".", List.of());
        }
        boolean isNative = process.spec().isNative();
        if (isNative && !OutsideView.available()) {
            return Finding.notAvailable("this system does not report how often a thread gives up its processor");
        }
        long waits = isNative ? outsideWaits : run.waits();
        long allowed = Math.max(plan.threads(), run.queries() / QUERIES_A_WAIT);
        Finding.Maker finding = figures(run)
                .figure(
                        isNative ? "times that threads gave up their processor" : "waits for monitors and locks",
                        waits,
                        "")
                .figure("of them allowed", allowed, "");
        finding.require(
                waits <= (isNative ? 20 * allowed : allowed),
                String.format(Locale.ROOT, "Threads waited %,d times in %,d queries.", waits, run.queries()));
        return finding.make(
                String.format(Locale.ROOT, "No thread waited for another over %,d queries.", run.queries()));
    }

    private Finding alive(ReaderRun run) {
        Finding.Maker finding = figures(run);
        broken(run, "A2", finding);
        long fewest = run.perThread().stream().mapToLong(Long::longValue).min().orElse(0);
        long most = run.perThread().stream().mapToLong(Long::longValue).max().orElse(0);
        finding.figure("queries of the thread with the fewest", fewest, "")
                .figure("queries of the thread with the most", most, "");
        if (run.isDone() && fewest == 0) {
            finding.gap("A thread completed no query: this machine gave it no turn. Use fewer threads.");
        }
        return finding.make("Every thread made progress, and ended when told to.");
    }

    private Finding leak() throws IOException {
        long[][] seen = new long[4][];
        long[] descriptors = new long[4];
        ReaderRun run = process.cycles(
                new ReaderTask(discipline, Math.min(plan.threads(), 4), kernels, reference.queries()), look -> {
                    int pause = (int) look.pause();
                    if (pause > 0 && pause < seen.length && seen[pause] == null) {
                        Optional<OutsideView> view = OutsideView.of(look.pid());
                        view.ifPresent(v -> {
                            seen[pause] = new long[] {v.anonymous(), v.threads(), look.heap()};
                            descriptors[pause] = v.descriptors();
                        });
                        if (view.isPresent()) {
                            look.goOn();
                        }
                    }
                });
        Finding.Maker finding = figures(run).figure("processes left behind", run.left(), "");
        broken(run, "B3", finding);
        if (run.isDone() && (seen[2] == null || seen[3] == null)) {
            finding.gap("The process could not be examined while it ran.");
        }
        if (run.isDone() && seen[2] != null && seen[3] != null) {
            long anonymous = seen[3][0] - seen[2][0];
            long threads = seen[3][1] - seen[2][1];
            long heap = seen[3][2] - seen[2][2];
            long open = descriptors[3] - descriptors[2];
            finding.figure("anonymous memory, growth over a batch", anonymous / 1024.0, "KiB")
                    .figure("live Java heap, growth over a batch", heap / 1024.0, "KiB")
                    .figure("descriptors, growth over a batch", open, "")
                    .figure("threads, growth over a batch", threads, "");
            finding.require(
                            run.left() == 0,
                            Counted.of(run.left(), "process", "processes")
                                    + " started by it lived on after the last close.")
                    .require(open <= 0, open + " descriptors more after a batch of cycles than before.")
                    .require(threads <= 1, threads + " threads more after a batch of cycles than before.")
                    .require(
                            anonymous < ANONYMOUS_ALLOWED,
                            "A batch of cycles left %,d KiB of anonymous memory behind.".formatted(anonymous / 1024))
                    .require(
                            heap < HEAP_ALLOWED,
                            "A batch of cycles left %,d KiB alive on the Java heap.".formatted(heap / 1024));
        }
        return finding.make("Nothing grew over 40 cycles of opening, querying and closing.");
    }

    /** Queries per second for each number of threads; a run that breaks has none. */
    SequencedMap<Integer, Double> rates(List<Integer> threads) throws IOException {
        SequencedMap<Integer, Double> rates = new LinkedHashMap<>();
        if (reference.answers().isEmpty()) {
            return rates;
        }
        for (int count : threads) {
            long[] from = {-1, 0};
            long[] to = {-1, 0};
            ReaderRun run = process.ask(new ReaderTask(discipline, count, kernels, reference.queries()), look -> {
                if (from[0] < 0 && look.nanos() >= RATE_FROM) {
                    from[0] = look.queries();
                    from[1] = look.nanos();
                }
                if (look.nanos() >= RATE_TO && from[0] >= 0) {
                    to[0] = look.queries();
                    to[1] = look.nanos();
                    look.stop();
                }
            });
            if (run.isDone() && to[0] > from[0]) {
                rates.put(count, (to[0] - from[0]) * 1e9 / (to[1] - from[1]));
            }
        }
        return rates;
    }
}
