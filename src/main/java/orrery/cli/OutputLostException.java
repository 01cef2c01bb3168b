package orrery.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

/** The output of a command was lost: the disk is full, or nobody reads the pipe any more. */
final class OutputLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputLostException(IOException cause) {
        super(words(cause), cause);
    }

    private static String words(IOException cause) {
        String why = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        String small = why.toLowerCase(Locale.ROOT);
        String cure = small.contains("pipe")
                ? "The program that read it had ended; let it read to the end."
                : small.contains("descriptor")
                        ? "Standard output is closed; redirect it somewhere."
                        : "Make room, or redirect it, and run the command again.";
        return "the output could not be written (" + why + "), so it is incomplete. " + cure;
    }
}
