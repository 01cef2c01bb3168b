package orrery.ephemeris;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;
import orrery.math.Constants;
import orrery.math.Search;

/**
 * Finds where a function of time crosses zero, upward or downward, or has a maximum. It finds all such places in a
 * span, provided that the steps are short enough for the function to turn at most once within three samples. A function
 * that dips to zero and back between two samples of the same sign is not missed: its turning point is searched for as
 * well.
 *
 * <p>The sampling epochs depend on the function and on the ends of its data, never on the span requested. Time is
 * divided into {@link #CELL cells}; the walk through each begins at the start of the cell, and a span is walked from
 * the cell before its first to the cell after its last. So an event near an end of a span is found bit for bit as it
 * would be in any other span. Spans are half open, {@code [from, to)}, so adjoining spans together give the events of
 * the whole, each once. Where the data begin or end, an extra sample one minute inside reveals an extreme up to that
 * minute.
 *
 * <p>A sample that is NaN is a gap; nothing is found in it. Confined to one thread.
 */
final class Crossings {
    /** The length of a cell, which is also the longest step, in seconds. */
    static final double CELL = 20 * Constants.DAY;
    /** The distance of the second and the last but one sample from the ends of the data, in seconds. */
    static final double EDGE = 60;

    /** A function and the safe step at an epoch, both taking TDB seconds past J2000. */
    interface Motion {
        double value(double et);

        /** The longest safe step, seconds. */
        double step(double et);
    }

    /** Receives each step that has been searched; may throw to end the search. */
    interface Steps extends DoubleConsumer {}

    /** Receives each place found, in order of time. */
    interface Places {
        /**
         * A zero or a maximum.
         *
         * @param et TDB seconds past J2000
         * @param rising whether the function goes from negative to positive; false for a maximum
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
     * Finds all zeros within a span.
     *
     * @param data where the function has values
     * @param from the start of the span
     * @param to the end of the span: a zero there belongs to the next one
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

    /** Finds all local maxima of a function within a span. */
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

    /** Examines three neighboring samples; in the first step, the first sample is NaN. */
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

    /** The start of the cell that contains an epoch. */
    private static double cell(double et) {
        return Math.floor(et / CELL) * CELL;
    }

    private static boolean passes(double a, double b) {
        // A zero at a sample belongs to the step that ends there.
        return (a < 0 && b >= 0) || (a > 0 && b <= 0);
    }

    /** Whether the middle of three samples of the same sign is the nearest to zero. */
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
