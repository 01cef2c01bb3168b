package orrery.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Records one worker's durations in {@link LatencyBuckets log-linear buckets}. Counts only grow; an interval is the
 * difference of two {@link #snapshot snapshots}, so that no reader ever swaps, resets or waits.
 *
 * <p>Assumes: one thread at a time records. Guarantees: a snapshot contains each recorded duration wholly or not at
 * all; its count is the sum of its buckets; a later snapshot by the same reader contains at least what an earlier one
 * did; its maximum is exact and never less than any duration it counts (it may already include one that is not yet
 * counted). A snapshot taken after the writer's release of a later fact contains everything recorded before it.
 * Progress: wait-free on both sides. Recording allocates nothing; 16 KB per recorder.
 */
public final class LatencyRecorder {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int SUM = LatencyBuckets.COUNT;
    private static final int MAX = SUM + 1;
    private static final int HIGHEST_USED = SUM + 2;
    private static final int CELLS = SUM + 3;

    private final long[] cells = new long[CELLS];

    /** Counts one duration, in nanoseconds. Only the single writer may call this. */
    public void record(long nanos) {
        int index = LatencyBuckets.indexOf(nanos);
        if (nanos > cells[MAX]) {
            CELL.setOpaque(cells, MAX, nanos);
            CELL.setOpaque(cells, HIGHEST_USED, (long) index);
        }
        CELL.setOpaque(cells, SUM, cells[SUM] + nanos);
        // Released last: a reader who counts this duration also sees a maximum that is no less.
        CELL.setRelease(cells, index, cells[index] + 1);
    }

    /** Adds what has been recorded so far to {@code into}. Any thread may call this at any time. */
    void addTo(LatencySum into) {
        int highest = (int) (long) CELL.getAcquire(cells, HIGHEST_USED);
        for (int i = 0; i <= highest; i++) {
            long count = (long) CELL.getAcquire(cells, i);
            if (count != 0) {
                into.counts[i] += count;
            }
        }
        into.sum += (long) CELL.getOpaque(cells, SUM);
        into.max = Math.max(into.max, (long) CELL.getOpaque(cells, MAX));
    }

    /** What has been recorded since this recorder was made. Any thread may call this at any time. */
    public LatencyHistogram snapshot() {
        LatencySum sum = new LatencySum();
        addTo(sum);
        return sum.toHistogram();
    }
}
