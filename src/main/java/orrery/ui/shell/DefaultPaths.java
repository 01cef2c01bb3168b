package orrery.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import orrery.library.KernelFolders;

/** Where things are found: the kernel that the program ships with, the place for pictures drawn without being asked. */
final class DefaultPaths {
    private DefaultPaths() {}

    /** The kernels to begin with: {@link KernelFolders#toBeginWith}. */
    static List<Path> kernels() {
        return KernelFolders.toBeginWith();
    }

    /** Where audits leave their ledgers: {@link KernelFolders#ledgers}. */
    static Path ledgers() {
        return KernelFolders.ledgers();
    }

    /** {@code target} where the program is being built, else the system's place for temporary files. */
    static Path pictures() {
        Path target = Path.of("target");
        return Files.isDirectory(target) ? target : Path.of(System.getProperty("java.io.tmpdir", "."));
    }
}
