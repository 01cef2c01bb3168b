package orrery.library;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * File names given as text: from a list, or from the command line. Not every text is a valid name: one with a NUL is
 * valid nowhere, and one with letters outside the system's locale (such as ü with {@code LC_ALL=C}) is not valid in
 * this run. Stateless.
 */
public final class PathText {
    private PathText() {}

    /** The path for a text; empty if no file can have that name in this run. */
    public static Optional<Path> parse(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** Why a text is not a valid file name, and what to do, in one sentence. */
    public static String refusal(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(200).forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? 0xFFFD : c));
        return text.indexOf('\0') >= 0
                ? "\"" + shown + "\" contains a NUL: no file has such a name."
                : "\"" + shown + "\" cannot be opened under the locale of this run, which lacks some of its letters"
                        + " (encoding " + System.getProperty("sun.jnu.encoding", "unknown")
                        + "). Start the program with LC_ALL=C.UTF-8.";
    }
}
