package orrery.binding;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Binds another pool for one task and for what it explicitly hands on: the override of the live pool.
 *
 * <p>Bindings nest and mask, end with their task whether it returns or throws, and are never seen by a task that was
 * not handed them: an executor's workers do not inherit (a scoped value is bound to its own thread's stack), so a task
 * that should see the pool elsewhere is wrapped with {@link #capture}. The pool stays its owner's; closing it while it
 * is bound makes the queries of the task fail with {@link KernelClosedException}.
 *
 * <p>Immutable; thread-safe.
 *
 * <p>Other kernels for one task, here and on a worker:
 *
 * {@snippet file="orrery/ephemeris/ReaderExamplesTest.java" region="scope"}
 */
public final class KernelScope {
    private static final ScopedValue<KernelScope> BOUND = ScopedValue.newInstance();
    private static final KernelScope UNBOUND = new KernelScope(null);

    private final @Nullable KernelPool pool;

    private KernelScope(@Nullable KernelPool pool) {
        this.pool = pool;
    }

    /**
     * Makes a scope in which a pool is bound; binds nothing yet.
     *
     * @param pool answers the queries in the scope; stays the caller's to close
     * @return the scope
     */
    public static KernelScope where(KernelPool pool) {
        return new KernelScope(pool);
    }

    /**
     * Captures what is bound for the calling thread, to hand it on to a task that runs elsewhere.
     *
     * @return a scope with that binding, which may be none
     */
    public static KernelScope capture() {
        return BOUND.orElse(UNBOUND);
    }

    /** {@return the pool bound for the calling thread, if any} */
    public static Optional<KernelPool> bound() {
        return Optional.ofNullable(boundOrNull());
    }

    /** {@return the pool bound for the calling thread, or null; allocates nothing after a thread's first call} */
    public static @Nullable KernelPool boundOrNull() {
        return BOUND.orElse(UNBOUND).pool;
    }

    /**
     * Runs a task in this scope.
     *
     * @param task run once, on the calling thread
     */
    public void run(Runnable task) {
        ScopedValue.where(BOUND, this).run(task);
    }

    /**
     * Calls a task in this scope.
     *
     * @param <T> what it returns
     * @param task called once, on the calling thread
     * @return what the task returned
     * @throws Exception what the task threw
     */
    public <T> T call(Callable<T> task) throws Exception {
        return ScopedValue.where(BOUND, this).call(task::call);
    }

    /**
     * Wraps a task so that it runs in this scope on any thread.
     *
     * @param task what to run
     * @return the wrapped task
     */
    public Runnable wrap(Runnable task) {
        return () -> run(task);
    }

    /**
     * Wraps a task so that it is called in this scope on any thread.
     *
     * @param <T> what it returns
     * @param task what to call
     * @return the wrapped task
     */
    public <T> Callable<T> wrap(Callable<T> task) {
        return () -> call(task);
    }
}
