package orrery.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for files that are of use while something runs: gone when it is closed or the program is told to end, found as a
 * {@link Leftover} where the program was killed. Thread-safe.
 */
public final class ScratchFolder implements AutoCloseable {
    private final Path path;
    private final Thread end;

    private ScratchFolder(Path path) {
        this.path = path;
        this.end = new Thread(() -> remove(path), "orrery-scratch");
    }

    /** Where they are made. */
    public static Path home() {
        return Path.of(System.getProperty("java.io.tmpdir", "."));
    }

    /**
     * Makes one.
     *
     * @param purpose becomes a part of its name
     * @throws IOException if it cannot be made
     */
    public static ScratchFolder of(String purpose) throws IOException {
        ScratchFolder made = new ScratchFolder(Files.createDirectory(home().resolve(PartName.next(purpose))));
        try {
            Runtime.getRuntime().addShutdownHook(made.end);
        } catch (IllegalStateException _) {
            // The program is ending; whoever made it closes it.
        }
        return made;
    }

    /** Where it is. */
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
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException _) {
            // It is found as a leftover.
        }
    }
}
