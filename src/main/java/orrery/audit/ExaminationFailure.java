package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Why an examination could not be made, with a cure; this says nothing about the reader. Stateless. */
final class ExaminationFailure {
    private ExaminationFailure() {}

    static String words(Throwable thrown) {
        String why = Objects.requireNonNullElse(
                thrown.getMessage(), thrown.getClass().getSimpleName());
        return switch (thrown) {
            case UncheckedIOException e -> file(Objects.requireNonNull(e.getCause()));
            case OutOfMemoryError _
            when why.contains("native thread") ->
                "The system gives no more threads. Use fewer threads, or raise the limit (ulimit -u), and run"
                        + " it again.";
            case OutOfMemoryError _ ->
                "The memory available to Java was not enough (" + why
                        + "). Use fewer queries or threads, or allow more memory, and run it again.";
            case StackOverflowError _ -> "A thread's stack was too small. Allow more (-Xss), and run it again.";
            default -> "The examination failed: " + thrown + " (a defect of the audit).";
        };
    }

    private static String file(IOException cause) {
        return "A file needed by the examination could not be read or written (" + cause.getMessage()
                + "). Check that the folder for temporary files has room, and run it again.";
    }
}
