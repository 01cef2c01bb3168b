package orrery.ephemeris;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import orrery.binding.KernelPool;
import orrery.frames.BodyAxes;
import orrery.frames.FrameSystem;
import orrery.frames.InertialFrame;
import orrery.spk.NaifIds;

/** The reference frames of a pool, and the conversion of states between them. Stateless; thread-safe. */
final class PoolFrames {
    private PoolFrames() {}

    /**
     * Returns the frames known to a pool's kernels and to this program. Allocates nothing after a pool's first call.
     */
    static FrameSystem of(KernelPool pool) {
        return FrameSystem.of(pool, Bodies::find);
    }

    /** The orientation of a body; for an asteroid, under whichever of its two numbers it is known. */
    static Optional<BodyAxes> axes(KernelPool pool, int body) {
        FrameSystem frames = of(pool);
        Collection<String> names = Bodies.of(body).names();
        Optional<BodyAxes> own = frames.axes(body, names);
        OptionalInt other = own.isPresent() ? OptionalInt.empty() : NaifIds.otherAsteroidNumber(body);
        return other.isPresent() ? frames.axes(other.getAsInt(), names) : own;
    }

    /**
     * Converts a state in place, as {@code SPKGEO} does: with {@code IRFROT} between inertial frames, otherwise with
     * {@code FRMCHG}.
     *
     * @param et TDB seconds past J2000
     * @throws orrery.spk.KernelException if a frame is unknown, or unknown at that epoch
     */
    static void rotate(KernelPool pool, double[] state, int from, int to, double et) {
        if (from == to) {
            return;
        }
        if (InertialFrame.isInertial(from) && InertialFrame.isInertial(to)) {
            InertialFrame.rotate(state, from, to);
        } else {
            of(pool).rotate(state, from, to, et);
        }
    }
}
