package orrery.service;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Counts one thread's queries; any thread may read. Single writer: opaque stores, no lost updates, no locked instruction. */
final class QueryCounter {
    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(QueryCounter.class, "count", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    // Written through COUNT only.
    @SuppressWarnings("unused")
    private long count;

    /** By the owning thread only. */
    void add(long queries) {
        COUNT.setOpaque(this, (long) COUNT.getOpaque(this) + queries);
    }

    long get() {
        return (long) COUNT.getOpaque(this);
    }
}
