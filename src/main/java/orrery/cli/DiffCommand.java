package orrery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Ephemeris;
import orrery.forge.DifferenceFile;
import orrery.forge.KernelDiff;
import orrery.frames.PoolFiles;
import orrery.library.KernelList;
import orrery.spk.NaifIds;
import orrery.spk.Progress;
import orrery.time.Dates;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two kernels, body by body, over the span that both cover.",
            "Gives the distance between the two positions of each body, and the angle between them as seen from"
                    + " the Earth, with statistics. With --frame rtn, also the difference along the directions"
                    + " of motion."
        })
final class DiffCommand implements Callable<Integer> {
    private static final EpochFormat DATE = EpochFormat.days(TimeScale.TDB).unlabeled();
    private static final int POINTS = 1000;

    @Parameters(index = "0", paramLabel = "A", description = "SPK kernel or meta-kernel.")
    private Path a = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "SPK kernel or meta-kernel.")
    private Path b = Path.of("");

    @Mixin
    private BesideOptions beside = new BesideOptions();

    @Option(
            names = "--center",
            defaultValue = "0",
            paramLabel = "BODY",
            description = "NAIF id or name of the center, usually 0, 10 or 399 (default: ${DEFAULT-VALUE}).")
    private String center = "0";

    @Option(
            names = "--targets",
            split = ",",
            paramLabel = "BODY",
            description = "NAIF ids or names, separated by commas (default: all that both contain).")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--step",
            paramLabel = "TIME",
            defaultValue = "1d",
            description = "Interval between epochs, in s, m, h or d (default: ${DEFAULT-VALUE}).")
    private String step = "1d";

    @Option(names = "--from", paramLabel = "DATE", description = "First date, TDB (default: start of the common span).")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last date, TDB (default: end of the common span).")
    private @Nullable String to;

    @Option(
            names = "--frame",
            paramLabel = "rtn",
            description = "rtn: also radial, along-track and cross-track differences, B minus A, about the center;"
                    + " A's motion defines the directions.")
    private @Nullable String frame;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Also write target,center,et,km,mas at 1000 evenly spaced epochs per body; with"
                    + " --frame rtn also radial,along,cross in km.")
    private @Nullable Path csv;

    @Option(names = "--json", description = "Print an object with one row per body.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        KernelList one = beside.take(List.of(a), spec);
        KernelList other = beside.take(List.of(b), spec);
        double start = from == null ? Double.NEGATIVE_INFINITY : Dates.parse(from);
        double end = to == null ? Double.POSITIVE_INFINITY : Dates.parse(to);
        if (!(start <= end)) {
            throw new UsageException("--from " + from + " --to " + to + ": the span ends before it begins.");
        }
        if (frame != null && !isRtn()) {
            throw new UsageException("--frame " + frame + ": only rtn is possible.");
        }
        double every = StepOptions.seconds("--step", step);
        if (csv != null) {
            List<Path> sources = new ArrayList<>(List.of(a, b));
            sources.addAll(one.all());
            sources.addAll(other.all());
            OutputOptions.refuse(csv, sources);
        }
        PrintWriter err = spec.commandLine().getErr();
        KernelRegistry registry = new KernelRegistry();
        KernelDiff diff;
        KernelDiff.Comparison found;
        try (KernelPool first = PoolFiles.open(registry, one.all());
                KernelPool second = PoolFiles.open(registry, other.all());
                ProgressLine bar = new ProgressLine("comparing")) {
            BodyNames names = BodyNames.of(err, first, second);
            diff = new KernelDiff(names.id(center), names.ids(targets), every, start, end);
            found = diff.compare(Ephemeris.of(first), Ephemeris.of(second), bar);
            if (csv != null) {
                write(csv, diff, found.rows(), Ephemeris.of(first), Ephemeris.of(second));
            }
        }
        for (KernelDiff.Missing missing : found.missing()) {
            err.println((missing.failed() ? "not compared: " : "absent: ") + BriefText.body(missing.target())
                    + " relative to " + Bodies.label(diff.center()) + ": " + missing.reason());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(describe(found, diff)));
        } else {
            print(out, found.rows(), diff);
        }
        out.flush();
        boolean allFailed = found.rows().isEmpty() && found.missing().stream().anyMatch(KernelDiff.Missing::failed);
        return allFailed ? ExitCodes.KERNEL : ExitCodes.DONE;
    }

    private boolean isRtn() {
        return frame != null && frame.strip().equalsIgnoreCase("rtn");
    }

    private void write(Path csv, KernelDiff diff, List<KernelDiff.Row> rows, Ephemeris first, Ephemeris second) {
        try {
            DifferenceFile.write(
                    csv,
                    rows.stream()
                            .map(row -> diff.series(first, second, row.target(), POINTS, Progress.NONE))
                            .toList(),
                    isRtn());
        } catch (IOException e) {
            throw NotWrittenException.of(csv, e);
        }
    }

    private void print(PrintWriter out, List<KernelDiff.Row> rows, KernelDiff diff) {
        if (rows.isEmpty()) {
            out.println("The two kernels have no body and epoch in common, so there is nothing to compare.");
            return;
        }
        out.printf(
                "%s against %s, relative to %s, every %s%n",
                a.getFileName(), b.getFileName(), Bodies.label(diff.center()), step);
        TextTable table = new TextTable(
                "body",
                "from (TDB)",
                "to (TDB)",
                "epochs",
                "max km",
                "on",
                "rms km",
                "median km",
                "95 % km",
                "max mm/s",
                "max \"",
                "rms \"");
        for (KernelDiff.Row row : rows) {
            table.row(
                    row.target() + " " + Bodies.name(row.target()),
                    DATE.format(row.start()),
                    DATE.format(row.end()),
                    Long.toString(row.epochs()),
                    three(row.max()),
                    DATE.format(row.maxAt()),
                    three(row.rms()),
                    three(row.median()),
                    three(row.p95()),
                    three(row.maxSpeed() * 1e6),
                    six(row.maxArcseconds()),
                    six(row.rmsArcseconds()));
        }
        table.print(out, "");
        if (isRtn()) {
            parts(out, rows, diff);
        }
        if (diff.center() == NaifIds.SOLAR_SYSTEM_BARYCENTER) {
            out.println("The barycenter itself moves between ephemerides; --center 10 compares wrt the Sun.");
        }
    }

    private void parts(PrintWriter out, List<KernelDiff.Row> rows, KernelDiff diff) {
        out.printf("%nB minus A along the directions of A's motion about %s%n", Bodies.label(diff.center()));
        TextTable table =
                new TextTable("body", "max radial km", "rms", "max along-track km", "rms", "max cross-track km", "rms");
        for (KernelDiff.Row row : rows) {
            KernelDiff.Parts parts = row.parts();
            table.row(
                    row.target() + " " + Bodies.name(row.target()),
                    part(parts.maxRadial()),
                    part(parts.rmsRadial()),
                    part(parts.maxAlong()),
                    part(parts.rmsAlong()),
                    part(parts.maxCross()),
                    part(parts.rmsCross()));
        }
        table.print(out, "");
        for (KernelDiff.Row row : rows) {
            long without = row.parts().without();
            if (without > 0) {
                out.printf(
                        "%s: at %d of %d epochs A is at rest relative to the center, or moves straight to or"
                                + " from it, and has no such"
                                + " directions; these epochs are left out.%n",
                        Bodies.name(row.target()), without, row.epochs());
            }
        }
    }

    private static String part(double km) {
        return Double.isNaN(km) ? "-" : String.format(Locale.ROOT, "%.4g", km);
    }

    private static String three(double km) {
        return String.format(Locale.ROOT, "%.3f", km);
    }

    private static String six(double arcseconds) {
        return Double.isNaN(arcseconds) ? "-" : String.format(Locale.ROOT, "%.6f", arcseconds);
    }

    private ObjectNode describe(KernelDiff.Comparison found, KernelDiff diff) {
        ObjectNode node = Json.object();
        node.put("a", a.toString()).put("b", b.toString());
        node.put("center", diff.center()).put("step", diff.step());
        ArrayNode list = node.putArray("bodies");
        for (KernelDiff.Row row : found.rows()) {
            ObjectNode r = list.addObject();
            r.put("target", row.target()).put("name", Bodies.name(row.target()));
            r.put("start", row.start()).put("end", row.end()).put("epochs", row.epochs());
            r.put("max_km", row.max()).put("max_at", row.maxAt()).put("rms_km", row.rms());
            r.put("mean_km", row.mean()).put("median_km", row.median()).put("p95_km", row.p95());
            r.put("max_km_s", row.maxSpeed()).put("rms_km_s", row.rmsSpeed());
            if (isRtn()) {
                KernelDiff.Parts parts = row.parts();
                r.put("epochs_without_directions", parts.without());
                if (!Double.isNaN(parts.maxRadial())) {
                    r.put("max_radial_km", parts.maxRadial()).put("rms_radial_km", parts.rmsRadial());
                    r.put("max_along_km", parts.maxAlong()).put("rms_along_km", parts.rmsAlong());
                    r.put("max_cross_km", parts.maxCross()).put("rms_cross_km", parts.rmsCross());
                }
            }
            if (!Double.isNaN(row.maxArcseconds())) {
                r.put("max_arcsec", row.maxArcseconds()).put("rms_arcsec", row.rmsArcseconds());
            }
        }
        if (isRtn()) {
            node.put("frame", "rtn of a");
        }
        ArrayNode absent = node.putArray("absent");
        ArrayNode missing = node.putArray("missing");
        for (KernelDiff.Missing body : found.missing()) {
            if (!body.failed()) {
                absent.add(body.target());
            }
            missing.addObject()
                    .put("target", body.target())
                    .put("name", Bodies.name(body.target()))
                    .put("reason", body.reason());
        }
        return node;
    }
}
