package orrery.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.spk.Progress;
import orrery.testing.Shared;
import orrery.testing.SoundKernels;

class KernelDiffTest {
    private static final double DAY = 86_400;
    private static final Path SHIPPED = SoundKernels.shipped();

    @TempDir
    private Path dir;

    @Test
    void aBodyPutTenKilometersAsideDiffersByTenKilometers() throws Exception {
        Path a = kernel("a.bsp", still(399, 0, 0), still(4, 1e8, 0), still(5, 0, 3e8));
        Path b = kernel("b.bsp", still(399, 0, 0), still(4, 1e8, 10), still(7, 0, 1e9));
        List<KernelDiff.Row> rows = compare(a, b, new KernelDiff(0, new int[0], DAY));

        assertThat(rows).extracting(KernelDiff.Row::target).containsExactly(4, 399);
        KernelDiff.Row mars = rows.getFirst();
        assertThat(mars.max()).isEqualTo(10);
        assertThat(mars.rms()).isCloseTo(10, within(1e-12));
        assertThat(mars.maxArcseconds()).isCloseTo(Math.toDegrees(10 / 1e8) * 3600, within(1e-12));
        assertThat(mars.epochs()).isEqualTo(11);
        assertThat(mars.start()).isEqualTo(-5 * DAY);
        assertThat(mars.end()).isEqualTo(5 * DAY);
        assertThat(rows.getLast().max()).isZero();
        assertThat(rows.getLast().maxArcseconds()).isNaN();
    }

