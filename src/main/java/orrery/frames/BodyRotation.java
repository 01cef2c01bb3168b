package orrery.frames;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.binding.Link;
import orrery.binding.TargetSchedule;
import orrery.math.StateRotation;
import orrery.spk.Segment;

/**
 * A body-fixed frame: oriented by the binary PCK loaded last that covers the epoch, else by the model of text kernels
 * (SPICE: {@code TISBOD}, {@code PCKMAT}).
 */
final class BodyRotation implements FrameRotation {
    private final ReferenceFrame frame;
    private final @Nullable TargetSchedule schedule;
    private final @Nullable BodyModel model;

    private BodyRotation(ReferenceFrame frame, @Nullable TargetSchedule schedule, @Nullable BodyModel model) {
        this.frame = frame;
        this.schedule = schedule;
        this.model = model;
    }

    /**
     * @throws NoOrientationException if no kernel gives it at any epoch
     * @throws TextKernelException if a text kernel gives it incorrectly
     */
    static BodyRotation of(ReferenceFrame frame, KernelVariables variables, @Nullable KernelPool pool) {
        TargetSchedule schedule = pool == null ? null : pool.orientation(frame.classId());
        BodyModel body = BodyModel.of(variables, frame.classId());
        if (schedule == null && body == null) {
            throw NoOrientationException.of(frame);
        }
        return new BodyRotation(frame, schedule, body);
    }

    @Override
    public int base() {
        return ReferenceFrame.J2000;
    }

    @Override
    public void toBase(double et, double[] out) {
        Link link = schedule == null ? null : schedule.at(et);
        int reference;
        if (link == null) {
            BodyModel known = model(et);
            known.fromReference(et, out);
            reference = known.reference();
        } else {
            read(link, et, out);
            reference = link.segment().frame();
        }
        if (reference != ReferenceFrame.J2000) {
            StateRotation.multiplyFixed(out, InertialFrame.rotation(ReferenceFrame.J2000, reference));
        }
        StateRotation.invert(out);
    }

    private BodyModel model(double et) {
        if (model == null) {
            throw NoOrientationException.uncovered(frame, Objects.requireNonNull(schedule), et);
        }
        return model;
    }

    /** Converts a segment's angles to the rotation ({@code PCKE02}, {@code PCKE03}). */
    private void read(Link link, double et, double[] out) {
        FrameScratch scratch = FrameScratch.ofThread();
        double[] angles = scratch.angles;
        Segment segment = link.segment();
        if (!InertialFrame.isInertial(segment.frame())) {
            throw new NoOrientationException(
                    link.kernel().name() + ", " + segment + ", gives the orientation of " + frame
                            + " in the frame " + segment.frame()
                            + "; one of SPICE's inertial frames (1 to 21) expected. Fetch the file again.");
        }
        link.kernel().state(segment, et, angles, scratch.work);
        if (segment.info().type() == 2) {
            EulerAngles.fromAngles(angles, out);
        } else {
            EulerAngles.fromPoleAndSpin(angles, out);
        }
    }

    @Override
    public String source(double et) {
        Link link = schedule == null ? null : schedule.at(et);
        return link == null ? model(et).source() : link.kernel().name();
    }
}
