package orrery.frames;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
     * The rotation of states from J2000 to the body's axes.
     *
     * @param et TDB seconds past J2000
     * @param out receives 18 numbers, as {@link FrameSystem#rotation}; unchanged if there are no data
     * @return the frame whose data answered; null if neither has any at that epoch
     */
    public @Nullable ReferenceFrame fromJ2000(double et, double[] out) {
        try {
            frames.rotation(ReferenceFrame.J2000, own.id(), et, out);
            return own;
        } catch (KernelException _) {
            // The kernel that names the frame does not cover the epoch, or its data are not loaded.
        }
        if (otherwise != null) {
            try {
                frames.rotation(ReferenceFrame.J2000, otherwise.id(), et, out);
                return otherwise;
            } catch (KernelException _) {
                return null;
            }
        }
        return null;
    }

    /**
     * Finds the frame whose data answer at an epoch.
     *
     * @param et TDB seconds past J2000
     * @return the frame; empty if there are no data
     */
    public Optional<ReferenceFrame> at(double et) {
        return Optional.ofNullable(fromJ2000(et, StateRotation.identity()));
    }
}
