package orrery.frames;

import orrery.spk.KernelException;

/** Thrown for a frame id that is not one of SPICE's own and that no loaded kernel defines. */
public final class UnknownFrameException extends KernelException {
    private static final long serialVersionUID = 1L;

    /** Frames of missions have longer numbers (Frames Required Reading, "Frame IDs Reserved for Public Use"). */
    private static final int LEAST_GIVEN = 1000;

    /** The number of the frame. */
    private final int frame;

    /**
     * Creates the error for a frame.
     *
     * @param frame its number
     */
    public UnknownFrameException(int frame) {
        super("Reference frame " + frame
                + (Math.abs((long) frame) < LEAST_GIVEN
                        ? ": NAIF assigns that number to no frame, so no rotation to J2000 is known."
                        : " is not one of SPICE's built-in frames, and no loaded frame kernel defines it, so no"
                                + " rotation to J2000 is known. Load its frame kernel (.tf) in addition."));
        this.frame = frame;
    }

    /** {@return SPICE's id of the frame, as the segment's descriptor gives it} */
    public int frame() {
        return frame;
    }
}
