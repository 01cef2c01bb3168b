package orrery.forge;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Differences over time as comma-separated values: {@code target,center,et,km,mas}, et in TDB seconds past J2000, the
 * last column empty where the Earth is missing. Stateless.
 */
public final class DifferenceFile {
    private DifferenceFile() {}

    /**
     * Writes them, whole or not at all; into what is no ordinary file (a pipe, a device) as they come.
     *
     * @throws IOException if it cannot be written; nothing half-written is left
     */
    public static void write(Path file, List<KernelDiff.Series> series) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a directory");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            put(file, series);
            return;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            put(part, series);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void put(Path file, List<KernelDiff.Series> series) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("target,center,et,km,mas\n");
            for (KernelDiff.Series s : series) {
                for (int i = 0; i < s.et().length; i++) {
                    double mas = s.mas()[i];
                    out.write(s.target() + "," + s.center() + "," + s.et()[i] + "," + s.km()[i] + ","
                            + (Double.isNaN(mas) ? "" : Double.toString(mas)) + "\n");
                }
            }
        }
    }
}
