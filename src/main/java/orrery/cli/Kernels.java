package orrery.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import picocli.CommandLine.Option;

/** The option {@code --kernel}, the same for every command that asks states. */
final class Kernels {
    @Option(
            names = {"-k", "--kernel"},
            required = true,
            paramLabel = "FILE",
            description = "SPK kernel; may be given several times, the last has the highest precedence.")
    private List<Path> files = new ArrayList<>();

    List<Path> files() {
        return files;
    }

    /** The kernels as one pool, with handles of its own. */
    KernelPool open() {
        KernelRegistry registry = new KernelRegistry();
        List<KernelHandle> handles = new ArrayList<>();
        try {
            for (Path file : files) {
                handles.add(registry.open(file));
            }
            return KernelPool.of(handles);
        } finally {
            handles.forEach(KernelHandle::close);
        }
    }
}
