package orrery.ephemeris;

import java.util.function.DoubleUnaryOperator;
import orrery.spk.NaifIds;

/**
 * How far the discs of two bodies are apart, and the step after which they cannot have come closer than they are: the gap over
 * twice the rate at which both directions turn now, and ten minutes at least. Since a gap cannot close sooner, no contact lies
 * within a longer step; within ten minutes it turns at most once.
 *
 * <p>Confined to one thread, whose view it looks through.
 */
final class DiscMotion implements Crossings.Motion {
    private static final double SHORTEST = 600;

    private final EarthView view;
    private final int body;
    private final int other;
    private final DoubleUnaryOperator value;
    private final DoubleUnaryOperator gap;

    /**
     * @param value what the walk looks at
     * @param gap how far the discs are apart, radians; negative where they overlap
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

    /** For how long a body's rate is like its rate now; the Moon's is always. */
    private double reach(int id, double et) {
        return id == NaifIds.MOON ? Crossings.CELL : Math.max(SHORTEST, view.tenth(id, NaifIds.EARTH, et));
    }
}
