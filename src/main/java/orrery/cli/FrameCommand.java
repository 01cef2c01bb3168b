package orrery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Ephemeris;
import orrery.frames.FrameSystem;
import orrery.frames.ReferenceFrame;
import orrery.math.StateRotation;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "frame",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the rotation from one reference frame to another, and its derivative per second, at a TDB epoch.",
            "v(to) = R v(from). Numbers print so that they read back to the same bits."
        },
        footer = {
            "",
            "In bulk, --queries reads a CSV file (- is standard input):",
            "  from,to,et",
            "      gives from,to,et,r11,r12,r13,r21,...,r33,d11,...,d33",
            "r are the numbers of R, by rows, d those of its derivative. Frames are SPICE's built-in ones"
                    + " (J2000, ECLIPJ2000, IAU_MARS, ...) and those of the given frame kernels; the rotation of"
                    + " bodies comes from pck00011.tpc, which is built in, unless a given PCK overrides it."
        })
final class FrameCommand implements Callable<Integer> {
    private static final EpochFormat DATE = EpochFormat.seconds(TimeScale.TDB, 6);
    private static final String QUERY = "from,to,et";

    @Option(
            names = {"-k", "--kernel"},
            paramLabel = "FILE",
            description = "Text kernel (PCK, FK) or binary PCK; may be given several times, the last wins.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--from", paramLabel = "FRAME", description = "Frame to rotate from, such as IAU_MARS.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "FRAME",
            defaultValue = "J2000",
            description = "Frame to rotate to" + " (default: J2000).")
    private String to = "J2000";

    @ArgGroup
    private @Nullable EpochOptions when;

    @Option(names = "--list", description = "List the known frames with id, center and where they are defined.")
    private boolean list;

    @Mixin
    private BulkOptions bulk = new BulkOptions();

    @Option(
            names = "--json",
            description = "Print one object instead of text; with --queries one per line, with --list an array.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (KernelPool pool = KernelOptions.open(KernelOptions.list(files, spec), new KernelRegistry())) {
            return answer(Ephemeris.of(pool).frames(), out);
        }
    }

    private int answer(FrameSystem frames, PrintWriter out) throws IOException {
        CsvQueries queries = bulk.queries(json, out, spec.commandLine().getErr());
        if (queries != null) {
            return queries.answer(Map.of(QUERY, () -> new Rotations(frames)));
        }
        if (list) {
            list(frames, out);
        } else if (from == null || when == null) {
            throw new UsageException("frame: give --from and --et or --date, or --queries, or --list.");
        } else {
            one(frames, frames.byName(from), frames.byName(to), when.epoch(), out);
        }
        out.flush();
        return ExitCodes.DONE;
    }

    private void list(FrameSystem frames, PrintWriter out) {
        if (json) {
            ArrayNode all = Json.array();
            for (String name : frames.names()) {
                ReferenceFrame frame = frames.byName(name);
                ObjectNode node = all.addObject();
                node.put("id", frame.id())
                        .put("frame", frame.name())
                        .put("kind", frame.kind().toString());
                if (frame.isInertial()) {
                    node.putNull("center");
                } else {
                    node.put("center", frame.center());
                }
                node.put("source", frame.source());
            }
            out.println(Json.text(all));
            return;
        }
        TextTable table = new TextTable("id", "frame", "kind", "center", "defined by");
        for (String name : frames.names()) {
            ReferenceFrame frame = frames.byName(name);
            table.row(
                    Integer.toString(frame.id()),
                    frame.name(),
                    frame.kind().toString(),
                    frame.isInertial() ? "" : Bodies.label(frame.center()),
                    frame.source());
        }
        table.print(out, "");
    }

    private void one(FrameSystem frames, ReferenceFrame first, ReferenceFrame second, double et, PrintWriter out) {
        double[] m = new double[StateRotation.SIZE];
        frames.rotation(first.id(), second.id(), et, m);
        List<String> sources = new ArrayList<>(frames.sources(first.id(), et));
        frames.sources(second.id(), et).stream()
                .filter(s -> !sources.contains(s))
                .forEach(sources::add);
        if (json) {
            ObjectNode node = Json.object();
            node.put("from", first.name())
                    .put("to", second.name())
                    .put("et", et)
                    .put("date", DATE.format(et));
            node.set("rotation", Json.array(m, 0, 9));
            node.set("derivative_per_s", Json.array(m, 9, 18));
            sources.forEach(node.putArray("sources")::add);
            out.println(Json.text(node));
            return;
        }
        out.printf("%s to %s%n%s, et %s%n", first.name(), second.name(), DATE.format(et), et);
        for (int block = 0; block < StateRotation.SIZE; block += 9) {
            out.println(block == 0 ? "rotation, by rows" : "its derivative per second, by rows");
            for (int row = block; row < block + 9; row += 3) {
                out.printf("  %s  %s  %s%n", m[row], m[row + 1], m[row + 2]);
            }
        }
        sources.forEach(out::println);
    }

    private static final class Rotations implements CsvQueries.Kind {
        private final FrameSystem frames;
        private final double[] m = new double[StateRotation.SIZE];

        private Rotations(FrameSystem frames) {
            this.frames = frames;
        }

        @Override
        public String header() {
            StringBuilder header = new StringBuilder(QUERY);
            for (char block : new char[] {'r', 'd'}) {
                for (int i = 0; i < 9; i++) {
                    header.append(',').append(block).append(i / 3 + 1).append(i % 3 + 1);
                }
            }
            return header.toString();
        }

        @Override
        public int size() {
            return StateRotation.SIZE;
        }

        @Override
        public double[] answer(String[] cells) {
            frames.rotation(
                    frames.byName(cells[0]).id(), frames.byName(cells[1]).id(), CsvQueries.epoch(cells[2]), m);
            return m;
        }
    }
}
