package orrery.ephemeris;

import java.util.function.DoubleUnaryOperator;
import orrery.spk.NaifIds;

/**
 * The gap between the discs of two bodies, and a step within which they cannot touch: the gap divided by twice the rate
 * at which both directions turn now, and at least ten minutes. The gap cannot close sooner, so a longer step contains
 * no contact; within ten minutes the gap turns at most once.
 *
 * <p>Confined to one thread, whose view it uses.
 */
final class DiscMotion implements Crossings.Motion {
    private static final double SHORTEST = 600;

    private final EarthView view;
    private final int body;
    private final int other;
    private final DoubleUnaryOperator value;
    private final DoubleUnaryOperator gap;

    /**
     * @param value the function that the walk samples
     * @param gap the gap between the discs, radians; negative if they overlap
     */
    DiscMotion(EarthView view, int body, int other, DoubleUnaryOperator value, DoubleUnaryOperator gap) {
        this.view = view;
        this.body = body;
        this.other = other;
        this.value = value;
        this.gap = gap;
    }

    @Override
    public double value(double et) {
        return value.applyAsDouble(et);
    }

    @Override
    public double step(double et) {
        double rate = view.turning(body, et) + view.turning(other, et);
        double step = Math.max(SHORTEST, Math.abs(gap.applyAsDouble(et)) / rate);
        return Math.min(step, Math.min(reach(body, et), reach(other, et)));
    }

    /** How long a body's rate stays close to its current rate; the Moon's always does. */
    private double reach(int id, double et) {
        return id == NaifIds.MOON ? Crossings.CELL : Math.max(SHORTEST, view.tenth(id, NaifIds.EARTH, et));
    }
}
