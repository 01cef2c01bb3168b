package orrery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Bodies;
import orrery.spk.KernelException;
import orrery.spk.Problem;
import orrery.spk.Segment;
import orrery.spk.SpkFile;
import orrery.time.DateFormat;
import orrery.time.TimeScale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "brief",
        mixinStandardHelpOptions = true,
        description = "Lists what is in kernels: segments, bodies, spans, and whatever is unsound.")
final class BriefCommand implements Callable<Integer> {
    private static final DateFormat DATE =
            DateFormat.seconds(TimeScale.TDB, 0).spaced().unlabelled();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "SPK kernels.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "Print an array with an object a file.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        KernelRegistry registry = new KernelRegistry();
        ArrayNode all = Json.array();
        int code = ExitCodes.DONE;
        for (Path file : files) {
            try (KernelHandle handle = registry.open(file)) {
                List<Problem> problems = problems(handle);
                if (json) {
                    all.add(describe(file, handle.file(), problems));
                } else {
                    print(out, file, handle.file(), problems);
                }
            } catch (KernelException e) {
                code = ExitCodes.KERNEL;
                if (json) {
                    all.add(Json.object()
                            .put("file", file.toString())
                            .put("error", e.getMessage())
                            .put("errorType", e.getClass().getSimpleName()));
                }
                out.flush();
                spec.commandLine().getErr().println(e.getMessage());
            }
        }
        if (json) {
            out.println(Json.text(all));
        }
        out.flush();
        return code;
    }

    /** What the file's own structure shows, and what its centers show together. */
    private static List<Problem> problems(KernelHandle handle) {
        List<Problem> problems = new ArrayList<>(handle.file().problems());
        try (KernelPool pool = KernelPool.of(handle)) {
            problems.addAll(pool.problems());
        }
        return problems;
    }

    private static void print(PrintWriter out, Path path, SpkFile file, List<Problem> problems) {
        out.printf("%s%n", path);
        out.printf(
                "  %s, %,d bytes, %d segments%s%n",
                order(file),
                file.size(),
                file.segments().size(),
                file.internalName().isEmpty() ? "" : ", internal name \"" + file.internalName() + "\"");
        Table table =
                new Table("seg", "target", "center", "frame", "type", "start (TDB)", "end (TDB)", "granule", "records");
        for (Segment segment : file.segments()) {
            table.row(
                    Integer.toString(segment.info().index()),
                    body(segment.target()),
                    body(segment.center()),
                    Integer.toString(segment.frame()),
                    segment.info().type() + " " + segment.typeName(),
                    DATE.format(segment.start()),
                    DATE.format(segment.end()),
                    granule(segment.granuleLength()),
                    segment.usable() ? Long.toString(segment.records()) : "-");
        }
        table.print(out, "  ");
        for (Problem problem : problems) {
            out.println("  problem: " + problem);
        }
    }

    private static ObjectNode describe(Path path, SpkFile file, List<Problem> problems) {
        ObjectNode node = Json.object();
        node.put("file", path.toString());
        node.put("size", file.size());
        node.put("byteOrder", order(file));
        node.put("internalName", file.internalName());
        ArrayNode segments = node.putArray("segments");
        for (Segment segment : file.segments()) {
            ObjectNode s = segments.addObject();
            s.put("index", segment.info().index());
            s.put("name", segment.info().name());
            s.put("target", segment.target());
            s.put("targetName", Bodies.name(segment.target()));
            s.put("center", segment.center());
            s.put("centerName", Bodies.name(segment.center()));
            s.put("frame", segment.frame());
            s.put("type", segment.info().type());
            s.put("typeName", segment.typeName());
            s.put("start", segment.start());
            s.put("end", segment.end());
            s.put("startTdb", DATE.format(segment.start()));
            s.put("endTdb", DATE.format(segment.end()));
            s.put("records", segment.records());
            if (Double.isNaN(segment.granuleLength())) {
                s.putNull("granule");
            } else {
                s.put("granule", segment.granuleLength());
            }
            if (segment.degree() < 0) {
                s.putNull("degree");
            } else {
                s.put("degree", segment.degree());
            }
            s.put("offset", segment.info().offset());
            s.put("bytes", segment.info().bytes());
            s.put("usable", segment.usable());
        }
        ArrayNode list = node.putArray("problems");
        for (Problem problem : problems) {
            ObjectNode p = list.addObject();
            if (problem.segment() != Problem.FILE) {
                p.put("segment", problem.segment());
            }
            p.put("text", problem.text());
        }
        return node;
    }

    private static String order(SpkFile file) {
        return file.order() == ByteOrder.LITTLE_ENDIAN ? "little-endian" : "big-endian";
    }

    private static String body(int id) {
        String name = Bodies.name(id);
        return name.equals(Integer.toString(id)) ? name : id + " " + name;
    }

    private static String granule(double seconds) {
        if (Double.isNaN(seconds)) {
            return "-";
        }
        double days = seconds / 86_400;
        return days == Math.rint(days) || days >= 1 ? number(days) + " d" : number(seconds) + " s";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
