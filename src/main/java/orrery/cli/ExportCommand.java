package orrery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Bodies;
import orrery.exchange.Export;
import orrery.exchange.ExportFormat;
import orrery.exchange.ExportedBlock;
import orrery.math.LengthText;
import orrery.time.Dates;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes states from kernels for other programs: CCSDS OEM, CSV or STK ephemeris.",
            "The interpolation that the file prescribes is checked against the kernels between all states; the"
                    + " file records the result, with the segment and SHA-256 of each kernel."
        })
final class ExportCommand implements Callable<Integer> {
    private static final EpochFormat DATE =
            EpochFormat.seconds(TimeScale.TDB, 0).unlabeled();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Kernels or meta-kernels; the last wins.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
    private Path out = Path.of("");

    @Option(
            names = "--format",
            defaultValue = "oem",
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String format = "oem";

    @Option(
            names = "--bodies",
            split = ",",
            paramLabel = "BODY",
            description = "NAIF ids or names, separated by commas (default: all).")
    private List<String> bodies = new ArrayList<>();

    @Option(names = "--center", paramLabel = "BODY", description = "Center (default: each segment's own).")
    private @Nullable String center;

    @Option(
            names = "--frame",
            defaultValue = "J2000",
            paramLabel = "FRAME",
            description = "Frame (default: ${DEFAULT-VALUE}, written as ICRF).")
    private String frame = "J2000";

    @Option(
            names = "--time-system",
            defaultValue = "TDB",
            paramLabel = "SCALE",
            description = "Time scale of the dates: TDB, TT, UTC, TAI or GPS (default: ${DEFAULT-VALUE}).")
    private String scale = "TDB";

    @Option(
            names = "--step",
            paramLabel = "TIME",
            description = "Interval between states, in s, m, h or d (default: the widest within the bound).")
    private @Nullable String step;

    @Option(names = "--epochs", paramLabel = "own", description = "own: states at the segment's own epochs.")
    private @Nullable String epochs;

    @Option(names = "--from", paramLabel = "DATE", description = "First date, TDB (default: start of the coverage).")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last date, TDB (default: end of the coverage).")
    private @Nullable String to;

    @Option(
            names = "--bound",
            defaultValue = "1mm",
            paramLabel = "LENGTH",
            description = "Greatest interpolation error between the states, such as 1mm or 1km (default:"
                    + " ${DEFAULT-VALUE}).")
    private String bound = "1mm";

    @Option(
            names = "--speed",
            paramLabel = "SPEED",
            description = "Greatest error of the velocity (default: a thousandth of the bound per second).")
    private @Nullable String speed;

    @Option(
            names = "--degree",
            paramLabel = "N",
            defaultValue = "7",
            description =
                    "Of the interpolation, odd (default: ${DEFAULT-VALUE}): Hermite's, or Lagrange's where that does"
                            + " not meet the bounds.")
    private int degree = Export.USUAL_DEGREE;

    @Option(names = "--json", description = "Print an object that describes what was written.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (epochs != null && (step != null || !epochs.equals("own"))) {
            throw new UsageException("Give --step, or --epochs own, or neither.");
        }
        double start = from == null ? Double.NEGATIVE_INFINITY : Dates.parse(from);
        double end = to == null ? Double.POSITIVE_INFINITY : Dates.parse(to);
        if (!(start <= end)) {
            throw new UsageException("--from " + from + " --to " + to + ": the span ends before it begins.");
        }
        OutputOptions.refuse(out, files);
        Export export;
        Export.ExportedFile written;
        try (KernelPool pool = KernelOptions.open(KernelOptions.list(files, spec), new KernelRegistry());
                ProgressLine bar = new ProgressLine("exporting")) {
            BodyNames names = BodyNames.of(spec.commandLine().getErr(), pool);
            export = export(names, start, end);
            written = export.of(pool, out, bar);
        } catch (Export.RefusedException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        } catch (FileSystemException e) {
            throw NotWrittenException.of(out, e);
        }
        say(written);
        written.blocks().stream()
                .filter(block -> block.bound() > export.bound())
                .forEach(block -> spec.commandLine()
                        .getErr()
                        .println(Bodies.label(block.target()) + ": " + LengthText.format(block.bound())
                                + " is more than --bound, but as near as the rounding of such distances allows."));
        return ExitCodes.DONE;
    }

    private Export export(BodyNames names, double start, double end) {
        double km = LengthOptions.km("--bound", bound);
        try {
            return new Export(
                    format(),
                    bodies.stream().map(names::id).toList(),
                    center == null ? OptionalInt.empty() : OptionalInt.of(names.id(center)),
                    frame,
                    scale(),
                    step == null ? Double.NaN : StepOptions.seconds("--step", step),
                    epochs != null,
                    start,
                    end,
                    km,
                    speed == null ? km / 1000 : LengthOptions.kmPerSecond("--speed", speed),
                    degree);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** The names of the formats. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ExportFormat.values())
                    .map(ExportFormat::toString)
                    .iterator();
        }
    }

    private ExportFormat format() {
        for (ExportFormat known : ExportFormat.values()) {
            if (known.toString().equalsIgnoreCase(format)) {
                return known;
            }
        }
        throw new UsageException("--format " + format + ": give one of " + String.join(", ", new Formats()) + ".");
    }

    private TimeScale scale() {
        for (TimeScale known : TimeScale.values()) {
            if (known.name().equalsIgnoreCase(scale)) {
                return known;
            }
        }
        throw new UsageException("--time-system " + scale + ": give TDB, TT, UTC, TAI or GPS.");
    }

    private void say(Export.ExportedFile written) {
        PrintWriter printer = spec.commandLine().getOut();
        if (json) {
            ObjectNode node = Json.object();
            node.put("file", written.file().toString()).put("bytes", written.bytes());
            ArrayNode blocks = node.putArray("blocks");
            for (ExportedBlock block : written.blocks()) {
                blocks.addObject()
                        .put("target", block.target())
                        .put("center", block.center())
                        .put("start", block.start())
                        .put("end", block.end())
                        .put("states", block.states())
                        .put("step", block.step())
                        .put("method", block.method())
                        .put("degree", block.degree())
                        .put("bound_km", block.bound())
                        .put("bound_at", block.boundAt())
                        .put("bound_km_s", block.speed());
            }
            printer.println(Json.text(node));
        } else {
            printer.println(written.file() + ", " + String.format(Locale.ROOT, "%,d", written.bytes()) + " bytes");
            TextTable table = new TextTable(
                    "body", "center", "from (TDB)", "to (TDB)", "states", "step s", "degree", "bound", "mm/s");
            for (ExportedBlock block : written.blocks()) {
                table.row(
                        Bodies.label(block.target()),
                        Integer.toString(block.center()),
                        DATE.format(block.start()),
                        DATE.format(block.end()),
                        String.format(Locale.ROOT, "%,d", block.states()),
                        Double.isNaN(block.step()) ? "own" : String.format(Locale.ROOT, "%.6g", block.step()),
                        Integer.toString(block.degree()),
                        LengthText.format(block.bound()),
                        String.format(Locale.ROOT, "%.3g", block.speed() * 1e6));
            }
            table.print(printer, "");
        }
        printer.flush();
    }
}
