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
 * last column empty where the Earth is missing; and, where asked for, {@code radial,along,cross} in km, empty where the motion
 * has no such directions. Stateless.
 */
public final class DifferenceFile {
    private DifferenceFile() {}

    /**
     * Writes them, whole or not at all; into what is no ordinary file (a pipe, a device) as they come.
     *
     * @param parts whether radial, along-track and cross-track differences stand in it too
     * @throws IOException if it cannot be written; nothing half-written is left
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
