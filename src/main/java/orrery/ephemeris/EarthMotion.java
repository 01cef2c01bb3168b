package orrery.ephemeris;

import java.util.function.DoubleUnaryOperator;
import orrery.spk.NaifIds;

/**
 * A function of where bodies are seen from the Earth, or of the position of one relative to another, with a step in
 * which no direction turns by more than six degrees. Confined to one thread.
 */
final class EarthMotion {
    private EarthMotion() {}

    /** A function of directions from the Earth: the fastest of the bodies sets the step. */
    static Crossings.Motion seen(EarthView view, DoubleUnaryOperator value, int... bodies) {
        return motion(value, et -> {
            double step = Crossings.CELL;
            for (int body : bodies) {
                step = Math.min(step, view.tenth(body, NaifIds.EARTH, et));
            }
            return step;
        });
    }

    /** The rate of a geometric distance. */
    static Crossings.Motion parting(EarthView view, int body, int other) {
        return between(view, et -> view.parting(body, other, et), body, other);
    }

    /** A function of the geometric vector from one body to another. */
    static Crossings.Motion between(EarthView view, DoubleUnaryOperator value, int body, int other) {
        return motion(value, et -> view.tenth(body, other, et));
    }

    /** A function with its own step. */
    static Crossings.Motion motion(DoubleUnaryOperator value, DoubleUnaryOperator step) {
        return new Crossings.Motion() {
            @Override
            public double value(double et) {
                return value.applyAsDouble(et);
            }

            @Override
            public double step(double et) {
                return step.applyAsDouble(et);
            }
        };
    }
}
