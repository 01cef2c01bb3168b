package orrery.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import orrery.binding.KernelRegistry;
import orrery.library.KernelList;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * The option {@code --kernel} of commands that take their SPKs as arguments: additional kernels for names of bodies,
 * leap seconds and frames.
 */
final class BesideOptions {
    @Option(
            names = {"-k", "--kernel"},
            paramLabel = "FILE",
            description = "Additional text kernel (PCK, FK, LSK) or binary PCK, for names, leap seconds and"
                    + " frames; may be given several times, the last wins.")
    private List<Path> files = new ArrayList<>();

    /**
     * The named SPKs. What the text kernels, named or additional, define as names and leap seconds applies from now on.
     * For every other kernel among the arguments, standard error reports what it is used for.
     *
     * @param named files given as arguments, including meta-kernels
     * @throws UsageException if {@code -k} is given an SPK
     */
    KernelList take(List<Path> named, CommandSpec command) {
        KernelList beside = KernelOptions.list(files, command);
        for (Path other : beside.kernels()) {
            // What is not an SPK reports what it is.
            new KernelRegistry().open(other).close();
            throw new UsageException(
                    command.name() + ": -k " + other + " is an SPK; name it without -k, as an input of the command.");
        }
        KernelList list = KernelOptions.list(named, command);
        if (list.kernels().isEmpty()) {
            // Refused with a message for what it is.
            return KernelList.ofPositions(named);
        }
        for (Path text : list.texts()) {
            tell(command, text, "a text kernel, used for names and dates; it does not go into the output");
        }
        for (Path orientation : list.orientations()) {
            tell(command, orientation, "a binary PCK, used for frames; it does not go into the output");
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
