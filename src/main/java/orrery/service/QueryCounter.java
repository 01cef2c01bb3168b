package orrery.service;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Counts one thread's queries; any thread may read it. Single writer: opaque stores, no lost updates, no locked
 * instruction.
 */
final class QueryCounter {
    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(QueryCounter.class, "count", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    // Written only through COUNT.
    @SuppressWarnings("unused")
    private long count;

    /** Called only by the owning thread. */
    void add(long queries) {
        COUNT.setOpaque(this, (long) COUNT.getOpaque(this) + queries);
    }

    long get() {
        return (long) COUNT.getOpaque(this);
    }
}
