package orrery.spk;

/** A segment whose descriptor or directory is unsound. */
public final class DamagedSegment extends UnusableSegment {
    private static final String SET_ASIDE = "set aside: ";

    /** As {@link #trouble}: one string for all that hold it, because a file may have a quarter of a million of them. */
    private final String trouble;

    DamagedSegment(DafWords words, SegmentInfo info, String reason) {
        super(words, info);
        this.trouble = SET_ASIDE + reason;
    }

    /** {@return why the segment was set aside, in words that begin with a small letter} */
    public String reason() {
        return trouble.substring(SET_ASIDE.length());
    }

    @Override
    public String trouble() {
        return trouble;
    }

    @Override
    KernelException refusal() {
        return new DamagedSegmentException(this + " was set aside when the file was opened: " + reason());
    }
}
