package orrery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import orrery.ephemeris.Bodies;
import orrery.forge.Excerpt;
import orrery.forge.KernelOutput;
import orrery.math.Counted;
import orrery.spk.Progress;
import orrery.spk.SegmentInfo;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every command that makes a kernel from others, and the report of what was made. */
final class OutputOptions {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Kernel to write; must not be a source.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Print an object that describes what was written.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    OutputOptions() {}

    /** For a command with separate output options. */
    OutputOptions(Path out, boolean json, CommandSpec spec) {
        this.out = out;
        this.json = json;
        this.spec = spec;
    }

    /** Writes, reads back, and reports. */
    int write(Excerpt.Result result, List<Path> sources) {
        return write(result, sources, _ -> {}, _ -> {});
    }

    /**
     * Writes, reads back, and reports.
     *
     * @param more additional text to print
     * @param also additional members of the object
     */
    int write(Excerpt.Result result, List<Path> sources, Consumer<PrintWriter> more, Consumer<ObjectNode> also) {
        return say(written(out, bar -> KernelOutput.write(result, out, sources, bar)), more, also);
    }

    /** Refuses to write any file over a source. */
    static void refuse(Path out, List<Path> sources) throws IOException {
        try {
            KernelOutput.refuse(out, sources);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** Something that writes a kernel. */
    @FunctionalInterface
    interface Writing {
        KernelOutput.OutputFile run(Progress progress) throws IOException;
    }

    /** Writes, with a progress bar; failures are reported in the usual form. */
    static KernelOutput.OutputFile written(Path out, Writing writing) {
        try (ProgressLine bar = new ProgressLine("writing")) {
            return writing.run(bar);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw e instanceof FileSystemException
                    ? NotWrittenException.of(out, e)
                    : new NotWrittenException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Reports what was written.
     *
     * @param more additional text to print
     * @param also additional members of the object
     */
    int say(KernelOutput.OutputFile made, Consumer<PrintWriter> more, Consumer<ObjectNode> also) {
        PrintWriter printer = spec.commandLine().getOut();
        if (json) {
            ObjectNode node = Json.object();
            node.put("file", made.file().toString())
                    .put("bytes", made.bytes())
                    .put("segments", made.segments())
                    .put("readBack", true);
            ArrayNode left = node.putArray("leftOut");
            made.leftOut().forEach(info -> left.add(info.index()));
            ArrayNode absent = node.putArray("absent");
            made.absent().forEach(absent::add);
            ArrayNode notes = node.putArray("notes");
            made.notes().forEach(notes::add);
            also.accept(node);
            printer.println(Json.text(node));
        } else {
            printer.printf(
                    "%s, %,d bytes, %s, read back: identical bit for bit%n",
                    made.file(), made.bytes(), Counted.of(made.segments(), "segment"));
            more.accept(printer);
        }
        printer.flush();
        for (int body : made.absent()) {
            spec.commandLine()
                    .getErr()
                    .println("absent: " + body + " " + Bodies.name(body)
                            + " has no segment there in this span; `orrery brief` lists what there is.");
        }
        for (SegmentInfo info : made.leftOut()) {
            spec.commandLine()
                    .getErr()
                    .println("left out: segment " + info.index() + " (" + info.target() + " wrt " + info.center()
                            + ") is damaged in the source; its queries now fall through to other segments.");
        }
        made.notes().forEach(note -> spec.commandLine().getErr().println("copied unchanged: " + note));
        LeftoversCommand.hint(out, spec.commandLine().getErr());
        return ExitCodes.DONE;
    }
}
