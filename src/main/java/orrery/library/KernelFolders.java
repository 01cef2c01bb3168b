package orrery.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import orrery.binding.FileKind;
import orrery.host.SystemFolders;

/**
 * The folders in which the program looks for kernels and stores what it knows about them.
 *
 * <p>Immutable.
 *
 * @param shipped {@code kernels/} next to the program
 * @param user folder of the user's kernels and of fetched ones
 * @param data folder of sessions, recent files and digests
 */
public record KernelFolders(Path shipped, Path user, Path data) {
    public KernelFolders {
        shipped = shipped.toAbsolutePath().normalize();
        user = user.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    private static final String SHIPPED = "orrery_1900_2100.bsp";

    /** More entries than anyone can choose from. */
    private static final int MOST = 500;

    /**
     * The system's: kernels in {@code ORRERY_KERNELS} where that is set; data where the property {@code orrery.data}
     * says, else where the system keeps such things ({@link SystemFolders#data}).
     */
    public static KernelFolders system() {
        return of(System.getenv(), System.getProperty("orrery.data", ""));
    }

    /**
     * Where audits leave their ledgers: what the property {@code orrery.ledgers} names, else beside sessions and
     * fetched kernels.
     */
    public static Path ledgers() {
        String chosen = System.getProperty("orrery.ledgers", "");
        return chosen.isEmpty() ? system().data().resolve("ledgers") : Path.of(chosen);
    }

    /**
     * The initial kernels: the value of the property {@code orrery.kernel}, else the one shipped in {@code kernels/}
     * next to the program ({@code orrery.home}, set by the launcher) or in the working directory.
     */
    public static List<Path> toBeginWith() {
        String chosen = System.getProperty("orrery.kernel", "");
        return List.of(chosen.isEmpty() ? system().shipped().resolve(SHIPPED) : Path.of(chosen));
    }

    static KernelFolders of(Map<String, String> environment, String chosen) {
        Path data = chosen.isEmpty() ? SystemFolders.data(environment) : Path.of(chosen);
        String kernels = environment.getOrDefault("ORRERY_KERNELS", "");
        Path home = Path.of(System.getProperty("orrery.home", "."));
        return new KernelFolders(
                home.resolve("kernels"), kernels.isEmpty() ? data.resolve("kernels") : Path.of(kernels), data);
    }

    /**
     * The files of a folder that are kernels by content, or should be by suffix; the latter are shown with what is
     * wrong with them. Sorted by name; none if the folder is missing.
     *
     * @throws IOException if it exists but cannot be listed
     */
    public static List<Path> kernelsIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder, new LinkOption[0])) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (found.size() < MOST && !isHidden(file) && (hasSuffix(file) || isKernel(file))) {
                    found.add(file.toAbsolutePath().normalize());
                }
            }
        }
        return found;
    }

    private static boolean isHidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }

    private static boolean hasSuffix(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return (name.endsWith(".bsp") || name.endsWith(".spk") || name.endsWith(".tm") || name.endsWith(".bpc"))
                && !Files.isDirectory(file, new LinkOption[0]);
    }

    private static boolean isKernel(Path file) {
        try {
            FileKind kind = FileKind.of(file);
            return kind == FileKind.SPK
                    || kind == FileKind.BINARY_PCK
                    || kind == FileKind.TEXT_KERNEL
                    || kind == FileKind.META_KERNEL;
        } catch (IOException _) {
            // Unreadable and without a kernel's suffix: not worth a line.
            return false;
        }
    }
}
