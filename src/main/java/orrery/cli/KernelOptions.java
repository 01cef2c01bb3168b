package orrery.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.library.KernelList;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --kernel}, the same for every command that asks states. */
final class KernelOptions {
    @Option(
            names = {"-k", "--kernel"},
            required = true,
            paramLabel = "FILE",
            description =
                    "SPK kernel or meta-kernel (.tm); may be given several times, the last has the highest precedence.")
    private List<Path> files = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The SPK files, meta-kernels taken apart. */
    List<Path> files() {
        return spks(files, spec);
    }

    /** The kernels as one pool, with handles of its own. */
    KernelPool open() {
        return KernelPool.open(new KernelRegistry(), files());
    }

    /** Takes meta-kernels apart; what they name that is not used is said on standard error, a line each. */
    static List<Path> spks(List<Path> files, CommandSpec spec) {
        KernelList list = KernelList.of(files);
        for (KernelList.Unused unused : list.unused()) {
            spec.commandLine().getErr().println(unused.metaKernel().getFileName() + ": not used: " + unused);
        }
        return list.kernels();
    }

    /** What must not be written over: the kernels, and what they were named by. */
    static List<Path> sources(List<Path> kernels, List<Path> named) {
        List<Path> all = new ArrayList<>(kernels);
        all.addAll(named);
        return all;
    }
}
