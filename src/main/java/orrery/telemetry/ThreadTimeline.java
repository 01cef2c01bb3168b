package orrery.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The states of one thread as run lengths in a bounded ring: only changes of state are written.
 *
 * <p>Assumes: one thread at a time writes, with instants that do not decrease. Guarantees: a snapshot contains
 * consecutive whole runs up to one published before it was taken; a run overwritten during the read is left out and
 * counted as lost, never shown partially. Progress: both sides wait-free; writing allocates nothing. Sixteen bytes per
 * run.
 *
 * @param <S> the states (at most 256)
 */
public final class ThreadTimeline<S extends Enum<S>> {
    static final int STATE_BITS = 8;
    static final long STATE_MASK = (1L << STATE_BITS) - 1;

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle CLAIMED;
    private static final VarHandle PUBLISHED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            CLAIMED = lookup.findVarHandle(ThreadTimeline.class, "claimed", long.class);
            PUBLISHED = lookup.findVarHandle(ThreadTimeline.class, "published", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final S[] states;
    private final long[] ring;
    private final int capacity;
    private int current = -1;
    /** Number of runs the writer has begun to write; read only through its VarHandle. */
    @SuppressWarnings("UnusedVariable")
    private long claimed;

    private long published;

    /** A timeline of the last {@code runs} runs (rounded up to a power of two, at least 2). */
    public ThreadTimeline(Class<S> states, int runs) {
        this.states = states.getEnumConstants();
        this.capacity = Integer.highestOneBit(Math.max(2, runs) * 2 - 1);
        this.ring = new long[2 * capacity];
    }

    /**
     * The writer's thread is in {@code state} from {@code nanos} on. If it is already in that state, nothing is
     * written.
     *
     * @param nanos {@link System#nanoTime}
     * @param queries queries completed so far
     */
    @SuppressWarnings("EnumOrdinal") // the ring packs the state into eight bits; it never leaves this process
    public void enter(S state, long nanos, long queries) {
        if (state.ordinal() == current) {
            return;
        }
        current = state.ordinal();
        long index = published;
        int at = slot(index);
        CLAIMED.setOpaque(this, index + 1);
        // A reader that sees any of this run's words must also see the claim on its slot.
        VarHandle.storeStoreFence();
        SLOT.setOpaque(ring, at, nanos);
        SLOT.setOpaque(ring, at + 1, (queries << STATE_BITS) | current);
        PUBLISHED.setRelease(this, index + 1);
    }

    /** The number of runs written. */
    public long written() {
        return (long) PUBLISHED.getAcquire(this);
    }

    /** The newest state, or {@code otherwise} if none has been entered. */
    public S newest(S otherwise) {
        TimelineSnapshot<S> last = read(Long.MAX_VALUE, System.nanoTime(), 1);
        return last.size() == 0 ? otherwise : last.state(last.size() - 1);
    }

    /** All runs in the ring. Any thread may call this at any time. */
    public TimelineSnapshot<S> snapshot() {
        return read(Long.MIN_VALUE, System.nanoTime(), capacity);
    }

    /** The runs in the ring that end after {@code from} (nanoTime). Any thread may call this at any time. */
    public TimelineSnapshot<S> snapshotSince(long from) {
        return read(from, System.nanoTime(), capacity);
    }

    private TimelineSnapshot<S> read(long from, long now, int atMost) {
        long end = (long) PUBLISHED.getAcquire(this);
        int most = (int) Math.min(Math.min(end, capacity), atMost);
        long[] starts = new long[most];
        long[] packed = new long[most];
        int kept = 0;
        // Newest first, into the arrays' end, until a run began before the window.
        while (kept < most) {
            int at = slot(end - 1 - kept);
            int to = most - 1 - kept;
            starts[to] = (long) SLOT.getOpaque(ring, at);
            packed[to] = (long) SLOT.getOpaque(ring, at + 1);
            kept++;
            if (from != Long.MIN_VALUE && starts[to] <= from) {
                break;
            }
        }
        // Whatever was overwritten before these reads had been claimed earlier: check the claim after them.
        VarHandle.loadLoadFence();
        long overwrittenBelow = (long) CLAIMED.getOpaque(this) - capacity;
        long first = Math.max(end - kept, Math.min(end, overwrittenBelow));
        int good = (int) (end - first);
        return new TimelineSnapshot<>(
                states,
                Arrays.copyOfRange(starts, most - good, most),
                Arrays.copyOfRange(packed, most - good, most),
                now,
                first,
                end);
    }

    private int slot(long index) {
        return ((int) index & (capacity - 1)) << 1;
    }

    /** Bytes of this timeline. */
    long bytes() {
        return 64 + 16L * capacity;
    }
}
