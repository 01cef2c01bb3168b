package orrery.cli;

import java.util.Locale;
import orrery.library.Download;

/** The progress of a download, on standard error if that is a terminal; otherwise nothing. */
final class FetchBar implements Download.Watcher, AutoCloseable {
    private static final double MEGA = 1e6;
    private final TerminalLine line = new TerminalLine();
    private final String what;

    FetchBar(String what) {
        this.what = what;
    }

    @Override
    public void at(long have, long total, double rate) {
        if (line.isShown()) {
            line.draw(String.format(
                    Locale.ROOT,
                    "%s  %.1f%s MB  %.2f MB/s",
                    what,
                    have / MEGA,
                    total < 0 ? "" : String.format(Locale.ROOT, " of %.1f", total / MEGA),
                    rate / MEGA));
        }
    }

    @Override
    public void waits() {
        line.draw(what + "  waits for another fetch of this file");
    }

    /** Clears the line. */
    @Override
    public void close() {
        line.close();
    }
}
