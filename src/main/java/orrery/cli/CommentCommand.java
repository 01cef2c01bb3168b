package orrery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;
import orrery.files.VisibleText;
import orrery.library.CommentReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "comment",
        mixinStandardHelpOptions = true,
        description = "Prints the comment area of a kernel: what its makers say about it.")
final class CommentCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description = "SPK kernel, or a meta-kernel for the comments of each kernel in it.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print {\"file\", \"comment\"} instead.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Path> files = KernelOptions.spks(List.of(file), spec);
        for (Path one : files) {
            try (KernelHandle handle = new KernelRegistry().open(one)) {
                CommentReader comment = new CommentReader(handle);
                if (json) {
                    Json.print(out, "file", one.toString(), "comment", comment);
                } else if (comment.length() == 0) {
                    spec.commandLine().getErr().println(handle.name() + " has no comments.");
                } else {
                    if (files.size() > 1) {
                        out.printf("%n%s%n%n", VisibleText.line(one.toString()));
                    }
                    comment.transferTo(out);
                    out.println();
                }
            }
        }
        out.flush();
        return ExitCodes.DONE;
    }
}
