package orrery.spk;

/**
 * A segment that gives no states. It keeps its place in the order of precedence: a query that it would have answered
 * fails with the reason and does not fall through to an older segment.
 */
abstract sealed class UnusableSegment extends Segment permits DamagedSegment, UnsupportedSegment {
    UnusableSegment(DafWords words, SegmentInfo info) {
        super(words, info);
    }

    /** What a query throws. */
    abstract KernelException refusal();

    @Override
    public final boolean usable() {
        return false;
    }

    @Override
    public final void state(double et, double[] out, Workspace work) {
        throw refusal();
    }

    @Override
    public final Granule granule(double et) {
        throw refusal();
    }

    @Override
    public final long records() {
        return 0;
    }
}
