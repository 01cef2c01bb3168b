package orrery.binding;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Overrides the live pool with another pool for one task, and for work that the task explicitly hands on.
 *
 * <p>Bindings nest, and an inner one masks an outer one. A binding ends with its task, whether that returns or throws.
 * Other tasks never see it: an executor's workers do not inherit it, because a scoped value is bound to its thread's
 * stack. Use {@link #capture} to wrap a task that should see the pool elsewhere. The pool still belongs to its owner;
 * if it is closed while bound, the task's queries fail with {@link KernelClosedException}.
 *
 * <p>Immutable; thread-safe.
 *
 * <p>Using other kernels for one task, here and on a worker:
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
     * @param pool answers the queries in the scope; the caller still has to close it
     * @return the scope
     */
    public static KernelScope where(KernelPool pool) {
        return new KernelScope(pool);
    }

    /**
     * Captures the calling thread's binding, to pass it to a task that runs elsewhere.
     *
     * @return a scope with that binding, or with none if nothing is bound
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
     * @param task what to run, once, on the calling thread
     */
    public void run(Runnable task) {
        ScopedValue.where(BOUND, this).run(task);
    }

    /**
     * Calls a task in this scope.
     *
     * @param <T> what it returns
     * @param task what to call, once, on the calling thread
     * @return what the task returned
     * @throws Exception whatever the task throws
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
