package orrery.spk;

/** A segment of a data type that this program does not read: listed, but it gives no states. */
final class UnsupportedSegment extends UnusableSegment {

    UnsupportedSegment(DafWords words, SegmentInfo info) {
        super(words, info);
    }

    @Override
    public String trouble() {
        return "data type " + info.type() + " (" + SpkType.name(info.type()) + ") is not read.";
    }

    @Override
    KernelException refusal() {
        int type = info.type();
        return new UnsupportedSegmentTypeException(
                this + " is of SPK data type " + type + " (" + SpkType.name(type)
                        + "), which is not read. The file's other segments work.",
                type);
    }
}
