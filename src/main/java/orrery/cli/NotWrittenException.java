package orrery.cli;

import java.io.IOException;
import java.nio.file.Path;
import orrery.library.WriteFailure;

/** A file that a command was to write could not be written; the message says which, why, and what to do. */
final class NotWrittenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotWrittenException(String message, IOException cause) {
        super(message, cause);
    }

    /**
     * Of a file that was named, or of one that it was to be made of.
     *
     * @param file the name that was given
     */
    static NotWrittenException of(Path file, IOException cause) {
        return new NotWrittenException(WriteFailure.message(file, cause), cause);
    }
}
