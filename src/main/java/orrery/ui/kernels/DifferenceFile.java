package orrery.ui.kernels;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import orrery.forge.KernelDiff;

/** A comparison as comma-separated values: {@code target,center,et,km,mas}; whole or not at all. */
final class DifferenceFile {
    private DifferenceFile() {}

    static void write(Path file, List<KernelDiff.Series> series) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (Writer out = Files.newBufferedWriter(part)) {
            out.write("target,center,et,km,mas\n");
            for (KernelDiff.Series s : series) {
                for (int i = 0; i < s.et().length; i++) {
                    double mas = s.mas()[i];
                    out.write(s.target() + "," + s.center() + "," + s.et()[i] + "," + s.km()[i] + ","
                            + (Double.isNaN(mas) ? "" : Double.toString(mas)) + "\n");
                }
            }
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
