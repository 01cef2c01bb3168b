package orrery.ui.fx;

/**
 * Lets something through so often at most: numbers that change faster than they can be read, questions that would be asked
 * before the last one is answered. Confined to one thread.
 */
public final class Throttle {
    private final long nanos;
    private long last;
    private boolean closed;

    private Throttle(long nanos) {
        this.nanos = nanos;
    }

    /** At most once in so many milliseconds; the first time at once. */
    public static Throttle millis(long millis) {
        return new Throttle(millis * 1_000_000);
    }

    /** Whether it is time again at an instant; if so, the next time is counted from it. */
    public boolean passes(long nanoTime) {
        if (closed && nanoTime - last < nanos) {
            return false;
        }
        closed = true;
        last = nanoTime;
        return true;
    }

    /** The next time is at once. */
    public void open() {
        closed = false;
    }
}
