package orrery.library;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import orrery.files.PartFile;
import orrery.files.ScratchFolder;

/** Why a file cannot be written, and what to do, using the name given by the user. Stateless. */
public final class WriteFailure {
    private WriteFailure() {}

    /**
     * The message.
     *
     * @param file the given name, of a file or of a folder of files; temporary names are an internal detail
     * @param failure the failure of writing it
     */
    public static String sentence(Path file, IOException failure) {
        if (failure instanceof ScratchFolder.TakenException taken) {
            return ReadFailure.message(taken);
        }
        if (Files.isDirectory(file, new LinkOption[0]) && !isWithin(file, failure)) {
            return file + " is a directory. Give the name of a file in it.";
        }
        String why = why(failure);
        return file + " cannot be written: " + why
                + (why.contains("space") ? ". Make room, or choose another place." : ". Choose another place.");
    }

    /**
     * The message for a failure while a file was made from others: about the file written, or one that was read.
     *
     * @param file the given name of the file or folder to write
     */
    public static String message(Path file, IOException failure) {
        if (!(failure instanceof FileSystemException e) || isOf(file, e)) {
            return sentence(file, failure);
        }
        // Another file that was to be written has a temporary name, too.
        return PartFile.targetOf(Path.of(e.getFile()))
                .map(other -> sentence(other, failure))
                .orElseGet(() -> ReadFailure.message(e));
    }

    /** Whether the failure concerns a file in this folder. */
    private static boolean isWithin(Path folder, IOException failure) {
        if (!(failure instanceof FileSystemException e) || e.getFile() == null) {
            return false;
        }
        Path parent = Path.of(e.getFile()).toAbsolutePath().normalize().getParent();
        return parent != null && parent.startsWith(folder.toAbsolutePath().normalize());
    }

    /** Whether the failure concerns the file, one in it, a temporary one beside it, or a folder above it. */
    private static boolean isOf(Path file, FileSystemException failure) {
        if (failure.getFile() == null) {
            return true;
        }
        Path meant = file.toAbsolutePath().normalize();
        Path failed = Path.of(failure.getFile()).toAbsolutePath().normalize();
        return meant.startsWith(failed)
                || isWithin(file, failure)
                || (failed.toString().endsWith(".part")
                        && failed.getParent() != null
                        && meant.startsWith(failed.getParent()));
    }

    private static String why(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "its folder does not exist and cannot be created";
            case FileAlreadyExistsException e -> e.getFile() + " is a file, no folder";
            case FileSystemException e when e.getReason() != null -> small(e.getReason());
            case FileSystemException e -> e.getClass().getSimpleName();
            default -> failure.getMessage() == null ? failure.toString() : small(failure.getMessage());
        };
    }

    /** The system's message, in the middle of a sentence. */
    static String small(String reason) {
        String plain = reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
        return plain.substring(0, Math.min(1, plain.length())).toLowerCase(Locale.ROOT)
                + plain.substring(Math.min(1, plain.length()));
    }
}
