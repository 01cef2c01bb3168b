package orrery.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

/** What a command printed did not get where it should: the disk is full, or nobody reads the pipe any more. */
final class OutputLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputLostException(IOException cause) {
        super(words(cause), cause);
    }

    private static String words(IOException cause) {
        String why = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        String small = why.toLowerCase(Locale.ROOT);
        String cure = small.contains("pipe")
                ? "Whoever read it had ended; let it read to the end."
                : small.contains("descriptor")
                        ? "Standard output is closed; send it somewhere."
                        : "Make room, or send it elsewhere, and run it again.";
        return "the output could not be written (" + why + "): what there is of it is not whole. " + cure;
    }
}
