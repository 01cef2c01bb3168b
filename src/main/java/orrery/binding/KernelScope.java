package orrery.binding;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Binds another pool for one task and for what it explicitly hands on: the override of the live pool.
 *
 * <p>Bindings nest and mask, end with their task whether it returns or throws, and are never seen by a task that was not
 * handed them: an executor's workers do not inherit (a scoped value is bound to its own thread's stack), so a task that
 * should see the pool elsewhere is wrapped with {@link #capture}. The pool stays its owner's; closing it while it is
 * bound makes the queries of the task fail with {@link KernelClosedException}.
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

    /** A scope in which {@code pool} is bound. */
    public static KernelScope where(KernelPool pool) {
        return new KernelScope(pool);
    }

    /** What is bound for the calling thread now, possibly nothing, to be handed on to a task that runs elsewhere. */
    public static KernelScope capture() {
        return BOUND.orElse(UNBOUND);
    }

    /** The pool bound for the calling thread, if any. */
    public static Optional<KernelPool> bound() {
        return Optional.ofNullable(boundOrNull());
    }

    /** As {@link #bound}, allocating nothing after a thread's first call. */
    public static @Nullable KernelPool boundOrNull() {
        return BOUND.orElse(UNBOUND).pool;
    }

    /** Runs {@code task} in this scope. */
    public void run(Runnable task) {
        ScopedValue.where(BOUND, this).run(task);
    }

    /** Calls {@code task} in this scope and passes on what it returns or throws. */
    public <T> T call(Callable<T> task) throws Exception {
        return ScopedValue.where(BOUND, this).call(task::call);
    }

    /** The task, to be run in this scope by whichever thread. */
    public Runnable wrap(Runnable task) {
        return () -> run(task);
    }

    /** The task, to be called in this scope by whichever thread. */
    public <T> Callable<T> wrap(Callable<T> task) {
        return () -> call(task);
    }
}
