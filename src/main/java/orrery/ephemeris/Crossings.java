package orrery.ephemeris;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;

/**
 * Where a function of time passes zero, upward or downward, or is largest: all such places in a span, provided that the
 * steps are short enough that it turns at most once between three samples. A function that dips to zero and back between two
 * samples of one sign is not missed: its turning point is looked for too.
 *
 * <p>A sample that is not a number is a gap; nothing is found in it. Confined to one thread.
 */
final class Crossings {
    /** A function, and how far it may be stepped over from an epoch, both of TDB seconds past J2000. */
    interface Motion {
        double value(double et);

        /** The longest safe step, seconds. */
        double step(double et);
    }

    /** Told of each step that has been searched; may throw to end the search. */
    interface Steps extends DoubleConsumer {}

    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;

    private final double tolerance;

    /**
     * @param tolerance seconds
     */
    Crossings(double tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * All zeros of an angle or a rate.
     *
     * @param jump a change between two samples of more than this is no passage through zero (an angle's from one half turn
     *     to minus one); infinite where there are no jumps
     * @param found called in order of time
     */
    void zeros(Motion motion, double from, double to, double jump, Steps steps, DoubleConsumer found) {
        DoubleUnaryOperator f = motion::value;
        double t0 = Double.NaN;
        double f0 = Double.NaN;
        double t1 = from;
        double f1 = f.applyAsDouble(from);
        while (t1 < to) {
            steps.accept(t1);
            double t2 = Math.min(to, t1 + motion.step(t1));
            double f2 = f.applyAsDouble(t2);
            if (passes(f1, f2, jump)) {
                found.accept(zero(f, t1, f1, t2, f2));
            } else if (dips(f0, f1, f2, jump)) {
                dip(f, t0, f0, t2, f2, found);
            }
            t0 = t1;
            f0 = f1;
            t1 = t2;
            f1 = f2;
        }
    }

    private static boolean passes(double a, double b, double jump) {
        // A zero on a sample belongs to the step that ends there.
        return ((a < 0 && b >= 0) || (a > 0 && b <= 0)) && Math.abs(a - b) < jump;
    }

    /** Whether the middle of three of one sign is the nearest to zero. */
    private static boolean dips(double a, double b, double c, double jump) {
        return a * b > 0
                && b * c > 0
                && Math.abs(b) < Math.abs(a)
                && Math.abs(b) < Math.abs(c)
                && Math.abs(a - b) < jump
                && Math.abs(b - c) < jump;
    }

    private void dip(DoubleUnaryOperator f, double t0, double f0, double t2, double f2, DoubleConsumer found) {
        double sign = Math.signum(f0);
        double turn = largest(t -> -sign * f.applyAsDouble(t), t0, t2);
        double value = f.applyAsDouble(turn);
        if (value * sign < 0) {
            found.accept(zero(f, t0, f0, turn, value));
            found.accept(zero(f, turn, value, t2, f2));
        }
    }

    /** All places where a function is largest among its neighbours. */
    void maxima(Motion motion, double from, double to, Steps steps, DoubleConsumer found) {
        DoubleUnaryOperator f = motion::value;
        double t0 = Double.NaN;
        double f0 = Double.NaN;
        double t1 = from;
        double f1 = f.applyAsDouble(from);
        while (t1 < to) {
            steps.accept(t1);
            double t2 = Math.min(to, t1 + motion.step(t1));
            double f2 = f.applyAsDouble(t2);
            if (f1 > f0 && f1 >= f2) {
                found.accept(largest(f, t0, t2));
            }
            t0 = t1;
            f0 = f1;
            t1 = t2;
            f1 = f2;
        }
    }

    /** The zero between two epochs of unlike signs: secants that keep their bracket (Dowell and Jarratt's Illinois rule). */
    private double zero(DoubleUnaryOperator f, double from, double atFrom, double to, double atTo) {
        double a = from;
        double fa = atFrom;
        double b = to;
        double fb = atTo;
        for (int i = 0; i < 200 && Math.abs(b - a) > tolerance && fb != 0; i++) {
            double c = b - fb * (b - a) / (fb - fa);
            // Every fourth step halves, so that the bracket closes from both ends.
            if (i % 4 == 3 || !(c > Math.min(a, b) && c < Math.max(a, b))) {
                c = a + (b - a) / 2;
            }
            double fc = f.applyAsDouble(c);
            if (Double.isNaN(fc)) {
                return c;
            }
            if (fc * fb < 0) {
                a = b;
                fa = fb;
            } else {
                fa /= 2;
            }
            b = c;
            fb = fc;
        }
        return b;
    }

    /** The largest between two epochs, by golden sections and, as they close, by parabolas' own limit: doubles' rounding. */
    double largest(DoubleUnaryOperator f, double from, double to) {
        double a = from;
        double d = to;
        double b = a + GOLDEN * (d - a);
        double c = d - GOLDEN * (d - a);
        double fb = f.applyAsDouble(b);
        double fc = f.applyAsDouble(c);
        while (d - a > tolerance) {
            if (fb > fc) {
                d = c;
                c = b;
                fc = fb;
                b = a + GOLDEN * (d - a);
                fb = f.applyAsDouble(b);
            } else {
                a = b;
                b = c;
                fb = fc;
                c = d - GOLDEN * (d - a);
                fc = f.applyAsDouble(c);
            }
            if (!(b < c)) {
                break;
            }
        }
        return a + (d - a) / 2;
    }
}
