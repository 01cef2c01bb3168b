package orrery.frames;

import orrery.math.StateRotation;

/** The rotation of a frame relative to its base, the frame in which it is defined. Immutable and thread-safe. */
interface FrameRotation {
    /** SPICE's number of the base frame. */
    int base();

    /**
     * The rotation from this frame to its base. Allocates nothing.
     *
     * @param et TDB seconds past J2000
     * @param out a {@link StateRotation}
     * @throws orrery.spk.KernelException if there are no data at that epoch
     */
    void toBase(double et, double[] out);

    /**
     * Where the data at an epoch come from, for people.
     *
     * @throws orrery.spk.KernelException if there are none
     */
    String source(double et);
}
