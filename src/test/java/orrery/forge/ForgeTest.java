package orrery.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.spk.Progress;
import orrery.testing.SoundKernels;

class ForgeTest {
    private static final double DAY = 86_400;
    private static final Path SHIPPED = SoundKernels.shipped();
    private static final ForgeSpec SHORT = new ForgeSpec(-100 * DAY, 200 * DAY);

    private static byte[] made;

    @TempDir
    private Path dir;

    @BeforeAll
    static void forge() {
        made = Forge.writer(SHORT, Progress.NONE).toBytes();
    }

    @Test
    void theSameSpanMakesTheSameBytes() throws Exception {
        Path file = dir.resolve("again.bsp");
        Forge.write(SHORT, file, Progress.NONE);
        assertThat(Files.readAllBytes(file)).isEqualTo(made);
    }

    @Test
    @Tag("long")
    void theShippedKernelIsWhatTheForgeMakes() throws Exception {
        assertThat(Forge.writer(ForgeSpec.SHIPPED, Progress.NONE).toBytes()).isEqualTo(Files.readAllBytes(SHIPPED));
    }

    @Test
    void aGranuleIsTheSameToTheBitInTheShippedKernel() throws Exception {
        assertThat(comparedGranules(new DafBytes(Files.readAllBytes(SHIPPED)), new DafBytes(made)))
                .as("granules compared")
                .isGreaterThan(15 * 10);
    }

    @Test
    void aGranuleIsTheSameToTheBitWhateverTheSpan() {
        byte[] other =
                Forge.writer(new ForgeSpec(50 * DAY, 120 * DAY), Progress.NONE).toBytes();
        assertThat(comparedGranules(new DafBytes(made), new DafBytes(other)))
                .as("granules compared")
                .isGreaterThan(15 * 2);
    }

    private static int comparedGranules(DafBytes whole, DafBytes part) {
        int compared = 0;
        List<DafBytes.Summary> segments = whole.summaries();
        List<DafBytes.Summary> parts = part.summaries();
        assertThat(parts).hasSameSizeAs(segments);
        for (int s = 0; s < parts.size(); s++) {
            double[] a = whole.body(segments.get(s));
            double[] b = part.body(parts.get(s));
            int size = (int) b[b.length - 2];
            int count = (int) b[b.length - 1];
            if (count == 1) {
                continue; // 199 and 299: nought
            }
            assertThat(a[a.length - 2]).isEqualTo(size);
            int offset = (int) ((b[b.length - 4] - a[a.length - 4]) / b[b.length - 3]);
            for (int i = 0; i < count; i++) {
                double[] one = Arrays.copyOfRange(a, (offset + i) * size, (offset + i + 1) * size);
                double[] two = Arrays.copyOfRange(b, i * size, (i + 1) * size);
                assertThat(Arrays.equals(one, two))
                        .as("granule %d of %s", i, parts.get(s))
                        .isTrue();
                compared++;
            }
        }
        return compared;
    }

    @Test
    void theFitStaysWithinATenthOfAMetreOfTheIntegration() {
        DafBytes daf = new DafBytes(made);
        Map<Integer, Integer> bodies = Map.ofEntries(
                Map.entry(10, NBody.SUN),
                Map.entry(1, NBody.MERCURY),
                Map.entry(2, NBody.VENUS),
                Map.entry(4, NBody.MARS),
                Map.entry(5, NBody.JUPITER),
                Map.entry(6, NBody.SATURN),
                Map.entry(7, NBody.URANUS),
                Map.entry(8, NBody.NEPTUNE),
                Map.entry(9, NBody.PLUTO));
        Map<Integer, int[]> pairs = Map.of(
                2000001, new int[] {SolarSystem.CERES, NBody.SUN},
                2000002, new int[] {SolarSystem.PALLAS, NBody.SUN},
                2000004, new int[] {SolarSystem.VESTA, NBody.SUN});
        double[] worst = {0};
        AtomicInteger compared = new AtomicInteger();
        Integration integration = new Integration(SolarSystem.gm(), SolarSystem.states(), SolarSystem.forces());
        integration.run(
                190 * DAY,
                (et, b) -> {
                    for (DafBytes.Summary s : daf.summaries()) {
                        double[] fitted = daf.series(s, et);
                        for (int axis = 0; axis < 3; axis++) {
                            double there;
                            if (bodies.containsKey(s.target())) {
                                there = b.r[3 * bodies.get(s.target()) + axis];
                            } else if (pairs.containsKey(s.target())) {
                                there = b.offset(pairs.get(s.target())[1], pairs.get(s.target())[0], axis);
                            } else if (s.target() == 301) {
                                double[] earth = daf.series(daf.summaries().get(11), et);
                                fitted[axis] -= earth[axis];
                                there = b.offset(NBody.EARTH, NBody.MOON, axis);
                            } else if (s.target() == 3) {
                                double[] earth = daf.series(daf.summaries().get(11), et);
                                fitted[axis] += earth[axis];
                                there = b.r[3 * NBody.EARTH + axis];
                            } else {
                                continue;
                            }
                            compared.incrementAndGet();
                            worst[0] = Math.max(worst[0], Math.abs(fitted[axis] - there));
                        }
                    }
                },
                et -> true);
        assertThat(compared.get()).isGreaterThan(14 * 3 * 700);
        assertThat(worst[0]).as("km").isPositive().isLessThan(1e-4);
    }

