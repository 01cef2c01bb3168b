package orrery.spk;

import orrery.math.Trig;

/** The weighted mean of two states, shared by types 5 and 10 (SPICE: the end of {@code SPKE05} and {@code SPKE10}). */
final class Blend {
    private Blend() {}

    /**
     * W a + (1 - W) b with W = 1/2 + 1/2 cos(pi (t - t1) / (t2 - t1)), with velocities that include the derivative of
     * W.
     *
     * @param first the state from the elements at {@code t1}; receives the mean
     * @param second the state from the elements at {@code t2}
     */
    static void states(double et, double t1, double t2, double[] first, double[] second) {
        double numerator = et - t1;
        double denominator = t2 - t1;
        double argument = numerator * Math.PI / denominator;
        double rate = Math.PI / denominator;
        double w = Trig.cos(argument) * 0.5 + 0.5;
        double dw = Trig.sin(argument) * -0.5 * rate;
        double other = 1 - w;
        for (int axis = 0; axis < 3; axis++) {
            double velocity = w * first[axis + 3] + other * second[axis + 3];
            first[axis + 3] = velocity + (dw * first[axis] + -dw * second[axis]);
            first[axis] = w * first[axis] + other * second[axis];
        }
    }
}
