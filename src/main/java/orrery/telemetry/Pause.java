package orrery.telemetry;

/**
 * A pause of all Java threads, as reported by the flight recorder (about a second late). Instants are
 * {@link System#nanoTime} nanoseconds, converted from the recorder's clock: within about a millisecond.
 *
 * @param kind what stopped them
 * @param start start of the pause
 * @param end end of the pause
 * @param what the collector's phase, or the safepoint's operation
 */
public record Pause(Kind kind, long start, long end, String what) {
    /** What stopped the threads. */
    public enum Kind {
        /** The garbage collector. */
        GC,
        /** A safepoint of any kind, including that of a collection. */
        SAFEPOINT
    }

    /** Its duration in nanoseconds. */
    public long nanos() {
        return end - start;
    }
}
