package orrery.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import orrery.library.KernelFolders;

/** Default locations: the shipped kernel, and the folder for pictures that were not explicitly requested. */
final class DefaultPaths {
    private DefaultPaths() {}

    /** The initial kernels: {@link KernelFolders#toBeginWith}. */
    static List<Path> kernels() {
        return KernelFolders.toBeginWith();
    }

    /** Where audits leave their ledgers: {@link KernelFolders#ledgers}. */
    static Path ledgers() {
        return KernelFolders.ledgers();
    }

    /** {@code target} where the program is being built, else the system's temporary folder. */
    static Path pictures() {
        Path target = Path.of("target");
        return Files.isDirectory(target) ? target : Path.of(System.getProperty("java.io.tmpdir", "."));
    }
}
