package orrery.library;

/** Bytes per second, smoothed over a second or two. For use by one thread. */
final class TransferRate {
    private static final long PERIOD = 100_000_000;
    private static final double NEWEST = 0.1;

    private long bytes;
    private long nanos = System.nanoTime();
    private double rate = Double.NaN;

    TransferRate(long bytes) {
        this.bytes = bytes;
    }

    boolean isDue() {
        return System.nanoTime() - nanos >= PERIOD;
    }

    double at(long now) {
        long clock = System.nanoTime();
        double newest = (now - bytes) * 1e9 / Math.max(1, clock - nanos);
        rate = Double.isNaN(rate) ? newest : rate + NEWEST * (newest - rate);
        bytes = now;
        nanos = clock;
        return rate;
    }
}
