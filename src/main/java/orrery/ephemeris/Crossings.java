package orrery.ephemeris;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;
import orrery.math.Constants;
import orrery.math.Search;

/**
 * Where a function of time passes zero, upward or downward, or is largest: all such places in a span, provided that the
 * steps are short enough that it turns at most once between three samples. A function that dips to zero and back between two
 * samples of one sign is not missed: its turning point is looked for too.
 *
 * <p>Where a function is sampled depends on the function and on the ends of its data, never on the span that somebody asks
 * for: time is cut into {@link #CELL cells}, the walk through each begins at the cell's start, and a span is walked from the
 * cell before its first to the cell after its last. So an event near an end of a span is found as it would be in any other
 * span, to the bit, and the union of adjoining spans is the whole, each event once: a span is half open, {@code [from, to)}.
 * Where the data themselves begin or end, one more sample a minute inside shows an extreme up to that minute.
 *
 * <p>A sample that is not a number is a gap; nothing is found in it. Confined to one thread.
 */
final class Crossings {
    /** Seconds of a cell, the longest step. */
    static final double CELL = 20 * Constants.DAY;
    /** How far from the ends of the data the second and the last but one sample lie, seconds. */
    static final double EDGE = 60;

    /** A function, and how far it may be stepped over from an epoch, both of TDB seconds past J2000. */
    interface Motion {
        double value(double et);

        /** The longest safe step, seconds. */
        double step(double et);
    }

    /** Told of each step that has been searched; may throw to end the search. */
    interface Steps extends DoubleConsumer {}

    /** Told of each place, in order of time. */
    interface Places {
        /**
         * A zero or a maximum.
         *
         * @param et TDB seconds past J2000
         * @param rising whether the function goes from below to above zero; false of a maximum
         */
        void at(double et, boolean rising);
    }

    private final double tolerance;

    /**
     * @param tolerance seconds
     */
    Crossings(double tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * All zeros within a span.
     *
     * @param data where the function has values
     * @param from where the span begins
     * @param to where it ends: a zero there belongs to the next
     */
    void zeros(Motion motion, Coverage.Span data, double from, double to, Steps steps, Places found) {
        Places inside = within(from, to, found);
        DoubleUnaryOperator f = motion::value;
        walk(motion, data, from, to, steps, (t0, f0, t1, f1, t2, f2) -> {
            if (passes(f1, f2)) {
                inside.at(Search.zero(f, t1, f1, t2, f2, tolerance), f1 < f2);
            } else if (dips(f0, f1, f2)) {
                dip(f, t0, f0, t2, f2, inside);
            }
        });
    }

    /** All places within a span where a function is largest among its neighbours. */
    void maxima(Motion motion, Coverage.Span data, double from, double to, Steps steps, Places found) {
        Places inside = within(from, to, found);
        walk(motion, data, from, to, steps, (t0, f0, t1, f1, t2, f2) -> {
            if (f1 > f0 && f1 >= f2) {
                inside.at(Search.largest(motion::value, t0, t2, tolerance), false);
            }
        });
    }

    private static Places within(double from, double to, Places found) {
        return (et, rising) -> {
            if (et >= from && et < to) {
                found.at(et, rising);
            }
        };
    }

    /** Looks at three neighbouring samples; of the first step the first is not a number. */
    private interface Look {
        void at(double t0, double f0, double t1, double f1, double t2, double f2);
    }

    private static void walk(Motion motion, Coverage.Span data, double from, double to, Steps steps, Look look) {
        double start = Math.max(data.start(), cell(from) - CELL);
        double end = Math.min(data.end(), cell(to) + 2 * CELL);
        double t0 = Double.NaN;
        double f0 = Double.NaN;
        double t1 = start;
        double f1 = motion.value(start);
        while (t1 < end) {
            steps.accept(t1);
            double t2 = next(motion, data, t1, end);
            double f2 = motion.value(t2);
            look.at(t0, f0, t1, f1, t2, f2);
            t0 = t1;
            f0 = f1;
            t1 = t2;
            f1 = f2;
        }
    }

    private static double next(Motion motion, Coverage.Span data, double et, double end) {
        if (et == data.start()) {
            return Math.min(et + EDGE, end);
        }
        double next = Math.min(et + motion.step(et), cell(et) + CELL);
        double last = data.end() - EDGE;
        return et < last && next > last ? last : Math.min(next, end);
    }

    /** Where the cell of an epoch begins. */
    private static double cell(double et) {
        return Math.floor(et / CELL) * CELL;
    }

    private static boolean passes(double a, double b) {
        // A zero on a sample belongs to the step that ends there.
        return (a < 0 && b >= 0) || (a > 0 && b <= 0);
    }

    /** Whether the middle of three of one sign is the nearest to zero. */
    private static boolean dips(double a, double b, double c) {
        return a * b > 0 && b * c > 0 && Math.abs(b) < Math.abs(a) && Math.abs(b) < Math.abs(c);
    }

    private void dip(DoubleUnaryOperator f, double t0, double f0, double t2, double f2, Places found) {
        double sign = Math.signum(f0);
        double turn = Search.largest(t -> -sign * f.applyAsDouble(t), t0, t2, tolerance);
        double value = f.applyAsDouble(turn);
        if (value * sign < 0) {
            found.at(Search.zero(f, t0, f0, turn, value, tolerance), f0 < 0);
            found.at(Search.zero(f, turn, value, t2, f2, tolerance), f0 > 0);
        }
    }
}
