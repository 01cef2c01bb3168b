package orrery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Bodies;
import orrery.exchange.Import;
import orrery.exchange.ImportFormat;
import orrery.exchange.ImportOptions;
import orrery.exchange.OrbitOptions;
import orrery.files.VisibleText;
import orrery.forge.KernelOutput;
import orrery.library.KernelFolders;
import orrery.library.KernelList;
import orrery.time.Dates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a kernel from trajectories of other programs.",
            "These are CCSDS OEM and OMM, Horizons vector tables, two-line elements, orbits of the Minor Planet"
                    + " Center and of JPL's Small-Body Database, and tables of states. Files are recognized by"
                    + " content. What was understood and what was ignored is listed before anything is written."
        })
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to import into one kernel.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", description = "Kernel to write; without it, the files are only read.")
    private @Nullable Path out;

    @Option(
            names = {"--target", "--id"},
            paramLabel = "[OBJECT=]BODY",
            description = "NAIF id or name of the object; with OBJECT=, of the object with that name in the file.")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--center", paramLabel = "BODY", description = "Center, if the file names none or a different one.")
    private @Nullable String center;

    @Option(names = "--frame", paramLabel = "FRAME", description = "Frame, if the file names none or a different one.")
    private @Nullable String frame;

    @Option(
            names = "--time-system",
            paramLabel = "SCALE",
            description = "Time scale (UTC, TAI, TT, TDB, GPS, TCB or TCG), if the file names none or a different one.")
    private @Nullable String clock;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "NAME",
            description = "Columns of a table without a header: et, jd, mjd, utc, tdb …, x, y, z, vx, vy, vz (or x_m,"
                    + " vx_m_s, x_au, vx_au_d …), target, center; - for one to skip.")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--pad",
            paramLabel = "LENGTH",
            defaultValue = "3d",
            description = "How long two-line elements are used before the first set and after the last, in s, m, h or d"
                    + " (default: ${DEFAULT-VALUE}).")
    private String pad = "3d";

    @Option(
            names = {"-k", "--kernel"},
            paramLabel = "FILE",
            description = "Osculating elements: SPK with the attracting Sun, planets and asteroids; may be given"
                    + " several times, the last wins (default: the shipped SPK).")
    private List<Path> kernels = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Osculating elements: first date, TDB (default: a year before their epoch).")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "Osculating elements: last date, TDB (default: a year after their epoch).")
    private @Nullable String to;

    @Option(
            names = "--body",
            split = ",",
            paramLabel = "OBJECT",
            description = "Osculating elements: objects to take, by number, designation or name (default: all).")
    private List<String> bodies = new ArrayList<>();

    @Option(names = "--two-body", description = "Osculating elements: only the Sun attracts; nothing is integrated.")
    private boolean twoBody;

    @Option(
            names = "--tolerance",
            paramLabel = "LENGTH",
            defaultValue = "1m",
            description = "Osculating elements: greatest distance of the polynomials from the integration, in mm, m or"
                    + " km (default: ${DEFAULT-VALUE}).")
    private String tolerance = "1m";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "2",
            description = "Osculating elements: SPK type 2, or 3 for separate velocity polynomials (default:"
                    + " ${DEFAULT-VALUE}).")
    private int type = 2;

    @Option(names = "--json", description = "Print an object that describes what was read and written.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter printer = spec.commandLine().getOut();
        try (Import read = read()) {
            if (!json) {
                list(printer, read);
            }
            Path file = out;
            if (file == null) {
                if (json) {
                    printer.println(Json.text(describe(Json.object(), read)));
                }
                printer.flush();
                return ExitCodes.DONE;
            }
            KernelOutput.OutputFile made = OutputOptions.written(file, bar -> read.write(file, bar));
            return new OutputOptions(file, json, spec).say(made, _ -> {}, node -> describe(node, read));
        }
    }

    private Import read() throws IOException {
        ImportOptions options = options();
        if (twoBody || (kernels.isEmpty() && !anyOrbits())) {
            return read(options);
        }
        KernelList list = KernelOptions.list(kernels.isEmpty() ? KernelFolders.toBeginWith() : kernels, spec);
        if (out != null) {
            OutputOptions.refuse(out, kernels);
            OutputOptions.refuse(out, list.all());
        }
        try (KernelPool planets = KernelOptions.open(list, new KernelRegistry())) {
            return read(options.with(options.orbits().with(planets)));
        }
    }

    private boolean anyOrbits() throws IOException {
        for (Path file : files) {
            if (ImportFormat.of(file).map(ImportFormat::isOrbits).orElse(false)) {
                return true;
            }
        }
        return false;
    }

    private Import read(ImportOptions options) throws IOException {
        try (ProgressLine bar = new ProgressLine("reading")) {
            return Import.of(files, options, bar);
        }
    }

    private ImportOptions options() {
        return new ImportOptions(
                ids(),
                center == null ? OptionalInt.empty() : OptionalInt.of(Bodies.resolve(center)),
                Optional.ofNullable(frame),
                Optional.ofNullable(clock),
                columns,
                StepOptions.seconds("--pad", pad),
                orbits());
    }

    private OrbitOptions orbits() {
        try {
            return new OrbitOptions(
                    Optional.empty(),
                    from == null ? Double.NaN : Dates.parse(from),
                    to == null ? Double.NaN : Dates.parse(to),
                    twoBody,
                    bodies,
                    type,
                    LengthOptions.km("--tolerance", tolerance));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Integer> ids() {
        Map<String, Integer> ids = new HashMap<>();
        for (String target : targets) {
            int equals = target.lastIndexOf('=');
            ids.put(
                    equals < 0 ? "" : target.substring(0, equals).strip(),
                    Bodies.resolve(target.substring(equals + 1).strip()));
        }
        return ids;
    }

    private static void list(PrintWriter printer, Import read) {
        for (Import.Source source : read.sources()) {
            printer.println(VisibleText.line(source.file().toString()) + ": "
                    + source.format().words());
            source.understood().forEach(line -> printer.println("  understood: " + line));
            source.ignored().forEach(line -> printer.println("  ignored: " + line));
        }
        printer.flush();
    }

    private static ObjectNode describe(ObjectNode node, Import read) {
        ArrayNode sources = node.putArray("sources");
        for (Import.Source source : read.sources()) {
            ObjectNode one = sources.addObject();
            one.put("file", source.file().toString())
                    .put("format", source.format().name())
                    .put("sha256", source.sha256());
            ArrayNode understood = one.putArray("understood");
            source.understood().forEach(understood::add);
            ArrayNode ignored = one.putArray("ignored");
            source.ignored().forEach(ignored::add);
        }
        return node;
    }
}
