package orrery.math;

import java.util.function.DoubleUnaryOperator;

/** Searches a bracket for a zero or a maximum. Stateless. */
public final class Search {
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;

    private Search() {}

    /**
     * Finds the zero between two points at which a function has opposite signs, by a secant method that keeps the
     * bracket (Dowell and Jarratt, "A modified regula falsi method", BIT 11, 1971: the Illinois rule).
     *
     * @param f the function
     * @param from one end of the bracket
     * @param atFrom the value at {@code from}
     * @param to the other end
     * @param atTo the value at {@code to}
     * @param tolerance the width at which the bracket is narrow enough
     * @return the zero; if the function was NaN at some point, that point
     */
    public static double zero(
            DoubleUnaryOperator f, double from, double atFrom, double to, double atTo, double tolerance) {
        double a = from;
        double fa = atFrom;
        double b = to;
        double fb = atTo;
        for (int i = 0; i < 200 && Math.abs(b - a) > tolerance && fb != 0; i++) {
            double c = b - fb * (b - a) / (fb - fa);
            // Every fourth step halves the bracket, so that it closes from both ends.
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

    /**
     * Finds the maximum of a function that rises and then falls, by golden-section search (Kiefer, "Sequential minimax
     * search for a maximum", Proceedings of the AMS 4, 1953). Stops when the bracket is narrower than the tolerance, or
     * as narrow as doubles can represent.
     *
     * @param f the function
     * @param from lower end of the bracket
     * @param to upper end of the bracket
     * @param tolerance the width at which the bracket is narrow enough
     * @return the middle of the last bracket
     */
    public static double largest(DoubleUnaryOperator f, double from, double to, double tolerance) {
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
