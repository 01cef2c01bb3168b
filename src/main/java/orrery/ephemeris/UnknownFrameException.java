package orrery.ephemeris;

import orrery.spk.KernelException;

/** A segment's frame is none that this program can rotate to J2000; the segment is readable in its own frame. */
public final class UnknownFrameException extends KernelException {
    private static final long serialVersionUID = 1L;

    private final int frame;

    UnknownFrameException(int frame) {
        super("Reference frame " + frame + " is not one of SPICE's inertial frames (1 to "
                + InertialFrame.values().length
                + "), and no rotation to J2000 is known for it. The segment can be read in its own frame (seg,et).");
        this.frame = frame;
    }

    /** SPICE's number of the frame, as the segment's descriptor gives it. */
    public int frame() {
        return frame;
    }
}
