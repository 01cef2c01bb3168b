package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Why an examination could not be made, in words with a cure: it says nothing of the reader. Stateless. */
final class ExaminationFailure {
    private ExaminationFailure() {}

    static String words(Throwable thrown) {
        String why = Objects.requireNonNullElse(
                thrown.getMessage(), thrown.getClass().getSimpleName());
        return switch (thrown) {
            case UncheckedIOException e -> file(Objects.requireNonNull(e.getCause()));
            case OutOfMemoryError _
            when why.contains("native thread") ->
                "The system gives no more threads. Ask for fewer, or raise its limit (ulimit -u), and run it again.";
            case OutOfMemoryError _ ->
                "The memory that Java may use here was not enough (" + why
                        + "). Ask for fewer queries or threads, or give it more, and run it again.";
            case StackOverflowError _ -> "A thread's stack was too small. Give it more (-Xss), and run it again.";
            default -> "The examination failed: " + thrown + " (a defect of the audit).";
        };
    }

    private static String file(IOException cause) {
        return "A file that the examination needs could not be read or written (" + cause.getMessage()
                + "). See that there is room in the folder for temporary files, and run it again.";
    }
}
