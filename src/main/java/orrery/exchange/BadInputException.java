package orrery.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import orrery.files.VisibleText;

/**
 * A file that cannot be imported: one sentence with the file, the line, what is wrong there, what was expected, and the
 * cure. Nothing is written from such a file.
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MOST = 60;

    private BadInputException(String message) {
        // Whatever of the file is in it, quoted or not.
        super(VisibleText.line(message));
    }

    /**
     * An error at a line.
     *
     * @param line counted from 1
     * @param stands what was found: {@code "x"}
     * @param should what was expected: {@code instead of a number}
     * @param cure what to do, an imperative without a period
     */
    static BadInputException at(Path file, long line, String stands, String should, String cure) {
        return new BadInputException(name(file) + ", line " + line + ": " + stands + " " + should + "; " + cure + ".");
    }

    /** An error of the file as a whole. */
    static BadInputException of(Path file, String stands, String cure) {
        return new BadInputException(name(file) + ": " + stands + "; " + cure + ".");
    }

    /** An error at the place where a file stops being valid JSON. */
    static BadInputException json(Path file, JsonProcessingException e) {
        return at(
                file,
                e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                "JSON",
                "that is not well-formed (" + quoted(e.getOriginalMessage()) + ")",
                "see whether it was truncated, or correct it there");
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return VisibleText.line(name == null ? file.toString() : name.toString());
    }

    /** The file's own text in quotation marks, with control characters visible, shortened if long. */
    static String quoted(String text) {
        String shown = VisibleText.line(text.strip());
        return '"' + (shown.length() > MOST ? shown.substring(0, MOST) + "…" : shown) + '"';
    }
}
