package orrery.telemetry;

/**
 * One thread that parked or waited to enter a monitor, as reported by the flight recorder.
 *
 * @param kind how it waited
 * @param threadId the thread's identifier in the JVM, -1 if unknown
 * @param thread its name
 * @param start start time ({@link System#nanoTime}, within about a millisecond)
 * @param nanos duration
 * @param on the class of the blocker or monitor, or empty
 * @param where the innermost frames, innermost first, joined by {@code " < "}
 */
public record Block(Kind kind, long threadId, String thread, long start, long nanos, String on, String where) {
    /** The kinds of waiting. */
    public enum Kind {
        /** {@code LockSupport.park}. */
        PARK,
        /** Entering a {@code synchronized} block or method that another thread was in. */
        MONITOR_ENTER
    }

    /** When it continued. */
    public long end() {
        return start + nanos;
    }
}
