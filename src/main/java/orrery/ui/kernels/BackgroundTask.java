package orrery.ui.kernels;

import orrery.library.Download;
import orrery.spk.Progress;

/**
 * A long task as seen from both sides: the worker reports its progress; the window checks once a pulse and may cancel
 * it.
 */
final class BackgroundTask implements Progress, Download.Watcher {
    private volatile double fraction = Double.NaN;
    private volatile long have;
    private volatile long total = -1;
    private volatile double rate;
    private volatile boolean cancelled;

    @Override
    public void at(double done) {
        fraction = done;
    }

    @Override
    public void at(long bytes, long length, double bytesPerSecond) {
        have = bytes;
        total = length;
        rate = bytesPerSecond;
        fraction = length > 0 ? (double) bytes / length : Double.NaN;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    /** From 0 to 1; NaN if unknown. */
    double fraction() {
        return fraction;
    }

    /** Bytes received. */
    long have() {
        return have;
    }

    /** Total bytes, or -1. */
    long total() {
        return total;
    }

    /** Bytes per second. */
    double rate() {
        return rate;
    }
}
