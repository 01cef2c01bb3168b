package orrery.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import orrery.cli.SnapshotRenderer.NotStartedException;

/**
 * What must be present before JavaFX starts. Without enough memory JavaFX does not fail but hangs half-started; without
 * a place for its native libraries it fails where nobody would look for the cause.
 */
final class StartNeeds {
    /** With 96 MB the first picture of a window of 1600 x 1000 pixels does not fit; with 128 MB it does. */
    private static final long LEAST_MB = 128;

    /** Some collectors do not count a part of the heap that they keep empty. */
    private static final double COUNTED = 0.9;

    private static final String CACHE = "javafx.cachedir";

    private StartNeeds() {}

    /**
     * Checks the requirements, and gives JavaFX another place for its libraries if the home folder is not writable.
     *
     * @throws NotStartedException if something is missing; the message gives the cure
     */
    static void check() {
        memory(Runtime.getRuntime().maxMemory());
        Display.drawingLack().ifPresent(lack -> {
            throw new NotStartedException(
                    Fxml.WORDS.get(lack.key(), lack.arguments().toArray()));
        });
        if (System.getProperty(CACHE, "").isEmpty()) {
            Path home = Path.of(System.getProperty("user.home", "."));
            Path temporary = Path.of(System.getProperty("java.io.tmpdir", "."));
            Path place = cache(home, temporary, System.getProperty("user.name", "nobody"));
            if (!place.startsWith(home)) {
                System.setProperty(CACHE, place.toString());
            }
        }
    }

    static void memory(long most) {
        if (most < LEAST_MB * COUNTED * (1 << 20)) {
            throw new NotStartedException("Java may use " + (most >> 20) + " MB of memory here, but drawing"
                    + " needs at least "
                    + LEAST_MB + ". Allow more, such as with JAVA_TOOL_OPTIONS=-Xmx1g.");
        }
    }

    /** A place for JavaFX's native libraries: its usual one in the home folder, or else one for temporary files. */
    static Path cache(Path home, Path temporary, String user) {
        Path usual = home.resolve(".openjfx").resolve("cache");
        Path other = temporary.resolve(".openjfx_" + user).resolve("cache");
        if (isWritable(usual)) {
            return usual;
        }
        if (isWritable(other)) {
            return other;
        }
        throw new NotStartedException("JavaFX has no place for its native libraries: neither " + usual + " nor " + other
                + " is writable. Name a writable folder: JAVA_TOOL_OPTIONS=-D" + CACHE + "=FOLDER.");
    }

    private static boolean isWritable(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException | SecurityException e) {
            return false;
        }
    }
}
