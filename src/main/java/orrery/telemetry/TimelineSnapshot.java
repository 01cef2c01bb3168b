package orrery.telemetry;

/**
 * The runs of one {@link ThreadTimeline} at one instant: immutable. Instants are {@link System#nanoTime} nanoseconds. A
 * run is closed by the start of the next; the last one is open and is reported to end when the snapshot was taken.
 *
 * @param <S> the states
 */
public final class TimelineSnapshot<S extends Enum<S>> {
    private final S[] states;
    private final long[] starts;
    private final long[] packed;
    private final long takenAt;
    private final long lost;
    private final long written;

    TimelineSnapshot(S[] states, long[] starts, long[] packed, long takenAt, long lost, long written) {
        this.states = states;
        this.starts = starts;
        this.packed = packed;
        this.takenAt = takenAt;
        this.lost = lost;
        this.written = written;
    }

    /** The number of runs, oldest first. */
    public int size() {
        return starts.length;
    }

    /** When run {@code i} began. */
    public long start(int i) {
        return starts[i];
    }

    /** When run {@code i} ended; the last run "ends" when the snapshot was taken, and never before it began. */
    public long end(int i) {
        return i + 1 < starts.length ? starts[i + 1] : Math.max(starts[i], takenAt);
    }

    /** The state of run {@code i}. */
    public S state(int i) {
        return states[(int) (packed[i] & ThreadTimeline.STATE_MASK)];
    }

    /** The number of queries the thread had completed when run {@code i} began. */
    public long queriesAtStart(int i) {
        return packed[i] >>> ThreadTimeline.STATE_BITS;
    }

    /** When the snapshot was taken. */
    public long takenAt() {
        return takenAt;
    }

    /** The number of older runs that are not in this snapshot: overwritten in the ring, or not requested. */
    public long lost() {
        return lost;
    }

    /** The total number of runs ever written; equal numbers mean equal closed runs. */
    public long written() {
        return written;
    }

    /** The run that contains an instant, or -1 if none here does. */
    public int at(long nanos) {
        if (starts.length == 0 || nanos < starts[0] || nanos > end(starts.length - 1)) {
            return -1;
        }
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
