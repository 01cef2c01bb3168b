package orrery.ephemeris;

import java.util.List;
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

    Query(KernelPool pool) {
        this.route = new Route(pool);
        this.light = new LightTime(route);
        this.proper = new ProperPlace(route, light);
    }

    /** The calling thread's own, which asks this pool from now on. */
    static Query of(KernelPool pool) {
        Query own = OF_THREAD.get();
        own.route.use(pool);
        return own;
    }
}
