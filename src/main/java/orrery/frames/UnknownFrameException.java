package orrery.frames;

import orrery.spk.KernelException;

/** A frame's number is none of SPICE's, and no kernel that is loaded defines it. */
public final class UnknownFrameException extends KernelException {
    private static final long serialVersionUID = 1L;

    private final int frame;

    public UnknownFrameException(int frame) {
        super("Reference frame " + frame
                + " is none of SPICE's built-in frames, and no frame kernel that is loaded defines"
                + " it, so no rotation to J2000 is known. Load its frame kernel (.tf) beside the others.");
        this.frame = frame;
    }

    /** SPICE's number of the frame, as the segment's descriptor gives it. */
    public int frame() {
        return frame;
    }
}
