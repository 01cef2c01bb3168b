package orrery.ui.fx;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A slot that keeps only the newest value. Producers overwrite, the window takes once a pulse, and nobody waits:
 * values that came too fast to be drawn are simply never seen.
 *
 * <p>Thread-safe; values should be immutable.
 */
public final class LatestValue<T> {
    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();

    /** Replaces what is in the slot and returns the value that nobody took, or null. */
    public @Nullable T put(T value) {
        return slot.getAndSet(value);
    }

    /** Takes the newest value out of the slot, or null when nothing has come since the last take. */
    public @Nullable T take() {
        return slot.getAndSet(null);
    }

    /** The newest value, left in the slot, or null. */
    public @Nullable T peek() {
        return slot.get();
    }
}
