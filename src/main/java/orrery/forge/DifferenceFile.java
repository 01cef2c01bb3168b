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
 * last column empty without the Earth; and optionally {@code radial,along,cross} in km, empty where the motion defines
 * no such directions. Stateless.
 */
public final class DifferenceFile {
    private DifferenceFile() {}

    /**
     * Writes them completely or not at all; directly if the target is not a regular file (a pipe, a device).
     *
     * @param parts whether to include radial, along-track and cross-track differences
     * @throws IOException if it cannot be written; nothing incomplete is left
     */
    public static void write(Path file, List<KernelDiff.Series> series, boolean parts) throws IOException {
        PartFile.write(file, stream -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            out.write("target,center,et,km,mas" + (parts ? ",radial,along,cross" : "") + "\n");
            for (KernelDiff.Series s : series) {
                for (int i = 0; i < s.et().length; i++) {
                    out.write(s.target() + "," + s.center() + "," + s.et()[i] + "," + s.km()[i] + "," + cell(s.mas()[i])
                            + (parts
                                    ? "," + cell(s.radial()[i]) + "," + cell(s.along()[i]) + "," + cell(s.cross()[i])
                                    : "")
                            + "\n");
                }
            }
            out.flush();
        });
    }

    private static String cell(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
