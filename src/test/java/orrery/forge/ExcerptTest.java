package orrery.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.testing.SoundKernels;

class ExcerptTest {
    private static final double DAY = 86_400;
    private static final Path SHIPPED = SoundKernels.shipped();

    @TempDir
    private Path dir;

    @Test
    void anExcerptAnswersToTheBitAsItsSourceDoes() throws Exception {
        double from = 8_000 * DAY + 0.3;
        double to = 8_123.4 * DAY;
        Path file = dir.resolve("excerpt.bsp");
        try (KernelHandle source = new KernelRegistry().open(SHIPPED)) {
            Excerpt.Result result = new Excerpt(Set.of(301, 2000004), from, to).of(source);
            result.writer().write(file);
            assertThat(result.leftOut()).isEmpty();
            assertThat(result.segments()).as("301, 3, 2000004, 10").isEqualTo(4);
            assertThat(Files.size(file)).isLessThan(40_000);
            sameStates(source, file, new int[] {301, 3, 2000004, 10}, from, to);
        }
    }

    @Test
    void bigEndianSegmentsWithManySummaryRecordsAreCopiedToo() throws Exception {
        Path ceres = SoundKernels.manyBigEndian(dir.resolve("many.bsp"));
        Path file = dir.resolve("ceres.bsp");
        try (KernelHandle source = new KernelRegistry().open(ceres)) {
            Excerpt.Result result = new Excerpt(Set.of(), -3_050 * DAY, 3_000 * DAY).of(source);
            result.writer().write(file);
            assertThat(result.segments()).isGreaterThan(50);
            try (KernelHandle copy = new KernelRegistry().open(file);
                    KernelPool whole = KernelPool.of(source);
                    KernelPool part = KernelPool.of(copy)) {
                assertThat(copy.file().order()).isEqualTo(source.file().order());
                assertThat(copy.comment()).contains("Excerpt of", "SPK file contents");
                Random random = new Random(7);
                double[] one = new double[6];
                double[] two = new double[6];
                for (int i = 0; i < 200; i++) {
                    double et = (-3_050 + 6_050 * random.nextDouble()) * DAY;
                    Ephemeris.of(whole).state(2000001, 10, et, one);
                    Ephemeris.of(part).state(2000001, 10, et, two);
                    assertThat(two).isEqualTo(one);
                }
            }
        }
    }

    @Test
    void typesThatAreNotCutAreCopiedWhole() throws Exception {
        Path file = dir.resolve("raw.bsp");
        // Type 13: four states of a body that moves along x, their epochs, window size less one, their number.
        double[] data = new double[30];
        for (int i = 0; i < 4; i++) {
            data[6 * i] = 7000 + 30 * i;
            data[6 * i + 3] = 1;
            data[24 + i] = 30 * i;
        }
        data[28] = 3;
        data[29] = 4;
        RawSegment raw = new RawSegment(-5, 399, 1, 13, 0, 90, "states", data);
        SpkWriter.of(ByteOrder.BIG_ENDIAN).add(raw).write(file);
        try (KernelHandle source = new KernelRegistry().open(file)) {
            Excerpt.Result result = new Excerpt(Set.of(-5), 40, 60).of(source);
            DafBytes daf = new DafBytes(result.writer().toBytes());
            assertThat(result.leftOut()).isEmpty();
            assertThat(daf.body(daf.summaries().getFirst())).isEqualTo(data);
            assertThat(daf.summaries().getFirst().end()).isEqualTo(90);
            assertThat(new Excerpt(Set.of(-6), 40, 60).of(source).segments()).isZero();
            assertThat(new Excerpt(Set.of(-5), 101, 160).of(source).segments()).isZero();
        }
        assertThatThrownBy(() -> new Excerpt(Set.of(), 1, 0)).hasMessageContaining("empty");
    }

    private static void sameStates(KernelHandle source, Path file, int[] targets, double from, double to) {
        try (KernelHandle copy = new KernelRegistry().open(file);
                KernelPool whole = KernelPool.of(source);
                KernelPool part = KernelPool.of(copy)) {
            Ephemeris a = Ephemeris.of(whole);
            Ephemeris b = Ephemeris.of(part);
            assertThat(b.coverage(301, 0).start()).isEqualTo(from);
            assertThat(b.coverage(301, 0).end()).isEqualTo(to);
            Random random = new Random(1);
            double[] one = new double[6];
            double[] two = new double[6];
            for (int i = 0; i < 500; i++) {
                double et = i == 0 ? from : i == 1 ? to : from + random.nextDouble() * (to - from);
                for (int target : targets) {
                    a.state(target, 0, et, one);
                    b.state(target, 0, et, two);
                    assertThat(two).as("%d at %s", target, et).isEqualTo(one);
                }
            }
        }
    }
}
