package orrery.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import orrery.library.KernelFolders;

/** Where things are found: the kernel that the program ships with, the place for pictures drawn without being asked. */
final class DefaultPaths {
    private static final String SHIPPED = "orrery_1900_2100.bsp";

    private DefaultPaths() {}

    /**
     * The kernels to begin with: what the property {@code orrery.kernel} names, else the one shipped in {@code kernels/}
     * beside the program ({@code orrery.home}, set by the launcher) or in the working directory.
     */
    static List<Path> kernels() {
        String chosen = System.getProperty("orrery.kernel", "");
        if (!chosen.isEmpty()) {
            return List.of(Path.of(chosen));
        }
        Path home = Path.of(System.getProperty("orrery.home", "."));
        return List.of(home.resolve("kernels").resolve(SHIPPED).toAbsolutePath().normalize());
    }

    /** Where audits leave their ledgers: what the property {@code orrery.ledgers} names, else beside sessions and fetched kernels. */
    static Path ledgers() {
        String chosen = System.getProperty("orrery.ledgers", "");
        return chosen.isEmpty() ? KernelFolders.system().data().resolve("ledgers") : Path.of(chosen);
    }

    /** {@code target} where the program is being built, else the system's place for temporary files. */
    static Path pictures() {
        Path target = Path.of("target");
        return Files.isDirectory(target) ? target : Path.of(System.getProperty("java.io.tmpdir", "."));
    }
}
