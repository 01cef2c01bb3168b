package orrery.cli;

import java.util.Locale;
import orrery.library.Download;

/** How much of a file has come, and how fast, on standard error where that is a terminal; nothing elsewhere. */
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
        line.draw(what + "  waits for another fetch of it");
    }

    /** Wipes the line away. */
    @Override
    public void close() {
        line.close();
    }
}
