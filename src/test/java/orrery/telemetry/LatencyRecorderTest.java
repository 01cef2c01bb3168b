package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencyRecorderTest {
    @Test
    void percentilesOfKnownDurationsAreTheUpperBoundsOfTheirBuckets() {
        LatencyRecorder recorder = new LatencyRecorder();
        for (int nanos = 1; nanos <= 10_000; nanos++) {
            recorder.record(nanos);
        }
        LatencyHistogram times = recorder.snapshot();
        assertThat(times.count()).isEqualTo(10_000);
        assertThat(times.max()).isEqualTo(10_000);
        assertThat(times.mean()).isEqualTo(5000.5);
        for (double percentile : new double[] {50, 90, 99, 99.9, 99.99}) {
            long exact = Math.round(percentile * 100);
            assertThat(times.percentile(percentile))
                    .isEqualTo(Math.min(10_000, LatencyBuckets.highest(LatencyBuckets.indexOf(exact))))
                    .isBetween(exact, exact + exact / 64);
        }
        assertThat(times.percentile(0)).isEqualTo(1);
        assertThat(times.percentile(100)).isEqualTo(10_000);
    }

    @Test
    void nothingRecordedIsEmptyAndAllItsFiguresAreZero() {
        LatencyHistogram nothing = new LatencyRecorder().snapshot();
        assertThat(nothing).isEqualTo(LatencyHistogram.EMPTY);
        assertThat(nothing.percentile(99)).isZero();
        assertThat(nothing.mean()).isZero();
    }

    @Test
    void zeroAndOverlongDurationsAreCountedAndTheGreatestIsExact() {
        LatencyRecorder recorder = new LatencyRecorder();
        recorder.record(0);
        assertThat(recorder.snapshot().count()).isEqualTo(1);
        long tenHours = 36_000_000_000_000L;
        recorder.record(tenHours);
        assertThat(recorder.snapshot().max()).isEqualTo(tenHours);
        assertThat(recorder.snapshot().count()).isEqualTo(2);
    }

    @Test
    void hdrHistogramOfTheSameDurationsAgreesWithinABucket() {
        LatencyRecorder recorder = new LatencyRecorder();
        Histogram direct = new Histogram(1, 1L << LatencyBuckets.TOP_EXPONENT, 3);
        long nanos = 17;
        for (int i = 0; i < 50_000; i++) {
            nanos = (nanos * 6364136223846793005L + 1442695040888963407L);
            long took = (nanos >>> 34) + 30;
            recorder.record(took);
            direct.recordValue(took);
        }
        Histogram told = recorder.snapshot().toHdr();
        assertThat(told.getTotalCount()).isEqualTo(direct.getTotalCount());
        for (double percentile : new double[] {1, 50, 90, 99, 99.9, 100}) {
            double exact = direct.getValueAtPercentile(percentile);
            assertThat((double) told.getValueAtPercentile(percentile)).isCloseTo(exact, within(0.01 * exact));
        }
    }

    @Test
    void anIntervalIsTheDifferenceOfTwoSums() {
        LatencyRecorder recorder = new LatencyRecorder();
        LatencySum before = new LatencySum();
        LatencySum after = new LatencySum();
        recorder.record(100);
        recorder.record(900_000);
        recorder.addTo(before);
        recorder.record(100);
        recorder.record(70_000);
        recorder.addTo(after);
        LatencyHistogram interval = after.since(before);
        assertThat(interval.count()).isEqualTo(2);
        assertThat(interval.max())
                .as("not the greatest of all, so the upper bound of its bucket")
                .isEqualTo(LatencyBuckets.highest(LatencyBuckets.indexOf(70_000)));
        assertThat(interval.mean()).isEqualTo(35_050);
        assertThat(after.since(after)).isEqualTo(LatencyHistogram.EMPTY);
    }

    @Test
    void countsOfSeveralRecordersAdd() {
        LatencyRecorder one = new LatencyRecorder();
        LatencyRecorder other = new LatencyRecorder();
        one.record(5);
        other.record(5_000_000);
        LatencyHistogram both = one.snapshot().plus(other.snapshot());
        assertThat(both.count()).isEqualTo(2);
        assertThat(both.max()).isEqualTo(5_000_000);
        assertThat(both.percentile(50)).isEqualTo(5);
        assertThat(both).isEqualTo(other.snapshot().plus(one.snapshot()));
    }

    @Test
    void aReaderBesideTheWriterSeesCountsThatNeverFallAndAMaximumThatCoversThem() throws Exception {
        LatencyRecorder recorder = new LatencyRecorder();
        int records = 3_000_000;
        long[] last = new long[1];
        Races.against(
                () -> {
                    for (int i = 1; i <= records; i++) {
                        recorder.record(i);
                    }
                },
                () -> {
                    LatencyHistogram now = recorder.snapshot();
                    assertThat(now.count()).isGreaterThanOrEqualTo(last[0]);
                    last[0] = now.count();
                    if (now.buckets() > 0) {
                        // Durations ascend: whatever is counted in the last bucket is covered by the maximum.
                        assertThat(now.max()).isGreaterThanOrEqualTo(now.lowest(now.buckets() - 1));
                        assertThat(now.percentile(100)).isLessThanOrEqualTo(now.max());
                    }
                });
        assertThat(last[0]).isEqualTo(records);
        assertThat(recorder.snapshot().max()).isEqualTo(records);
    }

    @Test
    void recordingAllocatesNothing() {
        LatencyRecorder recorder = new LatencyRecorder();
        assertThat(Allocations.ofOwnThread(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        recorder.record(i);
                    }
                }))
                .isZero();
    }
}