    @Test
    void granulesMeetInPositionAndVelocity() {
        DafBytes daf = new DafBytes(made);
        for (DafBytes.Summary s : daf.summaries()) {
            double[] body = daf.body(s);
            int size = (int) body[body.length - 2];
            int count = (int) body[body.length - 1];
            int terms = (size - 2) / 3;
            for (int i = 1; i < count; i++) {
                for (int axis = 0; axis < 3; axis++) {
                    double before = 0;
                    double after = 0;
                    double slopeBefore = 0;
                    double slopeAfter = 0;
                    for (int k = 0; k < terms; k++) {
                        double one = body[(i - 1) * size + 2 + axis * terms + k];
                        double two = body[i * size + 2 + axis * terms + k];
                        int sign = k % 2 == 0 ? 1 : -1;
                        before += one;
                        after += sign * two;
                        slopeBefore += k * k * one;
                        slopeAfter -= sign * k * k * two;
                    }
                    assertThat(after).isCloseTo(before, within(1e-9 * (1e3 + Math.abs(before))));
                    assertThat(slopeAfter / body[1]).isCloseTo(slopeBefore / body[1], within(1e-9));
                }
            }
        }
    }

    @Test
    void theShippedKernelHasTheLayoutOfDeKernels() throws Exception {
        byte[] file = Files.readAllBytes(SHIPPED);
        DafBytes daf = new DafBytes(file);
        assertThat(file.length).isLessThanOrEqualTo(20_000_000);
        assertThat(file.length % 1024).isZero();
        List<String> pairs = new ArrayList<>();
        for (DafBytes.Summary s : daf.summaries()) {
            pairs.add(s.target() + "/" + s.center());
            assertThat(s.type()).isEqualTo(2);
            assertThat(s.frame()).isEqualTo(1);
            assertThat(s.start()).as("covers 1900-01-01").isLessThanOrEqualTo(-36_524.5 * DAY);
            assertThat(s.end()).as("covers 2100-01-01").isGreaterThanOrEqualTo(36_524.5 * DAY);
        }
        assertThat(pairs)
                .containsExactly(
                        "1/0",
                        "2/0",
                        "3/0",
                        "4/0",
                        "5/0",
                        "6/0",
                        "7/0",
                        "8/0",
                        "9/0",
                        "10/0",
                        "301/3",
                        "399/3",
                        "199/1",
                        "299/2",
                        "2000001/10",
                        "2000002/10",
                        "2000004/10");
        assertThat(daf.comment())
                .contains("Einstein-Infeld-Hoffmann")
                .contains("JD 2414992.5 TDB to JD 2488080.5 TDB")
                .contains("Measured differences from DE440");
    }

    @Test
    void aForgingCalledOffWritesNothing() throws IOException {
        Path file = dir.resolve("never.bsp");
        List<Double> told = new ArrayList<>();
        Progress enough = new Progress() {
            @Override
            public void at(double fraction) {
                told.add(fraction);
            }

            @Override
            public boolean isCancelled() {
                return told.size() >= 3;
            }
        };
        assertThatThrownBy(() -> Forge.write(SHORT, file, enough)).isInstanceOf(CancellationException.class);
        assertThat(file).doesNotExist();
        assertThat(told).hasSize(3).isSorted().allMatch(f -> f > 0 && f < 1);
    }

    @Test
    void aSpanThatIsEmptyOrTooFarIsRefusedInASentence() {
        assertThatThrownBy(() -> new ForgeSpec(1, 1)).hasMessageContaining("empty");
        assertThatThrownBy(() -> new ForgeSpec(Double.NaN, 1)).hasMessageContaining("empty");
        assertThatThrownBy(() -> new ForgeSpec(0, 1e11)).hasMessageContaining("250 years");
    }
}
