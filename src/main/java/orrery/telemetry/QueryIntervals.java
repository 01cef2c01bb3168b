package orrery.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The intervals in which a worker was inside each of its last queries ({@link System#nanoTime}), and their kinds.
 *
 * <p>Assumes: one thread writes. Guarantees: everything returned by {@link #copy} was written completely; entries being
 * overwritten during the read are left out. Progress: wait-free on both sides, nothing allocated after construction.
 */
final class QueryIntervals {
    /** The number of queries remembered: a few microseconds' worth. */
    static final int KEPT = 64;

    /** Words per query: from, to, tag. */
    static final int WORDS = 3;

    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle WRITTEN;

    static {
        try {
            WRITTEN = MethodHandles.lookup().findVarHandle(QueryIntervals.class, "written", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long[] words = new long[WORDS * KEPT];
    private long written;

    /** The writer was inside a query between two moments. */
    void add(long from, long to, long tag) {
        int at = WORDS * (int) (written % KEPT);
        WORD.setRelease(words, at, from);
        WORD.setRelease(words, at + 1, to);
        WORD.setRelease(words, at + 2, tag);
        WRITTEN.setRelease(this, written + 1);
    }

    /**
     * Copies the newest, the newest last.
     *
     * @param into array for {@link #WORDS} times {@link #KEPT} words
     * @return how many words were copied
     */
    int copy(long[] into) {
        long before = (long) WRITTEN.getAcquire(this);
        int count = (int) Math.min(before, KEPT);
        long first = before - count;
        for (int k = 0; k < count; k++) {
            int at = WORDS * (int) ((first + k) % KEPT);
            for (int w = 0; w < WORDS; w++) {
                into[WORDS * k + w] = (long) WORD.getAcquire(words, at + w);
            }
        }
        // The writer may meanwhile be writing number `after`, in the place of number `after - KEPT`.
        long after = (long) WRITTEN.getAcquire(this);
        int lost = (int) Math.min(count, Math.max(0, after - KEPT + 1 - first));
        System.arraycopy(into, WORDS * lost, into, 0, WORDS * (count - lost));
        return WORDS * (count - lost);
    }
}
