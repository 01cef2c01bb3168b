package orrery.frames;

import orrery.math.StateRotation;

/** One of SPICE's inertial frames: a rotation that never changes. */
final class InertialRotation implements FrameRotation {
    private final double[] rotation;

    InertialRotation(InertialFrame frame) {
        this.rotation = frame.rotationToJ2000();
    }

    @Override
    public int base() {
        return ReferenceFrame.J2000;
    }

    @Override
    public void toBase(double et, double[] out) {
        StateRotation.setFixed(rotation, out);
    }

    @Override
    public String source(double et) {
        return "built in (SPICE's inertial frames)";
    }
}
