package orrery.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import orrery.binding.FileKind;

/**
 * Recognizes a file given by the user by its content: a kernel to open, a trajectory to import, or something else, with
 * what to do about it.
 */
public sealed interface Recognition {
    /**
     * A kernel of any kind, even if damaged or missing: opening it reports what is wrong with it. Also a file with
     * unknown content but a kernel's name, which was meant as one.
     */
    record Kernel() implements Recognition {}

    /** A file of another program that can be imported. */
    record Trajectory(ImportFormat format) implements Recognition {}

    /**
     * Neither.
     *
     * @param sentence the file, what it is, and the cure
     */
    record Refused(String sentence) implements Recognition {}

    /**
     * Examines a file; reads at most its first 64 KiB.
     *
     * @throws IOException if it exists but cannot be read
     */
    static Recognition of(Path file) throws IOException {
        Recognition found = byContent(file);
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return found instanceof Refused && name.matches(".*\\.(bsp|spk|bpc|tm)") ? new Kernel() : found;
    }

    private static Recognition byContent(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Kernel();
        }
        switch (FileKind.of(file)) {
            case SPK, META_KERNEL, TEXT_KERNEL, BINARY_PCK, OTHER_BINARY_KERNEL, LFS_POINTER, COMPRESSED -> {
                return new Kernel();
            }
            default -> {
                // Recognized by what imports it, or refuses it.
            }
        }
        try {
            return new Trajectory(ImportFormat.of(file, false));
        } catch (BadInputException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }
}
