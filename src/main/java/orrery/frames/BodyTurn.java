package orrery.frames;

import org.jspecify.annotations.Nullable;
import orrery.math.StateRotation;

/** A frame that turns with a body: by the model of text kernels. */
final class BodyTurn implements FrameTurn {
    private final BodyModel model;
    private final double @Nullable [] fromJ2000;

    private BodyTurn(BodyModel model, double @Nullable [] fromJ2000) {
        this.model = model;
        this.fromJ2000 = fromJ2000;
    }

    static BodyTurn of(KernelVariables variables, ReferenceFrame frame) {
        BodyModel model = BodyModel.of(variables, frame.classId());
        if (model == null) {
            throw NoOrientationException.of(frame);
        }
        double[] reference = model.reference() == ReferenceFrame.J2000
                ? null
                : InertialFrame.rotation(ReferenceFrame.J2000, model.reference());
        return new BodyTurn(model, reference);
    }

    @Override
    public int base() {
        return ReferenceFrame.J2000;
    }

    @Override
    public void toBase(double et, double[] out) {
        if (fromJ2000 == null) {
            model.fromReference(et, out);
        } else {
            double[] turned = FrameScratch.ofThread().model;
            model.fromReference(et, turned);
            StateRotation.multiplyFixed(turned, fromJ2000, out);
        }
        StateRotation.invert(out);
    }

    @Override
    public String source(double et) {
        return model.source();
    }
}