    @Test
    void theLastEpochIsComparedWhereTheStepMissesIt() throws Exception {
        Path a = kernel("a.bsp", still(4, 1e8, 0));
        List<KernelDiff.Row> rows = compare(a, a, new KernelDiff(0, new int[] {4, 5}, 4 * DAY));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().epochs()).isEqualTo(4);
        assertThat(rows.getFirst().maxArcseconds()).isNaN();
    }

    @Test
    void statisticsAtSoManyEpochsAreOfThoseOfTheChartHoweverMuchMoreTheKernelsHold() throws Exception {
        // The other bodies' ten days say nothing about a body that both have for one third of a day.
        double day = -5 * DAY;
        RawSegment brief = new ChebyshevLayout(day, 10 * DAY, new double[][][] {{{1e8, 0, 0}, {7, 3, 2}, {0, 5, 0}}})
                .type2(4, 0, RawSegment.J2000, day, day + DAY / 3, "brief");
        Path a = kernel("a.bsp", still(399, 0, 0), brief, still(5, 0, 3e8));
        Path b = kernel("b.bsp", still(399, 0, 0), still(4, 1e8, 0), still(5, 0, 3e8));
        KernelRegistry registry = new KernelRegistry();
        try (KernelHandle one = registry.open(a);
                KernelHandle two = registry.open(b);
                KernelPool first = KernelPool.of(one);
                KernelPool second = KernelPool.of(two)) {
            KernelDiff diff = new KernelDiff(0, new int[0], DAY);
            Ephemeris x = Ephemeris.of(first);
            Ephemeris y = Ephemeris.of(second);
            KernelDiff.Series series = diff.series(x, y, 4, 1000, Progress.NONE);
            List<KernelDiff.Row> rows = diff.compare(x, y, 1000, Progress.NONE).rows();
            assertThat(rows).extracting(KernelDiff.Row::epochs).containsExactly(1000L, 1000L, 1000L);
            assertThat(rows.getFirst().max())
                    .isEqualTo(Arrays.stream(series.km()).max().orElseThrow());
            assertThat(rows.getFirst().maxArcseconds() * 1000)
                    .isEqualTo(Arrays.stream(series.mas()).max().orElseThrow());
        }
    }

    @Test
    void whereAKernelIsInPiecesStatisticsAndChartAreOfTheSameEpochs() throws Exception {
        double[][][] aside = {{{1e8}, {10}, {0}}};
        Path a = kernel(
                "a.bsp",
                new ChebyshevLayout(-5 * DAY, 10 * DAY, aside)
                        .type2(4, 0, RawSegment.J2000, -5 * DAY, -3.3 * DAY, "one"),
                new ChebyshevLayout(-5 * DAY, 10 * DAY, aside)
                        .type2(4, 0, RawSegment.J2000, 1.4 * DAY, 4 * DAY, "two"));
        Path b = kernel("b.bsp", still(4, 1e8, 0));
        KernelRegistry registry = new KernelRegistry();
        try (KernelHandle one = registry.open(a);
                KernelHandle two = registry.open(b);
                KernelPool first = KernelPool.of(one);
                KernelPool second = KernelPool.of(two)) {
            KernelDiff diff = new KernelDiff(0, new int[0], DAY);
            Ephemeris x = Ephemeris.of(first);
            Ephemeris y = Ephemeris.of(second);
            // A day apart, from -5 to 4: two in the first piece, three in the second.
            assertThat(diff.series(x, y, 4, 10, Progress.NONE).et())
                    .containsExactly(-5 * DAY, -4 * DAY, 2 * DAY, 3 * DAY, 4 * DAY);
            assertThat(diff.compare(x, y, 10, Progress.NONE).rows().getFirst().epochs())
                    .isEqualTo(5);
            // Every day from the start of each piece, and its end.
            assertThat(diff.compare(x, y, Progress.NONE).rows().getFirst().epochs())
                    .isEqualTo(3 + 4);
        }
    }

    @Test
    void aComparisonCanBeCalledOff() throws Exception {
        Path a = kernel("a.bsp", still(4, 1e8, 0));
        Progress off = new Progress() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        try (KernelHandle one = new KernelRegistry().open(a);
                KernelPool pool = KernelPool.of(one)) {
            Ephemeris e = Ephemeris.of(pool);
            KernelDiff diff = new KernelDiff(0, new int[0], DAY);
            assertThatThrownBy(() -> diff.compare(e, e, off)).isInstanceOf(CancellationException.class);
        }
        assertThatThrownBy(() -> new KernelDiff(0, new int[0], 0)).hasMessageContaining("positive");
    }

    @Test
    void theShippedKernelStaysNearDe440From2000To2030() throws Exception {
        Path de440 = Shared.real("astronoby_de440s_2000_2030_excerpt");
        List<KernelDiff.Row> about0 = compare(SHIPPED, de440, new KernelDiff(0, new int[0], 9.7 * DAY));
        List<KernelDiff.Row> aboutEarth = compare(SHIPPED, de440, new KernelDiff(399, new int[] {301}, 3.7 * DAY));
        for (int target : new int[] {10, 1, 2, 3, 399, 301, 4, 5, 6}) {
            assertThat(max(about0, target)).as("%d, km", target).isPositive().isLessThan(3);
        }
        for (int target : new int[] {7, 8, 9}) {
            assertThat(max(about0, target)).as("%d, km", target).isPositive().isLessThan(4.5);
        }
        assertThat(max(aboutEarth, 301)).as("Moon, km").isPositive().isLessThan(0.1);
    }

    @Test
    void theShippedKernelStaysNearDe441In1969() throws Exception {
        Path de441 = Shared.real("skyfield_de441-1969");
        List<KernelDiff.Row> rows = compare(SHIPPED, de441, new KernelDiff(10, new int[0], DAY / 3));
        for (int target : new int[] {1, 2, 3, 301}) {
            assertThat(max(rows, target)).as("%d, km", target).isPositive().isLessThan(0.1);
        }
        for (int target : new int[] {4, 5, 6, 7, 8, 9}) {
            assertThat(max(rows, target)).as("%d, km", target).isPositive().isLessThan(6);
        }
    }

    private static double max(List<KernelDiff.Row> rows, int target) {
        return rows.stream()
                .filter(row -> row.target() == target)
                .findFirst()
                .orElseThrow()
                .max();
    }

    private static List<KernelDiff.Row> compare(Path a, Path b, KernelDiff diff) {
        KernelRegistry registry = new KernelRegistry();
        try (KernelHandle one = registry.open(a);
                KernelHandle two = registry.open(b);
                KernelPool first = KernelPool.of(one);
                KernelPool second = KernelPool.of(two)) {
            return diff.compare(Ephemeris.of(first), Ephemeris.of(second), Progress.NONE)
                    .rows();
        }
    }

    private Path kernel(String name, RawSegment... segments) throws Exception {
        Path file = dir.resolve(name);
        SpkWriter.littleEndian().addAll(List.of(segments)).write(file);
        return file;
    }

    /** A body at rest on the x axis, ten days long, put aside in y. */
    private static RawSegment still(int target, double x, double y) {
        double[][][] one = {{{x}, {y}, {0}}};
        return new ChebyshevLayout(-5 * DAY, 10 * DAY, one)
                .type2(target, 0, RawSegment.J2000, -5 * DAY, 5 * DAY, "still");
    }
}
