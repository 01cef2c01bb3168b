package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapSamplerTest {
    @Test
    void anAllocatedMegabyteIsSeenInTheCountAndInTheRate() {
        HeapSampler sampler = new HeapSampler();
        HeapSample before = sampler.sample(0);
        byte[] megabyte = new byte[1 << 20];
        HeapSample after = sampler.sample(1_000_000_000);
        assertThat(megabyte).hasSize(1 << 20);
        long allocated = Measurements.orSkip(after.allocated()) - Measurements.orSkip(before.allocated());
        assertThat(allocated).isGreaterThanOrEqualTo(1 << 20);
        assertThat(Measurements.orSkip(after.allocationRate())).isEqualTo((double) allocated);
        assertThat(before.allocationRate().available())
                .as("one look makes no rate")
                .isFalse();
    }

    @Test
    void usedIsWithinCommittedAndACollectionIsCounted() {
        HeapSampler sampler = new HeapSampler();
        HeapSample before = sampler.sample(0);
        System.gc();
        HeapSample after = sampler.sample(1);
        assertThat(after.used()).isBetween(1L, after.committed());
        assertThat(after.collections()).isGreaterThan(before.collections());
        assertThat(after.collectionNanos()).isGreaterThanOrEqualTo(before.collectionNanos());
    }
}
