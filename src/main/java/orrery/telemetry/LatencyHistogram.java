package orrery.telemetry;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * Counted durations, immutable. A percentile is reported as the upper bound of its bucket, at most 1.6 % above the
 * duration itself and never below it; the greatest duration is exact unless {@link LatencySum#since} says otherwise.
 */
public final class LatencyHistogram {
    /** An empty histogram. */
    public static final LatencyHistogram EMPTY = new LatencyHistogram(new short[0], new long[0], 0, 0, 0);

    private final short[] indexes;
    private final long[] counts;
    private final long count;
    private final long sum;
    private final long max;

    private LatencyHistogram(short[] indexes, long[] counts, long count, long sum, long max) {
        this.indexes = indexes;
        this.counts = counts;
        this.count = count;
        this.sum = sum;
        this.max = max;
    }

    static LatencyHistogram of(long[] buckets, long sum, long max) {
        int used = 0;
        for (long bucket : buckets) {
            if (bucket != 0) {
                used++;
            }
        }
        if (used == 0) {
            return EMPTY;
        }
        short[] indexes = new short[used];
        long[] counts = new long[used];
        long total = 0;
        int at = 0;
        for (int i = 0; i < buckets.length; i++) {
            if (buckets[i] != 0) {
                indexes[at] = (short) i;
                counts[at++] = buckets[i];
                total += buckets[i];
            }
        }
        return new LatencyHistogram(indexes, counts, total, sum, max);
    }

    /** The number of durations counted. */
    public long count() {
        return count;
    }

    /** The greatest duration in nanoseconds; 0 if nothing is counted. */
    public long max() {
        return max;
    }

    /** The mean duration in nanoseconds; 0 if nothing is counted. */
    public double mean() {
        return count == 0 ? 0 : (double) sum / count;
    }

    /**
     * The duration in nanoseconds that {@code percentile} percent (0 to 100) of the durations do not exceed; 0 if
     * nothing is counted.
     */
    public long percentile(double percentile) {
        long rank = Math.max(1, (long) Math.ceil(Math.clamp(percentile, 0, 100) / 100 * count));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return Math.min(max, LatencyBuckets.highest(indexes[i]));
            }
        }
        return max;
    }

    /** The number of non-empty buckets. */
    public int buckets() {
        return counts.length;
    }

    /** The least duration of the {@code i}-th used bucket, in nanoseconds, ascending. */
    public long lowest(int i) {
        return LatencyBuckets.lowest(indexes[i]);
    }

    /** The greatest duration of the {@code i}-th used bucket, in nanoseconds. */
    public long highest(int i) {
        return LatencyBuckets.highest(indexes[i]);
    }

    /** The count of the {@code i}-th used bucket. */
    public long count(int i) {
        return counts[i];
    }

    /** The sum of these counts and others. */
    public LatencyHistogram plus(LatencyHistogram other) {
        if (other.count == 0) {
            return this;
        }
        long[] buckets = new long[LatencyBuckets.COUNT];
        addTo(buckets);
        other.addTo(buckets);
        return of(buckets, sum + other.sum, Math.max(max, other.max));
    }

    private void addTo(long[] buckets) {
        for (int i = 0; i < counts.length; i++) {
            buckets[indexes[i]] += counts[i];
        }
    }

    /**
     * The same counts as an HdrHistogram with three digits, for its percentile curve and log format. Each bucket is
     * counted at its middle, the greatest duration exactly, so that its figures are within 0.8 % of the durations.
     */
    public Histogram toHdr() {
        Histogram hdr = new Histogram(1, 1L << LatencyBuckets.TOP_EXPONENT, 3);
        for (int i = 0; i < counts.length; i++) {
            long middle = (lowest(i) + highest(i)) >>> 1;
            boolean last = i == counts.length - 1;
            if (last) {
                hdr.recordValue(Math.min(max, hdr.getHighestTrackableValue()));
            }
            hdr.recordValueWithCount(Math.min(middle, max), last ? counts[i] - 1 : counts[i]);
        }
        return hdr;
    }

    /** Approximate bytes of this value. */
    long bytes() {
        return 80 + 10L * counts.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LatencyHistogram that
                && sum == that.sum
                && max == that.max
                && Arrays.equals(indexes, that.indexes)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(indexes) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "%d counted, p50 %d ns, p99 %d ns, max %d ns".formatted(count, percentile(50), percentile(99), max);
    }
}
