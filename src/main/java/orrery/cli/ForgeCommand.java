package orrery.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import orrery.forge.Forge;
import orrery.forge.ForgeSpec;
import orrery.time.Dates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "forge",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a planetary kernel from scratch: integrates the solar system from J2000 and writes a type 2 SPK.",
            "The same span on the same JDK gives the same bytes."
        })
final class ForgeCommand implements Callable<Integer> {
    @Option(
            names = "--from",
            paramLabel = "DATE",
            defaultValue = "1900",
            description = "First date (default: ${DEFAULT-VALUE}).")
    private String from = "1900";

    @Option(
            names = "--to",
            paramLabel = "DATE",
            defaultValue = "2100",
            description = "Last date (default: ${DEFAULT-VALUE}).")
    private String to = "2100";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Kernel to write.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Print {\"file\", \"bytes\", \"seconds\"}.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        ForgeSpec span;
        try {
            span = new ForgeSpec(Dates.parse(from), Dates.parse(to));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() == null ? "--from, --to: no span." : e.getMessage());
        }
        long start = System.nanoTime();
        try (ProgressLine bar = new ProgressLine("forging")) {
            // It is better to learn before the integration than after it that a folder cannot be created.
            Path folder = out.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Forge.write(span, out, bar);
        } catch (IOException e) {
            throw NotWrittenException.of(out, e);
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        ObjectNode result = Json.object()
                .put("file", out.toString())
                .put("bytes", Files.size(out))
                .put("seconds", seconds);
        spec.commandLine()
                .getOut()
                .println(
                        json ? Json.text(result) : "%s, %,d bytes, in %.1f s".formatted(out, Files.size(out), seconds));
        spec.commandLine().getOut().flush();
        LeftoversCommand.hint(out, spec.commandLine().getErr());
        return ExitCodes.DONE;
    }
}
