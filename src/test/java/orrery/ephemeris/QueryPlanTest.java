package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.forge.ChebyshevLayout;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.testing.Shared;

class QueryPlanTest {
    @TempDir
    private Path dir;

    private final KernelRegistry registry = new KernelRegistry();

    @Test
    void aRandomPlanHasTheChecksumOfSpice() {
        assertThat(checksum(QueryPlan.Order.RANDOM, 300_000)).isEqualTo(Double.parseDouble("156032438720773.69"));
    }

    @Test
    void aSweepHasTheChecksumOfSpice() {
        assertThat(checksum(QueryPlan.Order.SWEEP, 1_000_000)).isEqualTo(Double.parseDouble("518394129964464.12"));
    }

    private double checksum(QueryPlan.Order order, int count) {
        try (KernelHandle handle = registry.open(Shared.real("astronoby_de440s_2000_2030_excerpt"));
                KernelPool pool = KernelPool.of(handle)) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            Queries queries = QueryPlan.of(pool).draw(order, count, 1);
            double[] state = new double[6];
            double sum = 0;
            for (int i = 0; i < queries.size(); i++) {
                ephemeris.state(queries.target(i), queries.center(i), queries.et(i), state);
                sum += state[0] + state[3];
            }
            return sum;
        }
    }

    @Test
    void aKernelWhoseChainsEndElsewhereIsAskedRelativeToTheEndOfEach() throws Exception {
        try (KernelHandle handle = open(zero(-5, 399, 0, 100), zero(301, 399, 10, 200));
                KernelPool pool = KernelPool.of(handle)) {
            QueryPlan plan = QueryPlan.of(pool);
            assertThat(plan.bodies()).containsExactly(-5, 301);
            assertThat(plan.centers()).containsExactly(399, 399);
            assertThat(plan.start()).isEqualTo(11);
            assertThat(plan.end()).isEqualTo(99);
        }
    }

    @Test
    void aBodyWhoseChainDoesNotReachTheBarycenterIsLeftOutWhereOthersReachIt() throws Exception {
        try (KernelHandle handle = open(zero(3, 0, 0, 100), zero(399, 3, 0, 50), zero(-5, 799, 60, 70));
                KernelPool pool = KernelPool.of(handle)) {
            QueryPlan plan = QueryPlan.of(pool);
            assertThat(plan.bodies()).containsExactly(3, 399);
            assertThat(plan.centers()).containsExactly(0, 0);
            assertThat(plan.end()).isEqualTo(49);
        }
    }

    @Test
    void bodiesThatShareNoSpanHaveNoPlan() throws Exception {
        try (KernelHandle handle = open(zero(3, 0, 0, 10), zero(4, 0, 20, 30));
                KernelPool pool = KernelPool.of(handle)) {
            assertThatThrownBy(() -> QueryPlan.of(pool))
                    .isInstanceOf(NoDataException.class)
                    .hasMessageContaining("share no span");
        }
    }

    @Test
    void theGeneratorIsSplitmix64() {
        // First outputs for seed 1234567, as published with the reference implementation.
        SplitMix random = new SplitMix(1234567);
        assertThat(Long.toUnsignedString(random.next())).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(random.next())).isEqualTo("3203168211198807973");
    }

    private KernelHandle open(RawSegment... segments) throws Exception {
        Path file = dir.resolve("k.bsp");
        SpkWriter.of(ByteOrder.LITTLE_ENDIAN).addAll(List.of(segments)).write(file);
        return registry.open(file);
    }

    private static RawSegment zero(int target, int center, double start, double end) {
        return ChebyshevLayout.zero(target, center, RawSegment.J2000, start, end, "zero");
    }
}
