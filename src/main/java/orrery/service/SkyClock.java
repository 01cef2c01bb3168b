package orrery.service;

import java.util.Optional;
import orrery.ephemeris.Coverage;
import orrery.math.Constants;

/**
 * The sky's time: an epoch that moves at a rate, within a span. At the edge of the span it stops and records why.
 *
 * <p>Confined to one thread.
 */
public final class SkyClock {
    /** The edge of the coverage that time has reached. */
    public enum Edge {
        START,
        END
    }

    public static final double MINUTE = 60;
    public static final double HOUR = 3600;

    /** The slowest and the fastest rate, in seconds of sky time per second. */
    private static final double SLOWEST = 1e-3;

    private static final double FASTEST = 1000 * Constants.JULIAN_YEAR;
    /** The length of a smooth jump, seconds. */
    private static final double GLIDE = 0.6;

    private Coverage.Span span;
    private double et;
    private double rate;
    private boolean playing;
    private boolean still;
    private boolean gliding;
    private double glide;
    private double from;
    private double to;
    private long moves;
    private boolean led;
    private Optional<Coverage.Span> loop = Optional.empty();
    private Optional<Edge> stopped = Optional.empty();

    /**
     * @param span limits of time, TDB seconds past J2000
     * @param et start; moved into the span
     * @param rate seconds of sky time per second, negative for backward
     */
    public SkyClock(Coverage.Span span, double et, double rate) {
        this.span = span;
        this.et = Math.clamp(et, span.start(), span.end());
        this.rate = rate;
    }

    /** TDB seconds past J2000. */
    public double et() {
        return et;
    }

    /** Seconds of sky time per second, negative for backward; kept while paused. */
    public double rate() {
        return rate;
    }

    public boolean playing() {
        return playing;
    }

    public Coverage.Span span() {
        return span;
    }

    /** The edge at which time stopped by itself, until something moves it again. */
    public Optional<Edge> stopped() {
        return stopped;
    }

    /** Starts time; at an edge, only away from it. */
    public void play() {
        playing = true;
        moves++;
        stopped = Optional.empty();
    }

    /** Stops time and keeps the rate. */
    public void pause() {
        playing = false;
    }

    /** Advances by seconds of real time; called once a pulse. */
    public void advance(double seconds) {
        led = false;
        if (gliding) {
            glide += seconds / GLIDE;
            if (glide >= 1) {
                gliding = false;
                move(to);
            } else {
                et = from + (to - from) * glide * glide * (3 - 2 * glide);
            }
            moves++;
            return;
        }
        if (!playing) {
            return;
        }
        move(looped(et + rate * seconds));
        if (stopped.isPresent()) {
            playing = false;
        }
    }

    /** Wraps an epoch that has left the loop to its other end. */
    private double looped(double next) {
        Coverage.Span marks = this.loop.orElse(null);
        if (marks == null) {
            return next;
        }
        double length = marks.end() - marks.start();
        if (rate > 0 && next > marks.end()) {
            moves++;
            return marks.start() + (next - marks.end()) % length;
        }
        if (rate < 0 && next < marks.start()) {
            moves++;
            return marks.end() - (marks.start() - next) % length;
        }
        return next;
    }

    /** One step of this many seconds of sky time, forward or backward. */
    public void step(double seconds) {
        pause();
        jump(et() + seconds);
    }

    /** One step forward, or backward with -1. */
    public void step(TimeStep step, int direction) {
        pause();
        jump(step.from(gliding ? to : et, direction));
    }

    /** Goes to an epoch, or to the span's nearest edge. */
    public void jump(double epoch) {
        if (Double.isNaN(epoch)) {
            throw new IllegalArgumentException("the epoch to go to is not a number");
        }
        gliding = false;
        led = false;
        moves++;
        move(epoch);
    }

    /** Goes to an epoch smoothly, in about half a second; with {@link #still}, instantly. */
    public void glide(double epoch) {
        if (still) {
            jump(epoch);
            return;
        }
        jump(et);
        from = et;
        to = Math.clamp(epoch, span.start(), span.end());
        if (to == epoch && from != to) {
            gliding = true;
            glide = 0;
        } else {
            jump(epoch);
        }
    }

    /** Advances to an epoch, or to the span's nearest edge, as time does by itself: for a tour, which controls it. */
    public void flow(double epoch) {
        gliding = false;
        led = true;
        move(epoch);
    }

    /** Whether a tour moved time last, so that its pace is the tour's and may differ from the rate. */
    public boolean isLed() {
        return led;
    }

    /** With reduced motion, smooth jumps arrive instantly. */
    public void still(boolean reduced) {
        still = reduced;
    }

    /** Counts everything that has changed time or its rate, except time's own flow. */
    public long moves() {
        return moves;
    }

    /** The two marks between which time loops. */
    public Optional<Coverage.Span> loop() {
        return loop;
    }

    /** Sets the marks, in either order; marks at the same epoch end the loop. */
    public void loop(double a, double b) {
        double start = Math.clamp(Math.min(a, b), span.start(), span.end());
        double end = Math.clamp(Math.max(a, b), span.start(), span.end());
        loop = end > start ? Optional.of(new Coverage.Span(start, end)) : Optional.empty();
    }

    public void endLoop() {
        loop = Optional.empty();
    }

    public void reverse() {
        rate = -rate;
        moves++;
        stopped = Optional.empty();
    }

    public void rate(double secondsASecond) {
        if (!Double.isFinite(secondsASecond) || secondsASecond == 0) {
            throw new IllegalArgumentException("a rate of " + secondsASecond);
        }
        rate = secondsASecond;
        moves++;
    }

    /** A multiple of the present rate, in the same direction. */
    public void faster(double factor) {
        double size = Math.clamp(Math.abs(rate) * factor, SLOWEST, FASTEST);
        rate(Math.copySign(size, rate));
    }

    /** Sets the span of other kernels; time is moved into it. */
    public void span(Coverage.Span newSpan) {
        span = newSpan;
        gliding = false;
        loop = loop.filter(l -> l.start() >= newSpan.start() && l.end() <= newSpan.end());
        stopped = Optional.empty();
        move(et);
    }

    private void move(double to) {
        et = Math.clamp(to, span.start(), span.end());
        stopped = to > span.end()
                ? Optional.of(Edge.END)
                : to < span.start() ? Optional.of(Edge.START) : Optional.empty();
    }
}
