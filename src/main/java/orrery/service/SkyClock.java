package orrery.service;

import java.util.Optional;
import orrery.ephemeris.Coverage;

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
    public static final double DAY = 86400;
    /** A Julian year. */
    public static final double YEAR = 365.25 * DAY;

    /** Rates that the faster and slower steps go through, in seconds of sky a second. */
    private static final double[] LADDER = {
        1,
        10,
        MINUTE,
        10 * MINUTE,
        HOUR,
        6 * HOUR,
        DAY,
        2 * DAY,
        5 * DAY,
        10 * DAY,
        30 * DAY,
        100 * DAY,
        YEAR,
        2 * YEAR,
        5 * YEAR,
        10 * YEAR
    };

    private Coverage.Span span;
    private double et;
    private double rate;
    private boolean playing;
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
        stopped = Optional.empty();
    }

    /** Stops time and keeps the rate. */
    public void pause() {
        playing = false;
    }

    /** Moves on by so many seconds of the real world; called once a pulse. */
    public void advance(double seconds) {
        if (!playing) {
            return;
        }
        move(et + rate * seconds);
        if (stopped.isPresent()) {
            playing = false;
        }
    }

    /** One step of so many seconds of sky, forwards or backwards. */
    public void step(double seconds) {
        pause();
        move(et + seconds);
    }

    /** Goes to an epoch, or to the span's nearest edge. */
    public void jump(double epoch) {
        if (Double.isNaN(epoch)) {
            throw new IllegalArgumentException("the epoch to go to is not a number");
        }
        move(epoch);
    }

    public void reverse() {
        rate = -rate;
        stopped = Optional.empty();
    }

    public void rate(double secondsASecond) {
        if (!Double.isFinite(secondsASecond) || secondsASecond == 0) {
            throw new IllegalArgumentException("a rate of " + secondsASecond);
        }
        rate = secondsASecond;
    }

    /** The next rate of the ladder, in the same direction. */
    public void faster() {
        double size = Math.abs(rate);
        for (double rung : LADDER) {
            if (rung > size * 1.000001) {
                rate = Math.copySign(rung, rate);
                return;
            }
        }
    }

    /** The rate of the ladder before this one, in the same direction. */
    public void slower() {
        double size = Math.abs(rate);
        for (int i = LADDER.length - 1; i >= 0; i--) {
            if (LADDER[i] < size * 0.999999) {
                rate = Math.copySign(LADDER[i], rate);
                return;
            }
        }
    }

    /** Other kernels, another span; time is brought into it. */
    public void span(Coverage.Span newSpan) {
        span = newSpan;
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
