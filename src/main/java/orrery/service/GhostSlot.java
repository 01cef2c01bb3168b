package orrery.service;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn in addition to the bodies of a sky: its one ghost, the kernels from which bodies are drawn a second
 * time, and the preview. A ghost is closed by what takes it out.
 *
 * <p>Thread-safe: exchanged atomically, so that each ghost is closed by the one thread that took it out; after
 * {@link #close} a new one is closed by the thread that brings it.
 */
final class GhostSlot implements AutoCloseable {
    private final AtomicReference<@Nullable KernelOffset> slot = new AtomicReference<>();
    private final Runnable changed;
    private volatile SkyPreview preview = SkyPreview.NONE;
    private volatile boolean closed;

    /** @param changed called whenever what the ghost shows has changed */
    GhostSlot(Runnable changed) {
        this.changed = changed;
    }

    @Nullable
    KernelOffset get() {
        return slot.get();
    }

    /** The ghost's positions at an epoch, TDB seconds past J2000; none if there is no ghost. */
    SkyGhost at(double et) {
        KernelOffset now = slot.get();
        return now == null ? SkyGhost.NONE : now.at(et);
    }

    /** The preview. */
    SkyPreview preview() {
        return preview;
    }

    /** Sets another preview from now on. */
    void preview(SkyPreview next) {
        preview = next;
        changed.run();
    }

    /** Replaces the ghost. */
    void replace(@Nullable KernelOffset next) {
        KernelOffset before = slot.getAndSet(next);
        changed.run();
        if (before != null) {
            before.close();
        }
        if (closed) {
            empty();
        }
    }

    /** Removes the ghost; false if there was none. */
    boolean clear() {
        boolean was = slot.get() != null;
        replace(null);
        return was;
    }

    /** As {@link SkyService#exaggerate}. */
    double exaggerate(double times) {
        KernelOffset now = slot.get();
        if (now == null) {
            return Double.NaN;
        }
        now.factor(times == 0 ? now.chosen() : KernelOffset.round(now.factor() * times * (1 + 1e-12)));
        changed.run();
        return now.factor();
    }

    private void empty() {
        KernelOffset last = slot.getAndSet(null);
        if (last != null) {
            last.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        empty();
    }
}
