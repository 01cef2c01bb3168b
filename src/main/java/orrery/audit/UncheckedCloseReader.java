package orrery.audit;

import java.nio.file.Path;
import orrery.binding.KernelClosedException;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;

/** Broken: a closed handle does not report it, and leaves the caller's array as it was. */
final class UncheckedCloseReader extends BindingSubject {
    UncheckedCloseReader() {
        super(new KernelRegistry());
    }

    @Override
    public String name() {
        return "close without check";
    }

    @Override
    public Handle open(Path kernel) {
        return new UncheckedHandle(registry.open(kernel));
    }

    private static final class UncheckedHandle extends RealHandle {
        UncheckedHandle(KernelHandle handle) {
            super(handle);
        }

        @Override
        public Handle duplicate() {
            return new UncheckedHandle(real().duplicate());
        }

        @Override
        public void state(int segment, double et, double[] out) {
            try {
                super.state(segment, et, out);
            } catch (KernelClosedException _) {
                // This is the defect: nothing is reported.
            }
        }
    }
}
