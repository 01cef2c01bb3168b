package orrery.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import orrery.ephemeris.Ephemeris;
import orrery.forge.KernelDiff;
import orrery.forge.Progress;

/** Differences over time as comma-separated values: {@code target,center,et,km,mas}, whole or not at all. */
final class DiffCsv {
    private static final int POINTS = 1000;

    private DiffCsv() {}

    static void write(Path file, KernelDiff diff, List<KernelDiff.Row> rows, Ephemeris a, Ephemeris b)
            throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (Writer out = Files.newBufferedWriter(part)) {
            out.write("target,center,et,km,mas\n");
            for (KernelDiff.Row row : rows) {
                KernelDiff.Series series = diff.series(a, b, row.target(), POINTS, Progress.NONE);
                for (int i = 0; i < series.et().length; i++) {
                    double mas = series.mas()[i];
                    out.write(series.target() + "," + series.center() + "," + series.et()[i] + "," + series.km()[i]
                            + "," + (Double.isNaN(mas) ? "" : Double.toString(mas)) + "\n");
                }
            }
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
