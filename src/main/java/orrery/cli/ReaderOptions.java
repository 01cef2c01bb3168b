package orrery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import orrery.audit.AuditPlan;
import orrery.audit.MatrixFiles;
import orrery.audit.StandAudit;
import orrery.audit.StandMatrix;
import orrery.audit.StandPlan;
import orrery.stand.Discipline;
import orrery.stand.ReaderLimits;
import orrery.stand.ReaderSpec;
import picocli.CommandLine.Option;

/** The options for auditing an external reader, and that audit. */
final class ReaderOptions {
    @Option(
            names = "--reader",
            paramLabel = "READER",
            description = "Audit another reader, in separate processes: jar:FILE.jar[:CLASS] (Java,"
                    + " orrery.stand.Reader), native:LIBRARY (C, orrery_reader.h), cspice:LIBRARY,"
                    + " calceph:LIBRARY.")
    private @Nullable String reader;

    @Option(
            names = "--matrix",
            description = "With --reader: try every discipline, measure rates, also write matrix.json and matrix.md."
                    + " Exit status: 0 if at least one discipline is proven, else 4.")
    private boolean matrix;

    @Option(
            names = "--discipline",
            paramLabel = "NAME",
            completionCandidates = Disciplines.class,
            description = "With --reader: shared (default), per-thread or locked.")
    private @Nullable String discipline;

    /** Candidates for shell completion. */
    private static final class Disciplines implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Discipline.values()).map(Discipline::wireName).iterator();
        }
    }

    @Option(
            names = "--reader-seconds",
            paramLabel = "N",
            description = "With --reader: time limit in seconds for one run of its process (default: 90).")
    private @Nullable Integer seconds;

    @Option(
            names = "--reader-memory",
            paramLabel = "MB",
            description = "With --reader: memory limit in MB for its process (default: 2048).")
    private @Nullable Integer memory;

    @Option(
            names = "--reader-patience",
            paramLabel = "S",
            description = "With --reader: seconds after which a query counts as hanging (default: 10).")
    private @Nullable Integer patience;

    /** Whether a reader other than our own was requested. */
    boolean isAsked() {
        if (reader == null && (matrix || discipline != null || seconds != null || memory != null)) {
            throw new UsageException("audit: --matrix, --discipline and the limits require --reader.");
        }
        return reader != null;
    }

    private StandPlan plan(AuditPlan plan) {
        try {
            List<Discipline> all = Arrays.asList(Discipline.values());
            Discipline one = Discipline.named(discipline == null ? "shared" : discipline);
            ReaderLimits usual = ReaderLimits.USUAL;
            return new StandPlan(
                    ReaderSpec.of(Objects.requireNonNull(reader)),
                    matrix && discipline == null ? all : List.of(one),
                    plan,
                    new ReaderLimits(
                            seconds == null ? usual.longest() : Duration.ofSeconds(positive("seconds", seconds)),
                            patience == null ? usual.patience() : Duration.ofSeconds(positive("patience", patience)),
                            memory == null ? usual.bytes() : (long) positive("memory", memory) << 20),
                    matrix);
        } catch (IllegalArgumentException e) {
            throw new UsageException("audit: " + e.getMessage() + ".");
        }
    }

    private static int positive(String name, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException("--reader-" + name + " must be positive");
        }
        return value;
    }

    /**
     * Runs the audit.
     *
     * @param out folder for ledgers and matrix; null for none
     */
    int run(AuditPlan asked, @Nullable Path out, boolean json, PrintWriter print, PrintWriter err) {
        StandAudit audit = StandAudit.of(plan(asked));
        try (StopHook hook = new StopHook(audit::stop)) {
            return hook.ended(finished(audit, out, json, print, err));
        }
    }

    private int finished(StandAudit audit, @Nullable Path out, boolean json, PrintWriter print, PrintWriter err) {
        StandMatrix found;
        try (AuditBar _ = new AuditBar(audit::share, audit::doing).start()) {
            found = audit.run();
        } catch (IllegalArgumentException e) {
            throw new UsageException("audit: " + e.getMessage());
        }
        boolean kept = kept(out, found, err);
        if (json) {
            print.println(Json.text(MatrixFiles.json(found)));
        } else {
            print(found, print);
            if (out != null && kept) {
                print.println((matrix ? "matrix and ledgers in " : "ledger in ") + out);
            }
        }
        print.flush();
        return code(found, kept);
    }

    private boolean kept(@Nullable Path out, StandMatrix found, PrintWriter err) {
        if (out == null) {
            return true;
        }
        try {
            MatrixFiles.write(out, found);
            return true;
        } catch (IOException e) {
            err.println(NotWrittenException.of(out, e).getMessage());
            err.println(MatrixFiles.markdown(found));
            return false;
        }
    }

    private int code(StandMatrix found, boolean kept) {
        if (found.isCancelled()) {
            return ExitCodes.CANCELLED;
        }
        int verdict = matrix
                ? found.isAnyProven() ? ExitCodes.DONE : ExitCodes.REFUTED
                : switch (found.rows().getFirst().verdict()) {
                    case REFUTED -> ExitCodes.REFUTED;
                    case VOID -> ExitCodes.VOID;
                    default -> ExitCodes.DONE;
                };
        return verdict == ExitCodes.DONE && !kept ? ExitCodes.OTHER : verdict;
    }

    private static void print(StandMatrix found, PrintWriter print) {
        print.println(found.reader() + (found.says().isEmpty() ? "" : " (" + found.says() + ")"));
        print.println("limits: " + found.limits());
        for (StandMatrix.Row row : found.rows()) {
            print.println();
            print.println(row.discipline().wireName() + ", " + row.discipline().words() + ": "
                    + row.verdict().words() + (row.summary().isEmpty() ? "" : ", " + row.summary()));
            AuditCommand.printClaims(row.report(), print, "  ");
        }
        rates(found, print);
    }

    private static void rates(StandMatrix found, PrintWriter print) {
        TreeSet<Integer> threads = new TreeSet<>();
        found.rows().forEach(row -> threads.addAll(row.rates().keySet()));
        if (threads.isEmpty()) {
            return;
        }
        String[] heads = new String[threads.size() + 1];
        heads[0] = "queries per second, threads:";
        int at = 1;
        for (int n : threads) {
            heads[at++] = Integer.toString(n);
        }
        TextTable table = new TextTable(heads);
        for (StandMatrix.Row row : found.rows()) {
            String[] cells = new String[heads.length];
            cells[0] = row.discipline().wireName();
            at = 1;
            for (int n : threads) {
                Double rate = row.rates().get(n);
                cells[at++] = rate == null ? "-" : String.format(Locale.ROOT, "%.0f", rate);
            }
            table.row(cells);
        }
        print.println();
        table.print(print, "");
    }
}
