package orrery.service;

import java.util.OptionalDouble;

/**
 * Measures the actual rate of time: what is shown now, against what was shown a second ago. Jumps do not count.
 *
 * <p>Confined to one thread.
 */
public final class RateMeter {
    private static final long WINDOW_NANOS = 1_000_000_000L;

    private long serial = -1;
    private long startNanos;
    private double startEt;
    private OptionalDouble achieved = OptionalDouble.empty();

    /**
     * Takes a reading.
     *
     * @param nanos wall clock
     * @param et epoch of the frame shown, TDB seconds past J2000
     * @param moves {@link SkyClock#moves()}: if it has changed, time has not only flowed
     */
    public void read(long nanos, double et, long moves) {
        if (moves != serial) {
            serial = moves;
            achieved = OptionalDouble.empty();
            startNanos = nanos;
            startEt = et;
            return;
        }
        long span = nanos - startNanos;
        if (span >= WINDOW_NANOS) {
            achieved = OptionalDouble.of((et - startEt) * 1e9 / span);
            startNanos = nanos;
            startEt = et;
        }
    }

    /** Sky time per second over about the last second; empty before the first is over. */
    public OptionalDouble achieved() {
        return achieved;
    }

    /** Whether the sky is falling behind: less than nine tenths of the requested rate. */
    public boolean behind(double asked) {
        return achieved.isPresent() && achieved.getAsDouble() / asked < 0.9;
    }
}
