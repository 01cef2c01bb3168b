package orrery.cli;

import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orrery.audit.AuditProgress;

/**
 * The progress of an audit, on one line of standard error redrawn ten times a second if that is a terminal; otherwise
 * nothing. Drawn by a separate thread, so that the audit's threads are not delayed.
 */
final class AuditBar implements AutoCloseable {
    private static final int WIDTH = 20;
    private static final int LINE = 110;
    private static final long PERIOD = 100_000_000;

    private final TerminalLine line = new TerminalLine();
    private final DoubleSupplier share;
    private final Supplier<String> doing;
    private final @Nullable Thread drawer;
    private volatile boolean over;

    /** For the audit of our own reader. */
    AuditBar(AuditProgress progress) {
        this(
                progress::share,
                () -> progress.doing()
                        + progress.window()
                                .map(w -> String.format(
                                        Locale.ROOT,
                                        ", %d of %d inside at once, %,.0f queries/s",
                                        w.most(),
                                        w.needed(),
                                        w.queriesASecond()))
                                .orElse(""));
    }

    /** For an audit that reports the share that is done, from 0 to 1, and the current activity. Any thread may ask. */
    AuditBar(DoubleSupplier share, Supplier<String> doing) {
        this.share = share;
        this.doing = doing;
        this.drawer = line.isShown()
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
            line.draw(text());
            LockSupport.parkNanos(this, PERIOD);
        }
    }

    private String text() {
        int full = (int) (WIDTH * Math.clamp(share.getAsDouble(), 0, 1));
        String text = "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + doing.get();
        return text.length() > LINE ? text.substring(0, LINE) : text;
    }

    /** Clears the line. */
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
            line.close();
        }
    }
}
