package orrery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import orrery.files.Leftover;
import orrery.files.ScratchFolder;
import orrery.library.KernelFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "leftovers",
        mixinStandardHelpOptions = true,
        description = {
            "Lists, and on request removes, what a run left behind when it was killed while writing.",
            "A run stopped by Ctrl+C or SIGTERM leaves nothing; parts kept to resume interrupted downloads are"
                    + " not listed."
        })
final class LeftoversCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "DIR",
            description = "Folders to search, without subfolders (default: this one, the kernel and data folders, and"
                    + " the system's temporary folder).")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--remove",
            description = "Remove them. Runs on other machines that share the disk cannot be detected.")
    private boolean remove;

    @Option(names = "--json", description = "Print an array with one object per leftover.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ArrayNode all = Json.array();
        int count = 0;
        for (Path folder : folders.isEmpty() ? usual() : folders) {
            for (Leftover left : in(folder)) {
                if (remove) {
                    left.remove();
                }
                count++;
                all.addObject()
                        .put("path", left.path().toString())
                        .put("of", left.target())
                        .put("bytes", left.bytes())
                        .put("removed", remove);
                if (!json) {
                    out.println(line(left) + (remove ? ", removed" : ""));
                }
            }
        }
        if (json) {
            out.println(Json.text(all));
        } else if (count == 0) {
            out.println("There are no leftovers.");
        } else if (!remove) {
            out.println("To remove " + (count == 1 ? "it" : "them") + ": repeat this command with --remove.");
        }
        out.flush();
        return ExitCodes.DONE;
    }

    private static Set<Path> usual() {
        KernelFolders known = KernelFolders.system();
        Set<Path> usual = new LinkedHashSet<>();
        for (Path folder : List.of(Path.of(""), known.user(), known.data(), ScratchFolder.home())) {
            Path whole = folder.toAbsolutePath().normalize();
            if (Files.isDirectory(whole)) {
                usual.add(whole);
            }
        }
        return usual;
    }

    private static List<Leftover> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new FileSystemException(folder.toString(), null, "it is no folder");
        }
        return Leftover.in(folder);
    }

    private static String line(Leftover left) {
        return "%s, %,d bytes, of %s".formatted(left.path(), left.bytes(), left.target());
    }

    /** Reports leftovers beside a file that was just made, and how to remove them. */
    static void hint(Path made, PrintWriter err) {
        Path folder = made.toAbsolutePath().getParent();
        try {
            List<Leftover> found = folder == null ? List.of() : Leftover.in(folder);
            if (!found.isEmpty()) {
                err.printf(
                        "left behind by a killed run: %s%s. To remove it: orrery leftovers --remove %s%n",
                        line(found.getFirst()),
                        found.size() == 1 ? "" : " and " + (found.size() - 1) + " more",
                        folder);
            }
        } catch (IOException _) {
            // The file was made all the same.
        }
    }
}
