package orrery.ephemeris;

import orrery.math.Constants;
import orrery.math.Vectors;

/**
 * The correction of a state for the observer's motion, and its rate (SPICE: {@code ZZSTELAB}, in the same order of
 * operations). Newtonian: the direction turns by phi towards the observer's velocity, sin phi = (velocity across the
 * line of sight) / c.
 *
 * <p>Not thread-safe: its fields are the scratch of one thread.
 */
final class StellarAberration {
    /** Below this sine, SPICE computes the rate from differences, because the direction of the turn is ill defined. */
    private static final double SMALLEST_SINE = 1e-6;

    /** The observer's velocity, in the last three elements, and acceleration, as used here. */
    private final double[] observer = new double[6];

    private final double[] acceleration = new double[3];
    private final double[] unit = new double[6];
    private final double[] across = new double[6];
    private final double[] acrossUnit = new double[6];
    private final double[] velocity = new double[3];
    private final double[] line = new double[3];
    private final double[] correction = new double[3];
    private final double[] earlier = new double[3];
    private final double[] later = new double[3];

    /**
     * Adds the correction and its rate to a state.
     *
     * @param transmission whether light travels to the target; the direction then turns the other way
     * @param ofObserver its acceleration wrt the barycenter, km/s^2
     * @param stateOfObserver wrt the barycenter, km and km/s
     * @param state target wrt observer, corrected for light time; corrected in place
     */
    void correct(boolean transmission, double[] ofObserver, double[] stateOfObserver, double[] state) {
        for (int i = 0; i < 3; i++) {
            observer[i + 3] = transmission ? -stateOfObserver[i + 3] : stateOfObserver[i + 3];
            acceleration[i] = transmission ? -ofObserver[i] : ofObserver[i];
        }
        Vectors.hatState(state, 0, unit, 0);
        Vectors.perpendicular(observer, 3, unit, 0, across, 0);
        double rangeRate = Vectors.dot(state, 3, unit, 0);
        double sine = Vectors.norm(across, 0) / Constants.C;
        double cosine = cosine(sine);
        Vectors.hat(across, 0, acrossUnit, 0);
        double range = Vectors.norm(state, 0);
        for (int i = 0; i < 3; i++) {
            correction[i] = range * sine * acrossUnit[i] + range * (cosine - 1) * unit[i];
        }
        if (sine >= SMALLEST_SINE) {
            addRate(state, range, rangeRate, sine, cosine);
        } else {
            offset(-1, state, earlier);
            offset(1, state, later);
            for (int i = 0; i < 3; i++) {
                state[i + 3] = 0.5 * later[i] + -0.5 * earlier[i] + state[i + 3];
            }
        }
        for (int i = 0; i < 3; i++) {
            state[i] = correction[i] + state[i];
        }
    }

    /** The rate in closed form: equation 11 of {@code ZZSTELAB}. */
    private void addRate(double[] state, double range, double rangeRate, double sine, double cosine) {
        double along = -Vectors.dot(observer, 3, unit, 3) - Vectors.dot(acceleration, 0, unit, 0);
        double turning = -Vectors.dot(observer, 3, unit, 0);
        for (int i = 0; i < 3; i++) {
            across[i + 3] = acceleration[i] + along * unit[i] + turning * unit[i + 3];
        }
        Vectors.hatState(across, 0, acrossUnit, 0);
        double phiRate = 1 / (cosine * Constants.C) * Vectors.dot(across, 3, acrossUnit, 0);
        for (int i = 0; i < 3; i++) {
            double side = sine * acrossUnit[i + 3] + cosine * phiRate * acrossUnit[i];
            double front = (cosine - 1) * unit[i + 3] + -sine * phiRate * unit[i];
            double rate =
                    range * (side + front) + rangeRate * sine * acrossUnit[i] + rangeRate * (cosine - 1) * unit[i];
            state[i + 3] = rate + state[i + 3];
        }
    }

    /**
     * The correction a second earlier or later, by linear extrapolation. Overwrites the fields that hold the current
     * one.
     */
    private void offset(double seconds, double[] state, double[] out) {
        for (int i = 0; i < 3; i++) {
            velocity[i] = observer[i + 3] + seconds * acceleration[i];
            line[i] = state[i] + seconds * state[i + 3];
        }
        Vectors.hat(line, 0, unit, 0);
        Vectors.perpendicular(velocity, 0, unit, 0, across, 0);
        Vectors.hat(across, 0, acrossUnit, 0);
        double sine = Vectors.norm(across, 0) / Constants.C;
        double range = Vectors.norm(line, 0);
        double front = range * (cosine(sine) - 1);
        for (int i = 0; i < 3; i++) {
            out[i] = range * sine * acrossUnit[i] + front * unit[i];
        }
    }

    private static double cosine(double sine) {
        return StrictMath.sqrt(Math.max(0, 1 - sine * sine));
    }
}
