package orrery.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A counter with one writer and any number of readers. The memory order is in each method's name.
 *
 * <p>Assumes: one thread at a time adds (hand-over between writers needs its own happens-before edge).
 * Guarantees: no update of that writer is lost, readers see values that never fall, and a reader that sees a value
 * through {@link #getAcquire} also sees everything that the writer did before the {@code …Release} call that wrote it.
 * Progress: wait-free on both sides; nothing is allocated. The cell stands alone in its cache lines.
 */
public final class Counter {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);
    /** 128 bytes on either side: two cache lines, as the adjacent-line prefetcher fetches pairs. */
    private static final int AT = 16;

    private final long[] cells = new long[2 * AT + 1];

    /** Adds one; readers see it eventually, in order with this counter's other updates only. */
    public void incrementOpaque() {
        addOpaque(1);
    }

    /** Adds {@code amount}; readers see it eventually, in order with this counter's other updates only. */
    public void addOpaque(long amount) {
        CELL.setOpaque(cells, AT, cells[AT] + amount);
    }

    /** Adds one, publishing what the writer did before. */
    public void incrementRelease() {
        addRelease(1);
    }

    /** Adds {@code amount}, publishing what the writer did before. */
    public void addRelease(long amount) {
        CELL.setRelease(cells, AT, cells[AT] + amount);
    }

    /** The count, for a reader that asks nothing else of the writer. */
    public long getOpaque() {
        return (long) CELL.getOpaque(cells, AT);
    }

    /** The count, and with it all that was done before it was released. */
    public long getAcquire() {
        return (long) CELL.getAcquire(cells, AT);
    }
}
