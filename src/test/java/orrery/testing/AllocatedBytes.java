package orrery.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;

/** How many bytes the calling thread allocates in a query, as the JVM counts them. */
public final class AllocatedBytes {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM = 20_000;
    private static final int COUNTED = 10_000;
    private static final int ROUNDS = 4;

    private AllocatedBytes() {}

    /**
     * Asks many times.
     *
     * @param query is given 0, 1, 2, ...
     * @return bytes of a round of queries, the least of some rounds: 0 where a query allocates nothing
     */
    public static long of(IntConsumer query) {
        for (int i = 0; i < WARM; i++) {
            query.accept(i);
        }
        // The JVM may allocate once on this thread while it replaces compiled code; a query that allocates does so
        // in every round.
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < COUNTED; i++) {
                query.accept(i);
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
