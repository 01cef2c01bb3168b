package orrery.spk;

/**
 * A segment whose descriptor or directory is unsound. It keeps its place in the order of precedence: a query that it
 * would have answered fails with the reason and does not fall through to an older segment.
 */
public final class SetAsideSegment extends Segment {
    private static final String SET_ASIDE = "set aside: ";

    /** As {@link #trouble}: one string for all that hold it, because a file may have a quarter of a million of them. */
    private final String trouble;

    SetAsideSegment(DafWords words, SegmentInfo info, String reason) {
        super(words, info);
        this.trouble = SET_ASIDE + reason;
    }

    /** {@return why the segment was set aside, as one sentence} */
    public String reason() {
        return trouble.substring(SET_ASIDE.length());
    }

    @Override
    public boolean usable() {
        return false;
    }

    @Override
    public String trouble() {
        return trouble;
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
        return new DamagedSegmentException(this + " was set aside when the file was opened: " + reason());
    }
}
