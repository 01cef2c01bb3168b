package orrery.ui.telemetry;

import java.util.ArrayList;
import java.util.List;
import orrery.telemetry.LatencyHistogram;
import orrery.telemetry.LatencyRecorder;

/**
 * The window's own frames: the time from each pulse to the next, second by second. A pulse more than one and a half
 * sixtieths of a second after the previous one has dropped frames. JavaFX thread only.
 */
final class FrameTimes {
    private static final long SECOND = 1_000_000_000L;
    private static final long FRAME = SECOND / 60;
    private static final int KEEP = 600;

    /** One second: when it ended, its median and p99 frame time in nanoseconds, and its dropped frames. */
    record Second(long nanos, double median, double p99, long dropped) {}

    private final List<Second> seconds = new ArrayList<>();
    private LatencyRecorder current = new LatencyRecorder();
    private long began;
    private long dropped;

    /** A pulse has occurred, {@code elapsed} nanoseconds after the previous one. */
    void pulse(long nanos, long elapsed) {
        if (elapsed <= 0) {
            return;
        }
        current.record(elapsed);
        dropped += Math.max(0, Math.round((double) elapsed / FRAME) - 1);
        if (began == 0) {
            began = nanos;
        }
        if (nanos - began >= SECOND) {
            LatencyHistogram times = current.snapshot();
            seconds.add(new Second(nanos, times.percentile(50), times.percentile(99), dropped));
            if (seconds.size() > KEEP) {
                seconds.removeFirst();
            }
            current = new LatencyRecorder();
            began = nanos;
            dropped = 0;
        }
    }

    /** The last ten minutes, one value per second. */
    List<Second> seconds() {
        return seconds;
    }
}
