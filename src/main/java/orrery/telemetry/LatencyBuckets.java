package orrery.telemetry;

/**
 * The layout of every latency histogram here: whole nanoseconds below 64, then 64 equal steps per octave up to
 * 2<sup>36</sup> ns (68.7 s). A bucket is at most 1/64 of its lower bound wide (1.6 %). Longer durations are counted in
 * the last bucket; negative ones (which {@link System#nanoTime} does not produce) in the first.
 *
 * <p>The idea is HdrHistogram's, which is used for the export ({@link LatencyHistogram#toHdr}) but not for recording.
 * Its {@code SingleWriterRecorder} with two digits took 22.9 ns per value where {@link LatencyRecorder} took 5.6
 * (medians of nine runs of 20 million, one after the other on one machine), and has two histograms of 32 KB where this
 * has 16 KB; and its reader swaps them, so that two readers take each other's intervals. Here counts only grow: with
 * one fixed layout, cumulative counts of any two recorders can be added and subtracted, and any number of readers can
 * read without affecting them.
 */
final class LatencyBuckets {
    static final int STEP_BITS = 6;
    static final int STEPS = 1 << STEP_BITS;
    static final int TOP_EXPONENT = 36;
    static final int COUNT = STEPS * (TOP_EXPONENT - STEP_BITS + 1);

    private LatencyBuckets() {}

    /** The bucket of a duration in nanoseconds. */
    static int indexOf(long nanos) {
        if (nanos < STEPS) {
            return (int) Math.max(0, nanos);
        }
        int shift = 63 - STEP_BITS - Long.numberOfLeadingZeros(nanos);
        int index = (shift << STEP_BITS) + (int) (nanos >>> shift);
        return Math.min(index, COUNT - 1);
    }

    /** The least duration of a bucket, in nanoseconds. */
    static long lowest(int index) {
        if (index < 2 * STEPS) {
            return index;
        }
        int shift = (index >>> STEP_BITS) - 1;
        return (long) (STEPS + (index & (STEPS - 1))) << shift;
    }

    /** The greatest duration of a bucket, in nanoseconds. */
    static long highest(int index) {
        return index < 2 * STEPS ? index : lowest(index) + (1L << ((index >>> STEP_BITS) - 1)) - 1;
    }
}
