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
    /** Seconds after which the remaining time is shown. */
    private static final double SOON = 2;

    private final TerminalLine line = new TerminalLine();
    private final String what;
    private final long begun = System.nanoTime();
    private long drawn;

    ProgressLine(String what) {
        this.what = what;
        this.drawn = System.nanoTime() - PERIOD;
    }

    @Override
    public void at(double fraction) {
        long now = System.nanoTime();
        if (line.isShown() && now - drawn >= PERIOD) {
            drawn = now;
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
