package orrery.ui.telemetry;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * The span of time that all charts show, and the instant of the crosshair. It either follows the present, or is paused
 * and can be moved through the history; measuring continues either way. Instants are {@link System#nanoTime}
 * nanoseconds. Independent of any control; JavaFX thread only.
 */
final class TimeWindow {
    /** The shortest span: one millisecond. */
    static final long LEAST = 1_000_000L;

    /** The longest span: the whole history. */
    static final long MOST = 600_000_000_000L;

    private long span = 30_000_000_000L;
    private long end;
    private long now;
    private long origin = Long.MIN_VALUE;
    private boolean live = true;
    private OptionalLong crosshair = OptionalLong.empty();

    /** Advances the present. Moves the window only while it is live. */
    void follow(long present, long first) {
        now = present;
        origin = first;
        if (live) {
            end = present;
        }
    }

    long from() {
        return end - span;
    }

    long to() {
        return end;
    }

    long span() {
        return span;
    }

    boolean live() {
        return live;
    }

    /** The present, as last set. */
    long now() {
        return now;
    }

    OptionalLong crosshair() {
        return crosshair;
    }

    void crosshair(long nanos) {
        crosshair = OptionalLong.of(Math.clamp(nanos, from(), to()));
    }

    void noCrosshair() {
        crosshair = OptionalLong.empty();
    }

    /** Follows the present again, or freezes. */
    void live(boolean wanted) {
        live = wanted;
        if (wanted) {
            end = now;
        }
    }

    /** Moves by an amount; moving into the past pauses, reaching the present makes it live again. */
    void pan(long nanos) {
        end = Math.clamp(end + nanos, Math.min(now, oldest() + span), now);
        live = end == now && nanos > 0;
    }

    /** Makes the span {@code factor} times as long, with the instant {@code at} staying in place on screen. */
    void zoom(double factor, long at) {
        long longer = Math.clamp((long) (span * factor), LEAST, MOST);
        long kept = Math.clamp(at, from(), to());
        double share = (double) (end - kept) / span;
        span = longer;
        if (!live) {
            end = Math.min(now, kept + (long) (share * longer));
        }
    }

    /** Sets the length of the span. */
    void span(long nanos) {
        span = Math.clamp(nanos, LEAST, MOST);
    }

    /** Shows the whole history up to now. */
    void fit() {
        span = Math.clamp(now - oldest(), 1_000_000_000L, MOST);
        live(true);
    }

    private long oldest() {
        return Math.max(origin, now - MOST);
    }

    /** Parses a typed length such as {@code 5 s}, {@code 250ms}, {@code 2 min}; empty if it is not one. */
    static OptionalLong parse(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        int digits = 0;
        while (digits < trimmed.length() && "0123456789.".indexOf(trimmed.charAt(digits)) >= 0) {
            digits++;
        }
        double unit = switch (trimmed.substring(digits).strip()) {
            case "us", "µs" -> 1e3;
            case "ms" -> 1e6;
            case "s", "sec", "" -> 1e9;
            case "m", "min" -> 60e9;
            default -> 0;
        };
        try {
            double nanos = Double.parseDouble(trimmed.substring(0, digits)) * unit;
            return nanos >= LEAST && nanos <= MOST ? OptionalLong.of((long) nanos) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
