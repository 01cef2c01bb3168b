package orrery.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import orrery.audit.AuditProgress;

/**
 * How far an audit is, on one line of standard error that is drawn anew ten times a second, where that is a terminal;
 * nothing elsewhere. Drawn by a thread of its own, since the audit's own must not be kept.
 */
@SuppressWarnings("SystemConsoleNull") // The JDK's own contract still allows null.
final class AuditBar implements AutoCloseable {
    private static final int WIDTH = 20;
    private static final int LINE = 110;
    private static final long PERIOD = 100_000_000;

    private final PrintWriter err;
    private final AuditProgress progress;
    private final @Nullable Thread drawer;
    private volatile boolean over;

    AuditBar(PrintWriter err, AuditProgress progress) {
        this.err = err;
        this.progress = progress;
        Console console = System.console();
        this.drawer = console != null && console.isTerminal()
                ? Thread.ofPlatform().daemon().name("orrery-audit-bar").unstarted(this::draw)
                : null;
    }

    AuditBar start() {
        if (drawer != null) {
            drawer.start();
        }
        return this;
    }

    private void draw() {
        while (!over) {
            String line = line();
            err.print("\r" + line + " ".repeat(Math.max(0, LINE - line.length())));
            err.flush();
            LockSupport.parkNanos(this, PERIOD);
        }
    }

    private String line() {
        int full = (int) (WIDTH * Math.clamp(progress.share(), 0, 1));
        String line = "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + progress.doing()
                + progress.window()
                        .map(w -> String.format(
                                Locale.ROOT,
                                ", %d of %d inside at once, %,.0f queries/s",
                                w.most(),
                                w.needed(),
                                w.queriesASecond()))
                        .orElse("");
        return line.length() > LINE ? line.substring(0, LINE) : line;
    }

    /** Wipes the line away. */
    @Override
    public void close() {
        over = true;
        if (drawer != null) {
            try {
                LockSupport.unpark(drawer);
                drawer.join(1_000);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            err.print("\r" + " ".repeat(LINE) + "\r");
            err.flush();
        }
    }
}
