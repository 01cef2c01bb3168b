package orrery.library;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Names of files that came as text: out of a list, or from the command line. Not every text is a name here: one with a NUL in
 * it nowhere, one with letters that the system's locale does not have (as {@code LC_ALL=C} has no ü) not in this run.
 * Stateless.
 */
public final class PathText {
    private PathText() {}

    /** The path that a text names; empty where no file can have that name in this run. */
    public static Optional<Path> parse(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** Why a text is not the name of a file, and what to do, in one sentence. */
    public static String refusal(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(200).forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? 0xFFFD : c));
        return text.indexOf('\0') >= 0
                ? "\"" + shown + "\" holds a NUL: no file has such a name."
                : "\"" + shown + "\" cannot be opened under the locale of this run, which has not all of its letters"
                        + " (encoding " + System.getProperty("sun.jnu.encoding", "unknown")
                        + "). Start the program with LC_ALL=C.UTF-8.";
    }
}
