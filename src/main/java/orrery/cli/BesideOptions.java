package orrery.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import orrery.binding.KernelRegistry;
import orrery.library.KernelList;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * The option {@code --kernel} of commands whose SPKs are named without it: what is used beside them, names of bodies, leap
 * seconds and frames.
 */
final class BesideOptions {
    @Option(
            names = {"-k", "--kernel"},
            paramLabel = "FILE",
            description = "Text kernel (PCK, FK, LSK) or binary PCK to use beside: names, leap seconds, frames; may be"
                    + " given several times, the last wins.")
    private List<Path> files = new ArrayList<>();

    /**
     * The SPKs that are named; what text kernels, named or beside, say of names and leap seconds holds from now on. Of each that
     * is named among the SPKs standard error says what it is used for.
     *
     * @param named files as arguments, meta-kernels too
     * @throws UsageException if an SPK stands behind {@code -k}
     */
    KernelList take(List<Path> named, CommandSpec command) {
        KernelList beside = KernelOptions.list(files, command);
        for (Path other : beside.kernels()) {
            // What is no SPK says what it is.
            new KernelRegistry().open(other).close();
            throw new UsageException(
                    command.name() + ": -k " + other + " is an SPK; name it without -k, as what is worked on.");
        }
        KernelList list = KernelOptions.list(named, command);
        if (list.kernels().isEmpty()) {
            // Refused in the words of whatever it is.
            return KernelList.ofPositions(named);
        }
        for (Path text : list.texts()) {
            tell(command, text, "a text kernel, used for names and dates; nothing of it is written");
        }
        for (Path orientation : list.orientations()) {
            tell(command, orientation, "a binary PCK, used for frames; nothing of it is written");
        }
        KernelList all = new KernelList(
                list.kernels(),
                joined(list.orientations(), beside.orientations()),
                joined(list.texts(), beside.texts()),
                list.unused());
        KernelOptions.adopt(all);
        return all;
    }

    private static void tell(CommandSpec command, Path file, String what) {
        command.commandLine().getErr().println(file.getFileName() + ": " + what + ".");
    }

    private static List<Path> joined(List<Path> first, List<Path> then) {
        List<Path> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
