package orrery.audit;

import java.nio.file.Path;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;

/** Broken: every answer passes through single precision; it repeats perfectly, but is wrong. */
final class RoundingReader extends BindingSubject {
    RoundingReader() {
        super(new KernelRegistry());
    }

    @Override
    public String name() {
        return "rounding reader";
    }

    @Override
    public Handle open(Path kernel) {
        return new RoundedHandle(registry.open(kernel));
    }

    private static final class RoundedHandle extends RealHandle {
        RoundedHandle(KernelHandle handle) {
            super(handle);
        }

        @Override
        public void state(int segment, double et, double[] out) {
            super.state(segment, et, out);
            for (int c = 0; c < 6; c++) {
                out[c] = (float) out[c];
            }
        }
    }
}
