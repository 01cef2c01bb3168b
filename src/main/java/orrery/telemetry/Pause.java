package orrery.telemetry;

/**
 * A time when all Java threads stood still, as the flight recorder tells it (about a second late). Instants are
 * {@link System#nanoTime} nanoseconds, converted from the recorder's clock: within about a millisecond.
 *
 * @param kind who stopped them
 * @param start when
 * @param end until when
 * @param what the collector's phase, or the safepoint's operation
 */
public record Pause(Kind kind, long start, long end, String what) {
    /** Who stopped the threads. */
    public enum Kind {
        /** The garbage collector. */
        GC,
        /** A safepoint of any kind; that of a collection too. */
        SAFEPOINT
    }

    /** How long, in nanoseconds. */
    public long nanos() {
        return end - start;
    }
}
