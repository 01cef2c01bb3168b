package orrery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.TextFacts;
import orrery.files.VisibleText;
import orrery.library.AuxiliaryContents;
import orrery.library.Examination;
import orrery.library.KernelContents;
import orrery.library.KernelList;
import orrery.library.Precedence;
import orrery.spk.KernelException;
import orrery.time.Dates;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "brief",
        mixinStandardHelpOptions = true,
        description = {
            "Lists what kernels contain: segments, bodies, spans, and anything unsound.",
            "For --by and --at, the kernels count as loaded in this order: the last wins, gaps fall through."
        })
final class BriefCommand implements Callable<Integer> {
    private static final EpochFormat DATE =
            EpochFormat.seconds(TimeScale.TDB, 0).spaced().unlabeled();

    private enum By {
        SEGMENT,
        BODY,
        TIME
    }

    /** One span of time, one body, one winner. */
    private record Line(int body, Precedence.Win win, KernelContents kernel) {}

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "SPKs, binary PCKs, text kernels or meta-kernels (.tm).")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "KEY",
            defaultValue = "segment",
            description = "segment, body or time (default: ${DEFAULT-VALUE}).")
    private By by = By.SEGMENT;

    @Option(
            names = "--at",
            paramLabel = "DATE",
            description = "Only what answers at this date (TDB), and from which segment.")
    private @Nullable String at;

    @Option(
            names = "--quick",
            description = "Skip checking every record against its descriptor: instant for files of any size.")
    private boolean quick;

    @Option(names = "--json", description = "Print an array with one object per file, or per span.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        adopt();
        double et = at == null ? Double.NaN : Dates.parse(at);
        KernelRegistry registry = new KernelRegistry();
        ArrayNode all = Json.array();
        List<KernelContents> read = new ArrayList<>();
        boolean whole = at == null && by == By.SEGMENT;
        int code = ExitCodes.DONE;
        for (Path file : files) {
            try {
                KernelList list = KernelOptions.list(List.of(file), spec);
                for (Path other : list.all()) {
                    if (whole && !list.kernels().contains(other)) {
                        auxiliary(other, registry, all, out);
                    }
                }
                for (Path spk : list.kernels()) {
                    try (KernelHandle handle = registry.open(spk)) {
                        KernelContents contents = KernelContents.of(handle);
                        if (!whole) {
                            read.add(contents);
                        } else {
                            Optional<Examination> records = quick ? Optional.empty() : Optional.of(examine(handle));
                            if (json) {
                                all.add(BriefText.describe(spk, contents, records));
                            } else {
                                BriefText.print(out, spk, contents, records);
                            }
                        }
                    }
                }
            } catch (OutputLostException | CancellationException e) {
                throw e;
            } catch (RuntimeException e) {
                // Whatever the failure, it concerns this file and must not silence the others, even if it is a defect
                // of the reader.
                Failure failure = Failure.of(e, spec.qualifiedName());
                code = failure.status();
                if (json && whole) {
                    all.add(Json.object()
                            .put("file", file.toString())
                            .put("error", failure.line())
                            .put("errorType", e.getClass().getSimpleName()));
                }
                out.flush();
                spec.commandLine().getErr().println(failure.line());
            }
        }
        if (!whole) {
            List<Line> lines = lines(Precedence.of(read), et);
            if (json) {
                lines.forEach(line -> all.add(describe(line)));
            } else {
                print(out, lines, et);
            }
        }
        if (json) {
            out.println(Json.text(all));
        }
        out.flush();
        return code;
    }

    /** Applies names and leap seconds to everything listed; an unsound text kernel reports itself in its turn. */
    private void adopt() {
        try {
            KernelOptions.adopt(KernelList.of(files));
        } catch (KernelException _) {
            TextFacts.forget();
        }
    }

    /** The contents of a kernel without positions. */
    private void auxiliary(Path file, KernelRegistry registry, ArrayNode all, PrintWriter out) {
        AuxiliaryContents holds = AuxiliaryContents.read(file, registry);
        if (json) {
            ObjectNode node = Json.object().put("file", file.toString()).put("kind", holds.kind());
            holds.holds().forEach(node.putArray("holds")::add);
            all.add(node);
        } else {
            out.printf("%s%n  %s%n", VisibleText.line(file.toString()), holds.kind());
            holds.holds().forEach(line -> out.println("  " + line));
        }
    }

    /** Reads every record; if that takes long, a progress bar is shown. */
    private Examination examine(KernelHandle kernel) {
        try (ProgressLine bar = new ProgressLine(kernel.name() + ": reading records")) {
            return Examination.of(kernel, bar);
        }
    }

    /**
     * One line per span: in the text, consecutive segments of one kernel form one span; in JSON, each segment has its
     * own.
     */
    private List<Line> lines(Precedence precedence, double et) {
        List<Line> lines = new ArrayList<>();
        for (int body : precedence.bodies()) {
            List<Precedence.Win> wanted = at != null
                    ? precedence.at(body, et).stream().toList()
                    : json ? precedence.segments(body) : precedence.wins(body);
            wanted.forEach(w -> lines.add(new Line(body, w, precedence.kernels().get(w.kernel()))));
        }
        if (by == By.TIME) {
            lines.sort(Comparator.comparingDouble((Line line) -> line.win.start())
                    .thenComparingDouble(line -> line.win.end())
                    .thenComparingInt(Line::body));
        }
        return lines;
    }

    private void print(PrintWriter out, List<Line> lines, double et) {
        if (lines.isEmpty()) {
            out.println(at == null ? "No body has data." : "No body has data at " + DATE.format(et) + " TDB.");
            return;
        }
        if (at != null) {
            out.println("At " + DATE.format(et) + " TDB:");
        }
        TextTable table = by == By.TIME
                ? new TextTable("start (TDB)", "end (TDB)", "body", "center", "segment", "kernel", "")
                : new TextTable("body", "start (TDB)", "end (TDB)", "center", "segment", "kernel", "");
        int last = Integer.MIN_VALUE;
        for (Line line : lines) {
            String start = DATE.format(line.win.start());
            String end = DATE.format(line.win.end());
            String body = by == By.TIME || line.body != last ? BriefText.body(line.body) : "";
            String center = BriefText.body(line.win.row().center());
            String note = line.win.row().usable()
                    ? ""
                    : "contains no states: " + line.win.row().trouble();
            if (by == By.TIME) {
                table.row(start, end, body, center, segment(line.win), line.kernel.name(), note);
            } else {
                table.row(body, start, end, center, segment(line.win), line.kernel.name(), note);
            }
            last = line.body;
        }
        table.print(out, "");
    }

    private static String segment(Precedence.Win win) {
        int first = win.row().info().index();
        int last = win.last().info().index();
        return first == last ? Integer.toString(first) : first + " … " + last;
    }

    private static ObjectNode describe(Line line) {
        return Json.object()
                .put("body", line.body)
                .put("name", Bodies.name(line.body))
                .put("start", line.win.start())
                .put("end", line.win.end())
                .put("startTdb", DATE.format(line.win.start()))
                .put("endTdb", DATE.format(line.win.end()))
                .put("center", line.win.row().center())
                .put("kernel", line.kernel.path().toString())
                .put("segment", line.win.row().info().index())
                .put("usable", line.win.row().usable());
    }
}
