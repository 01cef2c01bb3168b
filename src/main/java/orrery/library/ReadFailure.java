package orrery.library;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import orrery.files.ScratchFolder;

/** Why a file cannot be read, and what to do. Stateless. */
public final class ReadFailure {
    private ReadFailure() {}

    /** The message for the file that the failure names. */
    public static String message(FileSystemException failure) {
        String file = Objects.requireNonNullElse(failure.getFile(), "A file");
        return switch (failure) {
            case NoSuchFileException _ -> file + " is missing. Find out where it went, or choose another.";
            case AccessDeniedException _ ->
                file + " cannot be read by this user. Have its permissions changed, or choose another.";
            case ScratchFolder.TakenException taken ->
                file + ": " + taken.getReason() + ". Choose an empty folder, or another name.";
            default ->
                file + " cannot be read"
                        + (failure.getReason() == null ? "" : ": " + WriteFailure.small(failure.getReason()))
                        + ". Check that its disk is still available, and try again.";
        };
    }
}
