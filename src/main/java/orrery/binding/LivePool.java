package orrery.binding;

import java.util.function.Consumer;

/**
 * Holds the current pool, which can be swapped while other threads query it.
 *
 * <p>Thread-safe. {@link #publish} makes its own pool of the same members, swaps it in, and then closes the old one.
 * Each query sees either the whole old set or the whole new set. A query that is interrupted by the close of the old
 * pool is repeated from the start on the current one ({@code Ephemeris} does this). The current pool belongs to this
 * object; callers must not close it.
 */
public final class LivePool implements AutoCloseable {
    private volatile KernelPool current;
    private boolean closed;

    /**
     * Makes a live pool.
     *
     * @param first supplies the first members; the caller still has to close this pool
     * @throws KernelClosedException if that pool is closed
     */
    public LivePool(KernelPool first) {
        this.current = first.duplicate();
    }

    /** {@return the current pool, which belongs to this object; callers must not close it} */
    public KernelPool current() {
        return current;
    }

    /**
     * Makes the members of {@code next} current, then closes the previous pool. Old kernels that nobody else holds are
     * unmapped before this returns, which takes tens of milliseconds under load: do not call it on a thread that must
     * not stall, such as one that draws.
     *
     * @param next still belongs to the caller
     * @throws KernelClosedException if this live pool or {@code next} is closed; the current pool does not change
     */
    public void publish(KernelPool next) {
        publish(next, _ -> {});
    }

    /**
     * Publishes a pool as {@link #publish(KernelPool)} does, but passes on the new current pool before the old one is
     * closed, so that state kept alongside it need not wait for the close.
     *
     * @param next its members become current; the caller still has to close this pool
     * @param swapped receives the pool that is now current. What it throws is passed on after the old pool is closed;
     *     the new one stays current
     * @throws KernelClosedException if this live pool or {@code next} is closed; the current pool does not change
     */
    public synchronized void publish(KernelPool next, Consumer<KernelPool> swapped) {
        if (closed) {
            throw new KernelClosedException("The live pool is closed: the program is ending.");
        }
        KernelObserver.Publishing publishing = InstalledObserver.observer.publishing();
        KernelPool now = next.duplicate();
        KernelPool old = current;
        current = now;
        try {
            swapped.accept(now);
        } finally {
            old.close();
        }
        publishing.published(now.members().stream().map(KernelHandle::name).toList());
    }

    /**
     * Closes the current pool, which {@link #current} still returns; nothing can be published afterwards. Idempotent.
     */
    @Override
    public synchronized void close() {
        closed = true;
        current.close();
    }
}
