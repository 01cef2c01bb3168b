package orrery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;
import orrery.binding.OpenKernels;
import orrery.ephemeris.Bodies;
import orrery.forge.Excerpt;
import orrery.forge.Refit;
import orrery.forge.RefitException;
import orrery.math.Constants;
import orrery.math.LengthText;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "refit",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a smaller kernel that stays within a tolerance of the original.",
            "It has Chebyshev polynomials of type 2 or 3, whatever the type of the original. Granules and"
                    + " degrees are chosen for the smallest file; every granule is checked between its nodes,"
                    + " and the comment area records the greatest distance found. Gaps stay gaps."
        })
final class RefitCommand implements Callable<Integer> {
    private static final EpochFormat DATE = EpochFormat.days(TimeScale.TDB).unlabeled();

    @Parameters(paramLabel = "IN", description = "SPK kernel, or meta-kernel.")
    private Path in = Path.of("");

    @Option(
            names = "--tolerance",
            paramLabel = "LENGTH",
            description = "Greatest distance from the original, such as 1km, 10m, 5mm.")
    private @Nullable String tolerance;

    @Option(
            names = "--speed",
            paramLabel = "SPEED",
            description = "Also a bound for the velocity, such as 1mm/s (default: measured only).")
    private @Nullable String speed;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "2",
            description = "2: velocities are the derivative; 3: velocities have separate polynomials"
                    + " (default: ${DEFAULT-VALUE}).")
    private int type = 2;

    @Option(
            names = "--sizes",
            description = "Write nothing: print how large the kernel would be within 1 m, 10 m and so on to 1,000 km.")
    private boolean sizes;

    @Option(names = "--out", paramLabel = "FILE", description = "Kernel to write; must not be a source.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print an object that describes what was written, segment by segment.")
    private boolean json;

    @Mixin
    private BesideOptions beside = new BesideOptions();

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (sizes ? out != null || tolerance != null : out == null || tolerance == null) {
            throw new UsageException(
                    "Give --tolerance and --out for a kernel, such as --tolerance 1km --out small.bsp, or only --sizes"
                            + " alone.");
        }
        List<Path> files = beside.take(List.of(in), spec).kernels();
        try (OpenKernels open = OpenKernels.of(new KernelRegistry(), files)) {
            List<KernelHandle> kernels = open.handles();
            Excerpt part = selection.excerpt(kernels);
            double fast = speed == null ? Double.POSITIVE_INFINITY : LengthOptions.kmPerSecond("--speed", speed);
            if (tolerance == null || out == null) {
                return ladder(kernels, part, fast);
            }
            Refit refit = refit(part, LengthOptions.km("--tolerance", tolerance), fast);
            Refit.Outcome made = run(refit, kernels, "refitting");
            return new OutputOptions(out, json, spec)
                    .write(
                            made.result(),
                            KernelOptions.sources(files, List.of(in)),
                            printer -> print(printer, made),
                            node -> describe(node, made));
        }
    }

    private Refit refit(Excerpt part, double km, double fast) {
        try {
            return new Refit(part, km, fast, type);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private Refit.Outcome run(Refit refit, List<KernelHandle> kernels, String what) throws IOException {
        try (ProgressLine bar = new ProgressLine(what)) {
            return refit.of(kernels, bar);
        } catch (RefitException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private int ladder(List<KernelHandle> kernels, Excerpt part, double fast) throws IOException {
        PrintWriter printer = spec.commandLine().getOut();
        TextTable table = new TextTable("within", "bytes", "against the original", "segments", "greatest seen");
        ArrayNode list = Json.object().putArray("sizes");
        for (double km : Refit.LADDER) {
            Refit.Outcome made = run(refit(part, km, fast), kernels, "within " + LengthText.format(km));
            double worst =
                    made.rows().stream().mapToDouble(Refit.Row::bound).max().orElse(0);
            table.row(
                    LengthText.format(km),
                    String.format(Locale.ROOT, "%,d", made.after()),
                    share(made),
                    Integer.toString(made.rows().size()),
                    LengthText.format(worst));
            list.addObject()
                    .put("tolerance_km", km)
                    .put("bytes", made.after())
                    .put("bytes_before", made.before())
                    .put("segments", made.rows().size())
                    .put("bound_km", worst);
        }
        if (json) {
            printer.println(Json.text(list));
        } else {
            table.print(printer, "");
        }
        printer.flush();
        return ExitCodes.DONE;
    }

    private static void print(PrintWriter printer, Refit.Outcome made) {
        printer.println(share(made) + " the " + String.format(Locale.ROOT, "%,d", made.before()) + " bytes before");
        TextTable table = new TextTable(
                "body",
                "center",
                "from (TDB)",
                "to (TDB)",
                "segments",
                "granule d",
                "degree",
                "bytes",
                "bound",
                "mm/s");
        Map<List<Integer>, List<Refit.Row>> bodies = made.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(row.target(), row.center()),
                        () -> new TreeMap<>(Comparator.comparing((List<Integer> k) -> k.get(0))
                                .thenComparing(k -> k.get(1))),
                        Collectors.toList()));
        bodies.values()
                .forEach(rows -> table.row(
                        rows.getFirst().target() + " "
                                + Bodies.name(rows.getFirst().target()),
                        Integer.toString(rows.getFirst().center()),
                        DATE.format(rows.stream()
                                .mapToDouble(Refit.Row::start)
                                .min()
                                .orElseThrow()),
                        DATE.format(
                                rows.stream().mapToDouble(Refit.Row::end).max().orElseThrow()),
                        Integer.toString(rows.size()),
                        range(rows, row -> row.granule() / Constants.DAY, "%.3g"),
                        range(rows, Refit.Row::degree, "%.0f"),
                        String.format(
                                Locale.ROOT,
                                "%,d",
                                rows.stream().mapToLong(Refit.Row::bytes).sum()),
                        rows.stream().allMatch(Refit.Row::kept)
                                ? "as it was"
                                : LengthText.format(rows.stream()
                                        .mapToDouble(Refit.Row::bound)
                                        .max()
                                        .orElseThrow()),
                        String.format(
                                Locale.ROOT,
                                "%.3g",
                                rows.stream()
                                                .mapToDouble(Refit.Row::speed)
                                                .max()
                                                .orElseThrow()
                                        * 1e6)));
        table.print(printer, "");
    }

    /** Types that describe a whole motion with a few numbers become larger. */
    private static String share(Refit.Outcome made) {
        double share = (double) made.after() / Math.max(1, made.before());
        return share < 10
                ? String.format(Locale.ROOT, "%.1f %% of", 100 * share)
                : String.format(Locale.ROOT, "%,.0f times", share);
    }

    private static String range(List<Refit.Row> rows, ToDoubleFunction<Refit.Row> figure, String format) {
        double low = rows.stream().mapToDouble(figure).min().orElseThrow();
        double high = rows.stream().mapToDouble(figure).max().orElseThrow();
        String least = String.format(Locale.ROOT, format, low);
        String most = String.format(Locale.ROOT, format, high);
        return least.equals(most) ? least : least + " to " + most;
    }

    private static void describe(ObjectNode node, Refit.Outcome made) {
        node.put("bytesBefore", made.before());
        ArrayNode rows = node.putArray("refitted");
        for (Refit.Row row : made.rows()) {
            rows.addObject()
                    .put("target", row.target())
                    .put("name", Bodies.name(row.target()))
                    .put("center", row.center())
                    .put("start", row.start())
                    .put("end", row.end())
                    .put("granule", row.granule())
                    .put("degree", row.degree())
                    .put("bytes", row.bytes())
                    .put("bound_km", row.bound())
                    .put("bound_at", row.boundAt())
                    .put("bound_km_s", row.speed())
                    .put("kept", row.kept());
        }
    }
}
