package orrery.cli;

import java.util.Locale;
import orrery.spk.Progress;

/**
 * A progress bar on standard error for long commands if that is a terminal; otherwise nothing.
 *
 * <p>For use by one thread, which reports the progress; drawn at most ten times a second.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final int WIDTH = 40;
    private static final long PERIOD = 100_000_000;
    /** Nanoseconds after which a bar of 0 % says that work is under way. */
    private static final long PATIENCE = 500_000_000;
    /** Seconds after which the remaining time is shown. */
    private static final double SOON = 2;

    private final TerminalLine line = new TerminalLine();
    private final String what;
    private final long begun = System.nanoTime();
    private final Thread owner = Thread.currentThread();
    private long drawn;
    private boolean isDrawn;

    ProgressLine(String what) {
        this.what = what;
        this.drawn = System.nanoTime() - PERIOD;
    }

    @Override
    public void at(double fraction) {
        long now = System.nanoTime();
        if (line.isShown() && now - drawn >= PERIOD) {
            drawn = now;
            isDrawn = true;
            int full = (int) (WIDTH * Math.clamp(fraction, 0, 1));
            line.draw(String.format(
                    Locale.ROOT,
                    "%s [%s%s] %3.0f %% %s",
                    what,
                    "#".repeat(full),
                    " ".repeat(WIDTH - full),
                    fraction * 100,
                    left(fraction, now)));
        }
    }

    /** Never; but a task that asks before it has anything to report is shown to have begun. */
    @Override
    public boolean isCancelled() {
        if (!isDrawn && owner.equals(Thread.currentThread()) && System.nanoTime() - begun > PATIENCE) {
            at(0);
        }
        return false;
    }

    /** The remaining time, once enough is done to estimate it. */
    private String left(double fraction, long now) {
        double passed = (now - begun) * 1e-9;
        if (passed < SOON || !(fraction > 0)) {
            return "";
        }
        long seconds = Math.round(passed * (1 - fraction) / fraction);
        return seconds < 90 ? seconds + " s left" : (seconds + 30) / 60 + " min left";
    }

    /** Clears the bar. */
    @Override
    public void close() {
        line.close();
    }
}
