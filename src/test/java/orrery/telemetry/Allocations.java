package orrery.telemetry;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The bytes that a piece of work allocates on its own thread, once warm. */
final class Allocations {
    private Allocations() {}

    static long ofOwnThread(Runnable work) {
        assumeTrue(ThreadCounters.ownAllocatedBytes() >= 0, "this JVM does not count allocated bytes");
        work.run();
        ThreadCounters.ownAllocatedBytes();
        long before = ThreadCounters.ownAllocatedBytes();
        work.run();
        return ThreadCounters.ownAllocatedBytes() - before;
    }
}
