package orrery.ui.fx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.animation.AnimationTimer;
import javafx.util.Subscription;

/**
 * The window's one timer. Every live view listens here, so that all of them draw in the same pulse and a hidden view
 * costs nothing. Counts drawn frames.
 *
 * <p>JavaFX thread only, except {@link #framesPerSecond()}.
 */
public final class PulsePump {
    /** Called once a pulse with the pulse's time in nanoseconds and the nanoseconds since the previous pulse. */
    @FunctionalInterface
    public interface Listener {
        void pulse(long nanos, long elapsed);
    }

    private static final long SECOND = 1_000_000_000L;

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            PulsePump.this.handle(now);
        }
    };
    private long last;
    private long windowStart;
    private int windowFrames;
    private volatile double framesPerSecond;

    /** Adds a listener; it is called until the returned subscription ends. */
    public Subscription listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void start() {
        last = 0;
        windowStart = 0;
        timer.start();
    }

    public void stop() {
        timer.stop();
    }

    /** Pulses per second over the last second, 0 before the first second is over. May be read on any thread. */
    public double framesPerSecond() {
        return framesPerSecond;
    }

    private void handle(long now) {
        long elapsed = last == 0 ? 0 : now - last;
        last = now;
        count(now);
        for (Listener listener : listeners) {
            try {
                listener.pulse(now, elapsed);
            } catch (RuntimeException | Error e) {
                // A failing view does not affect the others.
                Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e);
            }
        }
    }

    private void count(long now) {
        if (windowStart == 0) {
            windowStart = now;
            windowFrames = 0;
            return;
        }
        windowFrames++;
        long span = now - windowStart;
        if (span >= SECOND) {
            framesPerSecond = windowFrames * (double) SECOND / span;
            windowStart = now;
            windowFrames = 0;
        }
    }
}
