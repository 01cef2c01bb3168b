package orrery.ephemeris;

import orrery.frames.InertialFrame;
import orrery.frames.UnknownFrameException;

/** Rotates states between the frames of segments, allocating nothing. */
final class Frames {
    private static final InertialFrame[] BY_ID = InertialFrame.values();

    private Frames() {}

    /**
     * Rotates a state in place, by way of J2000.
     *
     * @throws UnknownFrameException if one of the frames is no built-in inertial frame
     */
    static void rotate(double[] state, int from, int to) {
        InertialFrame source = of(from);
        InertialFrame destination = of(to);
        source.toJ2000(state);
        destination.fromJ2000(state);
    }

    private static InertialFrame of(int id) {
        if (id < 1 || id > BY_ID.length) {
            throw new UnknownFrameException(id);
        }
        return BY_ID[id - 1];
    }
}
