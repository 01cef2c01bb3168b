package orrery.service;

import java.util.Optional;
import orrery.ephemeris.Coverage;
import orrery.math.Constants;

/**
 * The sky's time: an epoch that moves at a rate, within a span. At the span's edge it stops and knows why.
 *
 * <p>Confined to one thread.
 */
public final class SkyClock {
    /** Which edge of the coverage time has run into. */
    public enum Edge {
        START,
        END
    }

    public static final double MINUTE = 60;
    public static final double HOUR = 3600;

    /** The slowest and the fastest rate, in seconds of sky a second. */
    private static final double SLOWEST = 1e-3;

    private static final double FASTEST = 1000 * Constants.JULIAN_YEAR;
    /** How long a smooth jump takes, seconds. */
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
     * @param span where time may be, TDB seconds past J2000
     * @param et where it begins; brought into the span
     * @param rate seconds of sky a second, negative for backwards
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

    /** Seconds of sky a second, negative for backwards; kept while paused. */
    public double rate() {
        return rate;
    }

    public boolean playing() {
        return playing;
    }

    public Coverage.Span span() {
        return span;
    }

    /** The edge at which time has stopped by itself, until something moves it again. */
    public Optional<Edge> stopped() {
        return stopped;
    }

    /** Lets time go; at an edge, only away from it. */
    public void play() {
        playing = true;
        moves++;
        stopped = Optional.empty();
    }

    /** Stops time and keeps the rate. */
    public void pause() {
        playing = false;
    }

    /** Moves on by so many seconds of the real world; called once a pulse. */
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

    /** Brings an epoch that has run out of the loop back into it, at its other end. */
    private double looped(double next) {
        Coverage.Span loop = this.loop.orElse(null);
        if (loop == null) {
            return next;
        }
        double length = loop.end() - loop.start();
        if (rate > 0 && next > loop.end()) {
            moves++;
            return loop.start() + (next - loop.end()) % length;
        }
        if (rate < 0 && next < loop.start()) {
            moves++;
            return loop.end() - (loop.start() - next) % length;
        }
        return next;
    }

    /** One step of so many seconds of sky, forwards or backwards. */
    public void step(double seconds) {
        pause();
        jump(et() + seconds);
    }

    /** One step forwards, or backwards with -1. */
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

    /** Goes to an epoch smoothly, in about half a second; with {@link #still}, at once. */
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

    /** Flows to an epoch, or to the span's nearest edge, as time does by itself: for a tour, which leads it. */
    public void flow(double epoch) {
        gliding = false;
        led = true;
        move(epoch);
    }

    /** Whether a tour moved time last, so that its pace is the tour's and need not be the rate. */
    public boolean isLed() {
        return led;
    }

    /** Whether a smooth jump is under way. */
    public boolean gliding() {
        return gliding;
    }

    /** With reduced motion, smooth jumps arrive at once. */
    public void still(boolean reduced) {
        still = reduced;
    }

    /** Counts whatever has moved time, or its rate, but for its own flow. */
    public long moves() {
        return moves;
    }

    /** The two marks between which time goes round and round. */
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

    /** So many times the present rate, in the same direction. */
    public void faster(double factor) {
        double size = Math.clamp(Math.abs(rate) * factor, SLOWEST, FASTEST);
        rate(Math.copySign(size, rate));
    }

    /** Other kernels, another span; time is brought into it. */
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
