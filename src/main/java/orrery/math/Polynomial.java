package orrery.math;

/** Sums of powers, by Horner's rule. */
public final class Polynomial {
    private Polynomial() {}

    /**
     * {@return {@code c0 + x (c1 + x (c2 + ...))}}
     *
     * @param x where the sum is evaluated
     * @param coefficients lowest power first
     */
    public static double at(double x, double... coefficients) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
