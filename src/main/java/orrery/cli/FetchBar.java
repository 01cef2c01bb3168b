package orrery.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import orrery.library.Download;

/** How much of a file has come, and how fast, on standard error where that is a terminal; nothing elsewhere. */
@SuppressWarnings("SystemConsoleNull") // The JDK's own contract still allows null.
final class FetchBar implements Download.Watcher, AutoCloseable {
    private static final double MEGA = 1e6;
    private static final int WIDTH = 79;

    private final PrintWriter err;
    private final String what;
    private final boolean shown;

    FetchBar(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
        Console console = System.console();
        this.shown = console != null && console.isTerminal();
    }

    @Override
    public void at(long have, long total, double rate) {
        if (shown) {
            String line = String.format(
                    Locale.ROOT,
                    "%s  %.1f%s MB  %.2f MB/s",
                    what,
                    have / MEGA,
                    total < 0 ? "" : String.format(Locale.ROOT, " of %.1f", total / MEGA),
                    rate / MEGA);
            err.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
            err.flush();
        }
    }

    @Override
    public void waits() {
        if (shown) {
            err.print("\r" + what + "  waits for another fetch of it");
            err.flush();
        }
    }

    /** Wipes the line away. */
    @Override
    public void close() {
        if (shown) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }
    }
}
