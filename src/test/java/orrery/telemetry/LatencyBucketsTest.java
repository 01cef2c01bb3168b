package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyBucketsTest {
    @Test
    void bucketsFollowEachOtherWithoutGapOrOverlap() {
        assertThat(LatencyBuckets.lowest(0)).isZero();
        for (int i = 1; i < LatencyBuckets.COUNT; i++) {
            assertThat(LatencyBuckets.lowest(i)).as("bucket %d", i).isEqualTo(LatencyBuckets.highest(i - 1) + 1);
        }
        assertThat(LatencyBuckets.highest(LatencyBuckets.COUNT - 1)).isEqualTo((1L << LatencyBuckets.TOP_EXPONENT) - 1);
    }

    @Test
    void aDurationLiesInItsOwnBucket() {
        for (int i = 0; i < LatencyBuckets.COUNT; i++) {
            assertThat(LatencyBuckets.indexOf(LatencyBuckets.lowest(i))).isEqualTo(i);
            assertThat(LatencyBuckets.indexOf(LatencyBuckets.highest(i))).isEqualTo(i);
        }
    }

    @Test
    void aBucketIsAtMostASixtyFourthOfItsLowerBoundWide() {
        for (int i = LatencyBuckets.STEPS; i < LatencyBuckets.COUNT; i++) {
            long width = LatencyBuckets.highest(i) - LatencyBuckets.lowest(i) + 1;
            assertThat(width * 64).isLessThanOrEqualTo(LatencyBuckets.lowest(i));
        }
    }

    @Test
    void durationsBeyondTheLastBucketAreCountedInItAndNegativeOnesInTheFirst() {
        assertThat(LatencyBuckets.indexOf(Long.MAX_VALUE)).isEqualTo(LatencyBuckets.COUNT - 1);
        assertThat(LatencyBuckets.indexOf(-5)).isZero();
    }
}
