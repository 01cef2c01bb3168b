package orrery.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import orrery.files.VisibleText;

/**
 * A file that cannot be imported: one sentence that tells file, line, what stands there, what should, and the cure. Nothing
 * is written of such a file.
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MOST = 60;

    private BadInputException(String message) {
        super(message);
    }

    /**
     * At a line.
     *
     * @param line counted from 1
     * @param stands what stands there, with its verb: {@code "x" stands}
     * @param should what should: {@code where a number should}
     * @param cure what to do, an imperative without a period
     */
    static BadInputException at(Path file, long line, String stands, String should, String cure) {
        return new BadInputException(name(file) + ", line " + line + ": " + stands + " " + should + "; " + cure + ".");
    }

    /** Of the file as a whole. */
    static BadInputException of(Path file, String stands, String cure) {
        return new BadInputException(name(file) + ": " + stands + "; " + cure + ".");
    }

    /** At the place from which a file is no longer JSON. */
    static BadInputException json(Path file, JsonProcessingException e) {
        return at(
                file,
                e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                "JSON stands",
                "that is not well-formed (" + quoted(e.getOriginalMessage()) + ")",
                "see whether it was cut short, or correct it there");
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return VisibleText.line(name == null ? file.toString() : name.toString());
    }

    /** What a file says, in quotation marks, control characters shown, cut where it is long. */
    static String quoted(String text) {
        String shown = VisibleText.line(text.strip());
        return '"' + (shown.length() > MOST ? shown.substring(0, MOST) + "…" : shown) + '"';
    }
}
