package orrery.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orrery.audit.AuditPlan;
import orrery.audit.AuditPreset;
import orrery.audit.AuditReport;
import orrery.audit.AuditRun;
import orrery.audit.Claims;
import orrery.audit.LedgerFiles;
import orrery.audit.LedgerJson;
import orrery.audit.LedgerMarkdown;
import orrery.audit.ProgramCopy;
import orrery.audit.ProvenCopies;
import orrery.audit.Verdict;
import orrery.binding.KernelRegistry;
import orrery.jfr.FlightEvents;
import orrery.library.KernelFolders;
import orrery.library.ReadFailure;
import orrery.library.WriteFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Audits the kernel reader on the given kernels, claim by claim, and writes a ledger.",
            "Exit status: 0 if every claim is proven (those not available here are listed), 4 if one is refuted,"
                    + " else 5 if one could not be decided; 130 if cancelled."
        })
final class AuditCommand implements Callable<Integer> {
    @Option(
            names = {"-k", "--kernel"},
            paramLabel = "FILE",
            description = "SPK kernel; may be given several times, the last has the highest precedence.")
    private List<Path> kernels = new ArrayList<>();

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description =
                    "ledger (default): 10,000 queries on 20 threads; deep: a million, 64 threads and 1,000 virtual"
                            + " ones, cold and warm; soak: until stopped.")
    private @Nullable AuditPreset preset;

    @Option(names = "--threads", paramLabel = "N", description = "Platform threads.")
    private @Nullable Integer threads;

    @Option(names = "--queries", paramLabel = "N", description = "Queries per burst.")
    private @Nullable Integer queries;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the query plan.")
    private @Nullable Long seed;

    @Option(
            names = "--claims",
            paramLabel = "ID",
            split = ",",
            description = "Test only these claims, such as A1,A2,S1.")
    private List<String> claims = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the ledger.")
    private @Nullable Path out;

    @Option(
            names = "--replay",
            paramLabel = "LEDGER",
            description = "Repeat the run of a ledger.json and compare the digests; given kernels replace those"
                    + " it names.")
    private @Nullable Path replay;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Examine every claim this many times, so that --compare can tell a change from noise.")
    private @Nullable Integer repeats;

    @Mixin
    private CompareOptions compare = new CompareOptions();

    @Mixin
    private EvidenceOptions evidence = new EvidenceOptions();

    @Mixin
    private ReaderOptions other = new ReaderOptions();

    @Option(names = "--json", description = "Print the ledger as JSON instead of a table.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (compare.isAsked()) {
            return compare.run(json, spec.commandLine().getOut());
        }
        @Nullable JsonNode earlier = replay == null ? null : ledger(replay);
        AuditPlan plan = plan(earlier);
        rehearse();
        FlightEvents.install();
        if (other.isAsked()) {
            evidence.refuse("for our own reader: another one runs in processes that cannot be observed from inside.");
            return other.run(
                    plan,
                    out,
                    json,
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr());
        }
        evidence.refuse(plan.kernels());
        KernelRegistry registry = new KernelRegistry();
        AuditRun run = AuditRun.of(plan, registry);
        // A user who stops a soak wants its ledger: the run answers within 100 ms, and writing takes a moment more.
        try (StopHook hook = new StopHook(run::stop)) {
            return hook.ended(finished(run, registry, earlier));
        }
    }

    /** A ledger to be repeated: its contents are part of the request, so an error in it is a usage error. */
    private static JsonNode ledger(Path file) {
        try {
            return LedgerFiles.read(file);
        } catch (FileSystemException e) {
            throw new UsageException("audit --replay: " + ReadFailure.message(e));
        } catch (IOException e) {
            throw new UsageException("audit --replay: " + e.getMessage()
                    + " Give a ledger.json written by an audit, or the folder that contains one.");
        }
    }

    private void rehearse() {
        if (out != null) {
            try {
                LedgerFiles.rehearse(out);
            } catch (IOException e) {
                throw NotWrittenException.of(out, e);
            }
        }
    }

    /** Whether it could be written where requested; if not, it is written elsewhere and printed. */
    private boolean kept(Path folder, AuditReport report, PrintWriter print) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            LedgerFiles.write(folder, report);
            return true;
        } catch (IOException e) {
            err.println(WriteFailure.message(folder, e));
        }
        print.println(LedgerMarkdown.write(report));
        try {
            err.println("The ledger was written to "
                    + LedgerFiles.keep(KernelFolders.ledgers(), report)
                    + " instead, and printed.");
        } catch (IOException e) {
            err.println("The ledger was printed; it could not be written anywhere: " + e.getMessage() + ".");
        }
        return false;
    }

    private AuditPlan plan(@Nullable JsonNode earlier) {
        AuditPlan plan;
        try {
            if (earlier != null) {
                plan = LedgerJson.plan(earlier);
                if (!kernels.isEmpty()) {
                    plan = plan.withKernels(KernelOptions.positions(kernels, spec));
                }
            } else {
                if (kernels.isEmpty()) {
                    throw new UsageException("audit: say --kernel, or --replay.");
                }
                plan = AuditPlan.of(
                        preset == null ? AuditPreset.LEDGER : preset, KernelOptions.positions(kernels, spec));
            }
            plan = threads == null ? plan : plan.withThreads(threads);
            plan = queries == null ? plan : plan.withQueries(queries);
            plan = repeats == null ? plan : plan.withRepeats(repeats);
            plan = seed == null ? plan : plan.withSeed(seed);
        } catch (IllegalArgumentException e) {
            throw new UsageException("audit: " + e.getMessage() + ".");
        }
        List<String> asked =
                claims.stream().map(id -> id.strip().toUpperCase(Locale.ROOT)).toList();
        for (String id : asked) {
            if (!Claims.ids().contains(id)) {
                throw new UsageException(
                        "audit: there is no claim \"" + id + "\"; there are " + String.join(", ", Claims.ids()) + ".");
            }
        }
        return asked.isEmpty() ? plan : plan.withClaims(asked);
    }

    private int finished(AuditRun run, KernelRegistry registry, @Nullable JsonNode earlier) throws IOException {
        try (EvidenceOptions.Watch watch = evidence.new Watch(run, registry)) {
            AuditReport report;
            try (AuditBar _ = new AuditBar(run.progress()).start()) {
                report = run.run();
            }
            watch.ended();
            int code = conclude(report, earlier);
            watch.keep();
            return code;
        }
    }

    /** Writes and prints what was found. */
    private int conclude(AuditReport report, @Nullable JsonNode earlier) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter print = spec.commandLine().getOut();
        boolean kept = out == null || kept(out, report, print);
        note(report, kept);
        if (json) {
            print.println(Json.text(LedgerJson.write(report)));
        } else {
            print(print, report, kept);
        }
        print.flush();
        if (report.cancelled()) {
            err.println("Cancelled.");
            return ExitCodes.CANCELLED;
        }
        if (earlier != null && !earlier.path("digest").asText().equals(report.digest())) {
            err.println("The digest differs from the ledger's: " + report.digest() + " instead of "
                    + earlier.path("digest").asText() + ".");
            return ExitCodes.REFUTED;
        }
        return switch (report.verdict()) {
            case REFUTED -> ExitCodes.REFUTED;
            case VOID -> ExitCodes.VOID;
            default -> kept ? ExitCodes.DONE : ExitCodes.OTHER;
        };
    }

    /** The window need not offer what has been done. */
    private void note(AuditReport report, boolean kept) {
        try {
            ProvenCopies.in(KernelFolders.ledgers()).note(ProgramCopy.here(), report, kept ? out : null);
        } catch (IOException _) {
            // Then it is offered: the audit itself is as good as before.
        }
    }

    /** One line per claim. */
    static void printClaims(AuditReport report, PrintWriter print, String indent) {
        TextTable table = new TextTable("claim", "", "verdict", "s", "");
        for (AuditReport.ClaimResult judged : report.claims()) {
            table.row(
                    judged.claim().id(),
                    judged.claim().title(),
                    judged.finding().verdict().words(),
                    String.format(Locale.ROOT, "%.1f", judged.took().toMillis() / 1e3),
                    judged.finding().summary());
        }
        table.print(print, indent);
    }

    private void print(PrintWriter print, AuditReport report, boolean kept) {
        printClaims(report, print, "");
        for (Verdict verdict : Verdict.values()) {
            int count = report.with(verdict).size();
            if (count > 0) {
                print.println(count + " " + verdict.words());
            }
        }
        print.println("digest " + report.digest());
        print.printf(
                Locale.ROOT,
                "seed %d, %.1f s%n",
                report.plan().seed(),
                report.duration().toMillis() / 1e3);
        if (out != null && kept) {
            print.println("ledger in " + out);
        }
    }
}
