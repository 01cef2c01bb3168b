package orrery.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.spk.Progress;
import orrery.testing.Shared;
import orrery.testing.SoundKernels;

/**
 * How far the shipped kernel is from DE440s, against jplephem and numpy on the same two files
 * (src/test/python/differences.py).
 */
class DifferencesTest {
    private static final double DAY = 86_400;
    /** Two readers, each of which rounds positions of 10^9 km to some 10^-7 km. */
    private static final double KM = 1e-6;
    /** As much at the Moon's distance; farther bodies are held to less. */
    private static final double MAS_AT_MOON = 1e-3;

    private static final double MAS = 2e-6;
    private static final double KM_S = 1e-13;

    @TempDir
    private Path dir;

    @Test
    void kilometersAndMilliarcsecondsAtSingleEpochsAreJplephems() throws Exception {
        int asked = 0;
        try (Both both = new Both()) {
            for (String[] row : rows("at")) {
                int target = Integer.parseInt(row[1]);
                double et = Double.parseDouble(row[2]);
                double[] about = new double[2];
                double mas = Double.NaN;
                for (int i = 0; i < 2; i++) {
                    KernelDiff one = new KernelDiff(10 * i, new int[0], 1, et, et);
                    KernelDiff.Series series = one.series(both.first, both.second, target, 2, Progress.NONE);
                    assertThat(series.et()).as("epochs").containsExactly(et);
                    about[i] = series.km()[0];
                    mas = series.mas()[0];
                }
                assertThat(about[0]).as(String.join(",", row)).isCloseTo(Double.parseDouble(row[3]), within(KM));
                assertThat(about[1]).as(String.join(",", row)).isCloseTo(Double.parseDouble(row[4]), within(KM));
                assertThat(mas)
                        .as(String.join(",", row))
                        .isCloseTo(Double.parseDouble(row[5]), within(target == 301 ? MAS_AT_MOON : MAS));
                asked++;
            }
        }
        assertThat(asked).isEqualTo(30);
    }

    @Test
    void statisticsAreNumpys() throws Exception {
        int asked = 0;
        try (Both both = new Both()) {
            for (String[] row : rows("all")) {
                int target = Integer.parseInt(row[1]);
                long epochs = Long.parseLong(row[3]);
                double[] said = Arrays.stream(row)
                        .skip(4)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                int center = Integer.parseInt(row[2]);
                KernelDiff diff = new KernelDiff(center, new int[] {target}, DAY, 0, (epochs - 1) * DAY);
                KernelDiff.Row found = diff.compare(both.first, both.second, Progress.NONE)
                        .rows()
                        .getFirst();
                String as = String.join(",", row);
                assertThat(found.epochs()).as(as).isEqualTo(epochs);
                assertThat(found.max()).as(as).isCloseTo(said[0], within(KM));
                assertThat(found.maxAt()).as(as).isEqualTo(said[1]);
                assertThat(found.rms()).as(as).isCloseTo(said[2], within(KM));
                assertThat(found.mean()).as(as).isCloseTo(said[3], within(KM));
                assertThat(found.median()).as(as).isCloseTo(said[4], within(KM));
                assertThat(found.p95()).as(as).isCloseTo(said[5], within(KM));
                assertThat(found.maxSpeed()).as(as).isCloseTo(said[6], within(KM_S));
                assertThat(found.rmsSpeed()).as(as).isCloseTo(said[7], within(KM_S));
                double mas = target == 301 ? MAS_AT_MOON : MAS;
                assertThat(found.maxArcseconds() * 1000).as(as).isCloseTo(said[8], within(mas));
                assertThat(found.rmsArcseconds() * 1000).as(as).isCloseTo(said[9], within(mas));
                asked++;
            }
        }
        assertThat(asked).isEqualTo(10);
    }

    @Test
    void theExportedFileHoldsTheFiguresThatTheStatisticsAreOf() throws Exception {
        Path file = dir.resolve("differences.csv");
        KernelDiff.Row row;
        try (Both both = new Both()) {
            KernelDiff diff = new KernelDiff(10, new int[] {4}, 1, 0, 11_300 * DAY);
            row = diff.compare(both.first, both.second, 11_301, Progress.NONE)
                    .rows()
                    .getFirst();
            DifferenceFile.write(file, List.of(diff.series(both.first, both.second, 4, 11_301, Progress.NONE)), true);
        }
        double[][] read = Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
        assertThat(read).hasDimensions(11_301, 8);
        double[] km = Arrays.stream(read).mapToDouble(line -> line[3]).toArray();
        assertThat(Arrays.stream(km).max().orElseThrow()).isEqualTo(row.max());
        for (double[] line : read) {
            assertThat(Math.hypot(Math.hypot(line[5], line[6]), line[7])).isCloseTo(line[3], within(1e-9));
        }
        assertThat(Arrays.stream(read)
                        .mapToDouble(line -> Math.abs(line[6]))
                        .max()
                        .orElseThrow())
                .isEqualTo(row.parts().maxAlong());
        double mean = Arrays.stream(km).map(v -> v * v).sum() / km.length;
        assertThat(Math.sqrt(mean)).isCloseTo(row.rms(), within(1e-12));
        assertThat(Arrays.stream(read).mapToDouble(line -> line[4]).max().orElseThrow())
                .isCloseTo(row.maxArcseconds() * 1000, within(1e-12));
        String[] said = rows("all").stream()
                .filter(r -> r[1].equals("4") && r[2].equals("10"))
                .findFirst()
                .orElseThrow();
        assertThat(row.max()).isCloseTo(Double.parseDouble(said[4]), within(KM));
    }

    private static List<String[]> rows(String kind) throws Exception {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DifferencesTest.class.getResourceAsStream("differences.csv")),
                StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> line.startsWith(kind + ","))
                    .map(line -> line.split(","))
                    .toList();
        }
    }

    /** The shipped kernel and the excerpt of DE440s, open. */
    private static final class Both implements AutoCloseable {
        private final KernelPool ours;
        private final KernelPool de440s;
        final Ephemeris first;
        final Ephemeris second;

        Both() {
            KernelRegistry registry = new KernelRegistry();
            Path shipped = SoundKernels.shipped();
            try (KernelHandle a = registry.open(shipped);
                    KernelHandle b = registry.open(Shared.real("astronoby_de440s_2000_2030_excerpt"))) {
                ours = KernelPool.of(a);
                de440s = KernelPool.of(b);
            }
            first = Ephemeris.of(ours);
            second = Ephemeris.of(de440s);
        }

        @Override
        public void close() {
            ours.close();
            de440s.close();
        }
    }
}
