package orrery.cli;

import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.PlaceKind;
import orrery.frames.ReferenceFrame;

/**
 * A kind of place in a frame.
 *
 * @param frame the requested frame; that of the program's defaults for a kind with axes of its own
 */
record FramedPlace(PlaceKind kind, ReferenceFrame frame) {
    /** Checks that the kind is available in the frame. */
    FramedPlace {
        if (kind.isOfDate() && frame.id() != ReferenceFrame.J2000) {
            throw new UsageException("place " + kind.word() + " has its own axes; leave out --frame.");
        }
        if (kind.isProper() && !frame.isInertial()) {
            throw new UsageException("place " + kind.word()
                    + " is not available in a rotating frame; use --abcorr, or leave out --frame.");
        }
    }

    /** Writes a place in the requested frame, or in the place's own axes; returns the light time, seconds. */
    double of(Ephemeris ephemeris, int body, int from, double et, double[] out) {
        if (!kind.isProper()) {
            return ephemeris.planetAt(body, from, et, kind.aberration(), frame, out);
        }
        double lightTime = ephemeris.planetAt(body, from, et, kind, out);
        if (!kind.isOfDate()) {
            ephemeris.frames().rotate(out, ReferenceFrame.J2000, frame.id(), et);
        }
        return lightTime;
    }
}
