package orrery.telemetry;

import java.util.Arrays;

/** A reader's own workspace for adding the counts of several recorders. Not thread-safe. */
final class LatencySum {
    final long[] counts = new long[LatencyBuckets.COUNT];
    long sum;
    long max;

    void clear() {
        Arrays.fill(counts, 0);
        sum = 0;
        max = 0;
    }

    void set(LatencySum other) {
        System.arraycopy(other.counts, 0, counts, 0, counts.length);
        sum = other.sum;
        max = other.max;
    }

    LatencyHistogram toHistogram() {
        return LatencyHistogram.of(counts, sum, max);
    }

    /**
     * What was counted after {@code earlier} was taken. The greatest duration of an interval is not recorded: it is
     * exact if it is the greatest of all, else it is the upper bound of its bucket.
     */
    LatencyHistogram since(LatencySum earlier) {
        long[] between = new long[counts.length];
        int highest = -1;
        for (int i = 0; i < between.length; i++) {
            between[i] = counts[i] - earlier.counts[i];
            if (between[i] != 0) {
                highest = i;
            }
        }
        if (highest < 0) {
            return LatencyHistogram.EMPTY;
        }
        boolean greatestOfAll = highest == LatencyBuckets.indexOf(max) && max > earlier.max;
        return LatencyHistogram.of(
                between, sum - earlier.sum, greatestOfAll ? max : Math.min(max, LatencyBuckets.highest(highest)));
    }
}
