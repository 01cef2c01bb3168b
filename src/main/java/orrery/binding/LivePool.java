package orrery.binding;

import java.util.function.Consumer;

/**
 * The pool that is current now, and can be swapped while others query it.
 *
 * <p>Thread-safe. {@link #publish} makes its own pool of the same members, swaps, and then closes the old one: each
 * query sees wholly the old or wholly the new set. A query that meets the closing of the old one goes again, whole, on
 * the current one ({@code Ephemeris} sees to that). The current pool is this object's own: not to be closed by others.
 */
public final class LivePool implements AutoCloseable {
    private volatile KernelPool current;
    private boolean closed;

    /**
     * Makes a live pool.
     *
     * @param first its members are the first ones; the pool itself stays the caller's to close
     */
    public LivePool(KernelPool first) {
        this.current = first.duplicate();
    }

    /** {@return the pool that is current now; this object's own, not to be closed by others} */
    public KernelPool current() {
        return current;
    }

    /**
     * Makes the members of {@code next} current, then closes what was current before. The old kernels that nobody else
     * holds are unmapped before this returns, which takes tens of milliseconds under load: not for the frame path.
     *
     * @param next stays the caller's
     * @throws KernelClosedException if this live pool or {@code next} is closed; what is current stays
     */
    public void publish(KernelPool next) {
        publish(next, _ -> {});
    }

    /**
     * Publishes a pool as {@link #publish(KernelPool)} does, and hands over the pool that is now current before the old
     * one is closed, so that what is kept beside it need not wait for the closing.
     *
     * @param next its members become the current ones; the pool itself stays the caller's to close
     * @param swapped receives the pool that is now current
     */
    public synchronized void publish(KernelPool next, Consumer<KernelPool> swapped) {
        if (closed) {
            throw new KernelClosedException("The live pool is closed: the program is ending.");
        }
        KernelObserver.Publishing publishing = Told.observer.publishing();
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

    /** Closes the current pool; nothing can be published after. Idempotent. */
    @Override
    public synchronized void close() {
        closed = true;
        current.close();
    }
}
