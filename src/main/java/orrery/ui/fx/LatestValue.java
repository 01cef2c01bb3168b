package orrery.ui.fx;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A slot that keeps only the newest value. Producers overwrite it, the window takes it once a pulse, and nobody waits:
 * values that come too fast to be drawn are never seen.
 *
 * <p>Thread-safe; values should be immutable.
 */
public final class LatestValue<T> {
    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();

    /** Replaces the value in the slot and returns the previous one if nobody took it, or null. */
    public @Nullable T put(T value) {
        return slot.getAndSet(value);
    }

    /** Takes the newest value out of the slot, or null if nothing has come since the last take. */
    public @Nullable T take() {
        return slot.getAndSet(null);
    }

    /** The newest value, which stays in the slot, or null. */
    public @Nullable T peek() {
        return slot.get();
    }
}
