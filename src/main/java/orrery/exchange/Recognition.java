package orrery.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import orrery.binding.FileKind;
import orrery.spk.Progress;

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
        Recognition told = told(file);
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return told instanceof Refused && name.matches(".*\\.(bsp|spk|bpc|tm)") ? new Kernel() : told;
    }

    private static Recognition told(Path file) throws IOException {
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
            Optional<ImportFormat> told = ImportFormat.of(file);
            if (told.isPresent()) {
                return new Trajectory(told.get());
            }
            try (SourceStream source = SourceStream.of(file, Progress.NONE)) {
                if (CsvTable.isOne(file, new InputText(source))) {
                    return new Trajectory(ImportFormat.CSV);
                }
            }
            throw BadInputException.of(
                    file,
                    "it is neither a kernel nor in a format that can be imported (" + ImportFormat.list() + ")",
                    "give a table a header that names an epoch and x, y, z, or name its columns on the Make page"
                            + " or with --columns");
        } catch (BadInputException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }
}
