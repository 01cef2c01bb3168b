package orrery.library;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Why a file cannot be read, and what to do. Stateless. */
public final class ReadFailure {
    private ReadFailure() {}

    /** Says it of the file that the failure names. */
    public static String message(FileSystemException failure) {
        String file = Objects.requireNonNullElse(failure.getFile(), "A file");
        return switch (failure) {
            case NoSuchFileException _ -> file + " is not there. Look for where it went, or choose another.";
            case AccessDeniedException _ ->
                file + " may not be read by this user. Have its permissions changed, or choose another.";
            default ->
                file + " cannot be read"
                        + (failure.getReason() == null ? "" : ": " + WriteFailure.small(failure.getReason()))
                        + ". See whether its disk is still there, and try again.";
        };
    }
}
