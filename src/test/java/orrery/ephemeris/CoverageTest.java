package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CoverageTest {
    @Test
    void whereBothAreCoveredEachIsAndNowhereElse() {
        Coverage a = of(0, 10, 20, 30, 40, 50);
        Coverage b = of(5, 25, 30, 35, 45, 60);
        assertThat(a.and(b)).isEqualTo(of(5, 10, 20, 25, 30, 30, 45, 50));
        assertThat(b.and(a)).isEqualTo(a.and(b));
        for (double et = -1; et < 70; et += 0.5) {
            assertThat(a.and(b).contains(et)).isEqualTo(a.contains(et) && b.contains(et));
        }
    }

    @Test
    void inManyPiecesEachEpochFindsItsOwnAsAWalkWould() {
        Random random = new Random(22);
        for (int round = 0; round < 200; round++) {
            double[] ends = random.doubles(2L * random.nextInt(1, 12), 0, 100)
                    .map(Math::rint)
                    .sorted()
                    .distinct()
                    .toArray();
            Coverage coverage = of(Arrays.copyOf(ends, ends.length / 2 * 2));
            for (double et = -2; et < 103; et += 0.25) {
                double at = et;
                assertThat(coverage.contains(et))
                        .isEqualTo(coverage.spans().stream().anyMatch(s -> s.contains(at)));
                double nearest = coverage.spans().stream()
                        .mapToDouble(s -> Math.abs(Math.clamp(at, s.start(), s.end()) - at))
                        .min()
                        .orElse(Double.NaN);
                assertThat(Math.abs(coverage.nearest(et) - et)).isEqualTo(nearest);
                assertThat(coverage.isEmpty() || coverage.contains(coverage.nearest(et)))
                        .isTrue();
            }
        }
    }

    @Test
    void withNothingInCommonThereIsNothing() {
        assertThat(of(0, 1).and(of(2, 3)).isEmpty()).isTrue();
        assertThat(of(0, 1).and(of()).isEmpty()).isTrue();
    }

    @Test
    void theNearestCoveredEpochIsAnEndOrTheEpochItself() {
        Coverage coverage = of(0, 10, 20, 30);
        assertThat(coverage.nearest(5)).isEqualTo(5);
        assertThat(coverage.nearest(14)).isEqualTo(10);
        assertThat(coverage.nearest(16)).isEqualTo(20);
        assertThat(coverage.nearest(99)).isEqualTo(30);
        assertThat(of().nearest(1)).isNaN();
        assertThat(coverage.nearest(Double.POSITIVE_INFINITY)).isEqualTo(30);
        assertThat(coverage.nearest(Double.NEGATIVE_INFINITY)).isEqualTo(0);
    }

    private static Coverage of(double... ends) {
        List<Coverage.Span> spans = IntStream.range(0, ends.length / 2)
                .mapToObj(i -> new Coverage.Span(ends[2 * i], ends[2 * i + 1]))
                .toList();
        return new Coverage(spans);
    }
}
