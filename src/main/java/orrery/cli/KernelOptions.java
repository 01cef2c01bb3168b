package orrery.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.TextFacts;
import orrery.frames.CommentNames;
import orrery.frames.KernelVariables;
import orrery.frames.PoolFiles;
import orrery.frames.TextKernel;
import orrery.library.KernelList;
import orrery.spk.KernelException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --kernel}, the same for every command that queries states. */
final class KernelOptions {
    @Option(
            names = {"-k", "--kernel"},
            required = true,
            paramLabel = "FILE",
            description =
                    "SPK, binary PCK, text kernel (PCK, FK, LSK) or meta-kernel (.tm); may be given several times, the"
                            + " last wins.")
    private List<Path> files = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The kernels as one pool, with its own handles. */
    KernelPool open() {
        KernelList list = list(files, spec);
        if (list.kernels().isEmpty()) {
            throw new UsageException(
                    spec.name() + ": none of the given files contains positions. Give an SPK (.bsp) too.");
        }
        return open(list, new KernelRegistry());
    }

    /** These kernels as one pool; the names, sizes and leap seconds in its text kernels apply from now on. */
    static KernelPool open(KernelList list, KernelRegistry registry) {
        KernelPool pool = PoolFiles.open(registry, list.all());
        try {
            TextFacts.adopt(pool);
            return pool;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** Expands meta-kernels; entries that are not used are reported on standard error, one per line. */
    static KernelList list(List<Path> files, CommandSpec spec) {
        return reportUnused(KernelList.of(files), spec);
    }

    private static KernelList reportUnused(KernelList list, CommandSpec spec) {
        for (KernelList.UnusedFile unused : list.unused()) {
            spec.commandLine().getErr().println(unused.metaKernel().getFileName() + ": not used: " + unused);
        }
        return list;
    }

    /** Everything a picture is drawn from; the names and leap seconds in the text kernels apply from now on. */
    static List<Path> shown(List<Path> files, CommandSpec spec) {
        KernelList list = list(files, spec);
        adopt(list);
        return list.all();
    }

    /**
     * What text kernels say of names, sizes and leap seconds holds from now on, and the names in the comments of SPKs.
     * An SPK that cannot be opened says so when it is used.
     *
     * @throws KernelException if a text kernel is unsound
     */
    static void adopt(KernelList list) {
        KernelRegistry registry = new KernelRegistry();
        Map<Integer, String> named = new LinkedHashMap<>();
        for (Path file : list.kernels()) {
            try (KernelHandle kernel = registry.open(file)) {
                named.putAll(CommentNames.of(List.of(kernel)));
            } catch (KernelException _) {
                // What uses it reports that.
            }
        }
        TextFacts.adopt(
                KernelVariables.of(list.texts().stream().map(TextKernel::read).toList(), named));
    }

    /** Only the SPK files; for all others, standard error reports that they are not used. */
    static List<Path> positions(List<Path> files, CommandSpec spec) {
        KernelList list = list(files, spec);
        if (list.kernels().isEmpty()) {
            return KernelList.ofPositions(files).kernels();
        }
        for (Path other : list.all()) {
            if (!list.kernels().contains(other)) {
                spec.commandLine()
                        .getErr()
                        .println(other.getFileName() + ": not used: " + spec.name()
                                + " queries states in J2000, which do not depend on frames, orientation or names.");
            }
        }
        return list.kernels();
    }

    /**
     * Only the SPK files, for commands that can use nothing else: anything else stays in the list, so that it is
     * refused by name.
     */
    static List<Path> spks(List<Path> files, CommandSpec spec) {
        return reportUnused(KernelList.ofPositions(files), spec).kernels();
    }

    /** The files that must not be overwritten: the kernels, and the files that name them. */
    static List<Path> sources(List<Path> kernels, List<Path> named) {
        List<Path> all = new ArrayList<>(kernels);
        all.addAll(named);
        return all;
    }
}
