package orrery.ephemeris;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;

/**
 * What one thread asks of one pool: the ways of answering, and the arrays that they write to, so that a query allocates nothing
 * after the thread's first.
 *
 * <p>Confined to one thread. A thread's own keeps the pool that it asked last until it asks another: to let go of it after every
 * query would cost a write that the collector must hear of.
 */
final class Query {
    private static final KernelPool NO_KERNELS = KernelPool.of(List.of());
    private static final ThreadLocal<Query> OF_THREAD = ThreadLocal.withInitial(() -> new Query(NO_KERNELS));

    final Route route;
    final LightTime light;
    final ProperPlace proper;

    /** How many queries of this thread are still to pass before one is told: {@link QueryWatch}. */
    int untilTold;

    /** What is told, once one has been; another observer's where {@link QueryWatch} knows another by now. */
    QueryObserver.@Nullable Asked asked;

    @Nullable
    QueryObserver askedOf;

    /** Where in its stretch that one stands is drawn from this. */
    long random = Thread.currentThread().threadId() * 0x9E3779B97F4A7C15L | 1;

    Query(KernelPool pool) {
        this.route = new Route(pool);
        this.light = new LightTime(route);
        this.proper = new ProperPlace(route, light);
    }

    /** The calling thread's own, whatever it asked last. */
    static Query own() {
        return OF_THREAD.get();
    }

    /** The calling thread's own, which asks this pool from now on. */
    static Query of(KernelPool pool) {
        Query own = OF_THREAD.get();
        own.route.use(pool);
        return own;
    }
}
