package orrery.audit;

import java.lang.management.ManagementFactory;

/** The Java heap after garbage collection. */
final class LiveHeap {
    private static final int COLLECTIONS = 3;

    private LiveHeap() {}

    /** The bytes used after collecting until two measurements agree, at most three times. */
    static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            if (Math.abs(least - used) < 4096) {
                return Math.min(least, used);
            }
            least = Math.min(least, used);
        }
        return least;
    }
}
