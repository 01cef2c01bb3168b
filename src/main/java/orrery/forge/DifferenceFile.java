package orrery.forge;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import orrery.files.PartFile;

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
        PartFile.write(file, stream -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            out.write("target,center,et,km,mas\n");
            for (KernelDiff.Series s : series) {
                for (int i = 0; i < s.et().length; i++) {
                    double mas = s.mas()[i];
                    out.write(s.target() + "," + s.center() + "," + s.et()[i] + "," + s.km()[i] + ","
                            + (Double.isNaN(mas) ? "" : Double.toString(mas)) + "\n");
                }
            }
            out.flush();
        });
    }
}
