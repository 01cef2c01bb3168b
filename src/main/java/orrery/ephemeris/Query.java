package orrery.ephemeris;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;

/**
 * The state of one thread's queries on one pool: the algorithms and the arrays to which they write. A query allocates
 * nothing after the thread's first.
 *
 * <p>Confined to one thread. A thread's instance keeps a reference to the last pool used until another is used: to
 * clear it after every query would cost a write with a garbage-collection barrier.
 */
final class Query {
    private static final KernelPool NO_KERNELS = KernelPool.of(List.of());
    private static final ThreadLocal<Query> OF_THREAD = ThreadLocal.withInitial(() -> new Query(NO_KERNELS));

    final Route route;
    final LightTime light;
    final ProperPlace proper;

    /** How many queries of this thread remain before one is reported: {@link QueryWatch}. */
    int untilTold;

    /**
     * Receives the reports, once one has been made; belongs to a former observer if {@link QueryWatch} has a new one by
     * now.
     */
    QueryObserver.@Nullable QueryProbe probe;

    @Nullable
    QueryObserver probeOf;

    /** The random source for the position of the reported query in its stretch. */
    long random = Thread.currentThread().threadId() * 0x9E3779B97F4A7C15L | 1;

    Query(KernelPool pool) {
        this.route = new Route(pool);
        this.light = new LightTime(route);
        this.proper = new ProperPlace(route, light);
    }

    /** The calling thread's instance, whichever pool it used last. */
    static Query own() {
        return OF_THREAD.get();
    }

    /** The calling thread's instance, which uses this pool from now on. */
    static Query of(KernelPool pool) {
        Query own = OF_THREAD.get();
        own.route.use(pool);
        return own;
    }
}
