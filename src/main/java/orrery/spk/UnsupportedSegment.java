package orrery.spk;

/** A segment of a data type that this program does not read: listed, but it gives no states. */
final class UnsupportedSegment extends Segment {

    UnsupportedSegment(DafWords words, SegmentInfo info) {
        super(words, info);
    }

    @Override
    public boolean usable() {
        return false;
    }

    @Override
    public String trouble() {
        return "data type " + info.type() + " (" + SegmentTypes.name(info.type()) + ") is not read.";
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

    private UnsupportedSegmentTypeException refused() {
        int type = info.type();
        return new UnsupportedSegmentTypeException(
                this + " is of SPK data type " + type + " (" + SegmentTypes.name(type)
                        + "), which is not read. The file's other segments work.",
                type);
    }
}
