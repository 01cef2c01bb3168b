package orrery.ui.fx;

/**
 * Limits how often something happens: numbers that change faster than they can be read, requests that would come before
 * the last one is answered. Confined to one thread.
 */
public final class Throttle {
    private final long nanos;
    private long last;
    private boolean closed;

    private Throttle(long nanos) {
        this.nanos = nanos;
    }

    /** At most once in this many milliseconds; the first time immediately. */
    public static Throttle millis(long millis) {
        return new Throttle(millis * 1_000_000);
    }

    /** Whether it is time again at an instant; if so, the interval restarts there. */
    public boolean passes(long nanoTime) {
        if (closed && nanoTime - last < nanos) {
            return false;
        }
        closed = true;
        last = nanoTime;
        return true;
    }

    /** Makes the next call succeed immediately. */
    public void open() {
        closed = false;
    }
}
