package orrery.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for temporary files: removed when it is closed or the program is told to end, and found as a
 * {@link Leftover} if the program was killed. Thread-safe.
 */
public final class ScratchFolder implements AutoCloseable {
    private final Path path;
    private final Thread end;

    private ScratchFolder(Path path) {
        this.path = path;
        this.end = new Thread(
                () -> {
                    ProgramEnd.begin();
                    // A run that keeps what it has found still needs it.
                    ProgramEnd.awaitHolds();
                    remove(path);
                },
                "orrery-scratch");
    }

    /** {@return the folder in which scratch folders are created} */
    public static Path home() {
        return Path.of(System.getProperty("java.io.tmpdir", "."));
    }

    /**
     * Creates a scratch folder.
     *
     * @param purpose becomes a part of its name
     * @return the folder, which the caller must close
     * @throws IOException if it cannot be created
     */
    public static ScratchFolder of(String purpose) throws IOException {
        return made(home().resolve(PartName.next(purpose)));
    }

    private static ScratchFolder made(Path path) throws IOException {
        ScratchFolder made = new ScratchFolder(Files.createDirectory(path));
        try {
            Runtime.getRuntime().addShutdownHook(made.end);
        } catch (IllegalStateException _) {
            // The program is ending; its creator closes it.
        }
        return made;
    }

    /**
     * Creates a scratch folder beside its final folder; {@link #settle} gives it that name.
     *
     * @param target the final folder
     * @return the scratch folder, which the caller must close
     * @throws IOException if it cannot be created, or anything but an empty folder has that name
     */
    public static ScratchFolder beside(Path target) throws IOException {
        Path whole = target.toAbsolutePath().normalize();
        Path name = whole.getFileName();
        if (name == null) {
            throw new FileSystemException(target.toString(), null, "it is not a valid folder name");
        }
        checkFree(target, whole);
        Path parent = whole.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return made(whole.resolveSibling(PartName.next(name.toString())));
    }

    /** There is something of the final name already, which is not replaced. */
    public static final class TakenException extends FileSystemException {
        private static final long serialVersionUID = 1L;

        TakenException(Path target, String reason) {
            super(target.toString(), null, reason);
        }
    }

    private static void checkFree(Path target, Path whole) throws IOException {
        if (!Files.exists(whole, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(whole)) {
            throw new TakenException(target, "it exists, but is not a folder");
        }
        try (Stream<Path> within = Files.list(whole)) {
            if (within.findAny().isPresent()) {
                throw new TakenException(target, "that folder is not empty");
            }
        }
    }

    /**
     * Gives the folder its final name, replacing an empty folder of that name.
     *
     * @param target the final name
     * @throws IOException if that cannot be done; it is then unchanged
     */
    public void settle(Path target) throws IOException {
        checkFree(target, target.toAbsolutePath().normalize());
        Files.deleteIfExists(target);
        Files.move(path, target);
    }

    /** {@return the current path of the folder} */
    public Path path() {
        return path;
    }

    /** Removes it with everything in it. */
    @Override
    public void close() {
        remove(path);
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException _) {
            // It is already running, and finds nothing.
        }
    }

    static void remove(Path folder) {
        Path doomed = folder;
        try {
            // Under its old name, a thread that is still at work could put another file into it meanwhile.
            doomed = Files.move(folder, renamed(folder), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException _) {
            // It keeps its current name, or is gone.
        }
        try (Stream<Path> walk = Files.walk(doomed)) {
            for (Path entry : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException | UncheckedIOException _) {
            // It is found as a leftover.
        }
    }

    /** A new name beside it with the same purpose. */
    private static Path renamed(Path folder) {
        return folder.resolveSibling(
                PartName.next(PartName.of(folder).map(PartName::target).orElse("scratch")));
    }
}
