package orrery.ui.kernels;

import orrery.library.Download;
import orrery.spk.Progress;

/** A long task as both sides see it: the worker tells how far it is, the window looks once a pulse and may call it off. */
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

    /** From 0 to 1; NaN where it is not known. */
    double fraction() {
        return fraction;
    }

    /** Bytes that have come. */
    long have() {
        return have;
    }

    /** Bytes in all, or -1. */
    long total() {
        return total;
    }

    /** Bytes a second. */
    double rate() {
        return rate;
    }
}
