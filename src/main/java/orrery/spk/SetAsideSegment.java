package orrery.spk;

/**
 * A segment whose descriptor or directory is unsound. It keeps its place in the order of precedence: a query that it
 * would have answered fails with the reason and does not fall through to an older segment.
 */
public final class SetAsideSegment extends Segment {
    private final String reason;

    SetAsideSegment(DafWords words, SegmentInfo info, String reason) {
        super(words, info);
        this.reason = reason;
    }

    /** {@return why the segment was set aside, as one sentence} */
    public String reason() {
        return reason;
    }

    @Override
    public boolean usable() {
        return false;
    }

    @Override
    public String trouble() {
        return "set aside: " + reason;
    }

    @Override
    public void state(double et, double[] out, Workspace work) {
        throw refused();
    }

    @Override
    public Granule granule(double et) {
        throw refused();
    }

    @Override
    public long records() {
        return 0;
    }

    private DamagedSegmentException refused() {
        return new DamagedSegmentException(this + " was set aside when the file was opened: " + reason);
    }
}
