package orrery.frames;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelClosedException;
import orrery.math.StateRotation;
import orrery.spk.KernelException;

/**
 * The orientation of a body: by its body-fixed frame, as defined by a kernel ({@code OBJECT_..._FRAME}) or by SPICE
 * itself ({@code IAU_...}); at an epoch for which that frame has no data, by the built-in one.
 *
 * <p>Immutable; as thread-safe and allocation-free as its {@link FrameSystem}.
 */
public final class BodyAxes {
    private final FrameSystem frames;
    private final ReferenceFrame own;
    private final @Nullable ReferenceFrame otherwise;

    /**
     * @param own the body-fixed frame
     * @param otherwise the frame to use where that has no data
     */
    BodyAxes(FrameSystem frames, ReferenceFrame own, @Nullable ReferenceFrame otherwise) {
        this.frames = frames;
        this.own = own;
        this.otherwise = otherwise;
    }

    /** {@return the body-fixed frame, whether it has data or not} */
    public ReferenceFrame own() {
        return own;
    }

    /**
     * Computes the rotation of states from J2000 to the body's axes. Any error of a frame counts as no data, except
     * that its pool is closed.
     *
     * @param et TDB seconds past J2000
     * @param out at least 18 elements; receives what {@link FrameSystem#rotation} gives; unchanged if there are no data
     * @return the frame whose data answered; null if none has any at that epoch
     * @throws KernelClosedException if the pool that has the frame's data is closed
     */
    public @Nullable ReferenceFrame fromJ2000(double et, double[] out) {
        if (gives(own, et, out)) {
            return own;
        }
        return otherwise != null && gives(otherwise, et, out) ? otherwise : null;
    }

    private boolean gives(ReferenceFrame frame, double et, double[] out) {
        try {
            frames.rotation(ReferenceFrame.J2000, frame.id(), et, out);
            return true;
        } catch (KernelClosedException e) {
            // Not a gap in the data: the same question to the pool that replaced it has an answer.
            throw e;
        } catch (KernelException _) {
            // The kernel that names the frame does not cover the epoch, or its data are not loaded.
            return false;
        }
    }

    /**
     * Finds the frame whose data answer at an epoch.
     *
     * @param et TDB seconds past J2000
     * @return the frame; empty if there are no data
     * @throws KernelClosedException as {@link #fromJ2000}
     */
    public Optional<ReferenceFrame> at(double et) {
        return Optional.ofNullable(fromJ2000(et, StateRotation.identity()));
    }
}
