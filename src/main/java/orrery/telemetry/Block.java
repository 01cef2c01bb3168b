package orrery.telemetry;

/**
 * One thread that parked or waited to enter a monitor, as the flight recorder tells it.
 *
 * @param kind how it waited
 * @param threadId the thread's identifier in the JVM, -1 where it is not told
 * @param thread its name
 * @param start when ({@link System#nanoTime}, within about a millisecond)
 * @param nanos how long
 * @param on the class of the blocker or monitor, or empty
 * @param where the innermost frames, innermost first, joined by {@code " < "}
 */
public record Block(Kind kind, long threadId, String thread, long start, long nanos, String on, String where) {
    /** How a thread waited. */
    public enum Kind {
        /** {@code LockSupport.park}. */
        PARK,
        /** Entering a {@code synchronized} block or method that another thread was in. */
        MONITOR_ENTER
    }

    /** When it went on. */
    public long end() {
        return start + nanos;
    }
}
