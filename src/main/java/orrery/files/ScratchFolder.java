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
 * A folder for temporary files: removed when it is closed or the program is asked to end, and found as a {@link
 * Leftover} if the program was killed. Thread-safe.
 */
public final class ScratchFolder implements AutoCloseable {
    private final Path path;
    private final Thread end;

    private ScratchFolder(Path path) {
        this.path = path;
        this.end = new Thread(
                () -> {
                    ProgramEnd.begin();
                    remove(path);
                },
                "orrery-scratch");
    }

    /** {@return the folder in which scratch folders are made} */
    public static Path home() {
        return Path.of(System.getProperty("java.io.tmpdir", "."));
    }

    /**
     * Makes a scratch folder.
     *
     * @param purpose becomes a part of its name
     * @return the folder, to be closed
     * @throws IOException if it cannot be made
     */
    public static ScratchFolder of(String purpose) throws IOException {
        return made(home().resolve(PartName.next(purpose)));
    }

    private static ScratchFolder made(Path path) throws IOException {
        ScratchFolder made = new ScratchFolder(Files.createDirectory(path));
        try {
            Runtime.getRuntime().addShutdownHook(made.end);
        } catch (IllegalStateException _) {
            // The program is ending; its maker closes it.
        }
        return made;
    }

    /**
     * Makes a scratch folder beside a folder that it is to become; {@link #settle} gives it that name.
     *
     * @param target that folder
     * @return the scratch folder, to be closed
     * @throws IOException if it cannot be made, or there is something else than an empty folder of that name
     */
    public static ScratchFolder beside(Path target) throws IOException {
        Path whole = target.toAbsolutePath().normalize();
        Path name = whole.getFileName();
        if (name == null) {
            throw new FileSystemException(target.toString(), null, "it is not the name of a folder");
        }
        checkFree(target, whole);
        Path parent = whole.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return made(whole.resolveSibling(PartName.next(name.toString())));
    }

    private static void checkFree(Path target, Path whole) throws IOException {
        if (!Files.exists(whole, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(whole)) {
            throw new FileSystemException(target.toString(), null, "it is there, and is no folder");
        }
        try (Stream<Path> within = Files.list(whole)) {
            if (within.findAny().isPresent()) {
                throw new FileSystemException(target.toString(), null, "that folder is not empty");
            }
        }
    }

    /**
     * Gives the folder its final name; an empty folder of that name makes way.
     *
     * @param target the final name
     * @throws IOException if that cannot be done; it is then as it was
     */
    public void settle(Path target) throws IOException {
        checkFree(target, target.toAbsolutePath().normalize());
        Files.deleteIfExists(target);
        Files.move(path, target);
    }

    /** {@return where the folder is} */
    public Path path() {
        return path;
    }

    /** Removes it with all that is in it. */
    @Override
    public void close() {
        remove(path);
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException _) {
            // It runs already, and finds nothing.
        }
    }

    static void remove(Path folder) {
        Path doomed = folder;
        try {
            // By its old name nobody puts another file into it meanwhile, as a thread does that is still at work.
            doomed = Files.move(folder, renamed(folder), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException _) {
            // It goes by the name that it has, or is gone.
        }
        try (Stream<Path> walk = Files.walk(doomed)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException _) {
            // It is found as a leftover.
        }
    }

    /** A new name beside it that tells the same purpose. */
    private static Path renamed(Path folder) {
        return folder.resolveSibling(
                PartName.next(PartName.of(folder).map(PartName::target).orElse("scratch")));
    }
}
