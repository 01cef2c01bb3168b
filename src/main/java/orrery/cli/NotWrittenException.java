package orrery.cli;

import java.io.IOException;
import java.nio.file.Path;
import orrery.library.WriteFailure;

/** An output file could not be written; the message says which, why, and what to do. */
final class NotWrittenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotWrittenException(String message, IOException cause) {
        super(message, cause);
    }

    /**
     * For a file given by name, or for one it was to be made from.
     *
     * @param file the given name
     */
    static NotWrittenException of(Path file, IOException cause) {
        return new NotWrittenException(WriteFailure.message(file, cause), cause);
    }
}
