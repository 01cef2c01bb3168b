package orrery.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;

/** Broken: the first open of a file is never released, so that the last close unmaps nothing. */
final class ForgetfulCloseReader extends BindingSubject {
    private final List<KernelHandle> kept = new CopyOnWriteArrayList<>();

    ForgetfulCloseReader() {
        super(new KernelRegistry());
    }

    @Override
    public String name() {
        return "forgetful close";
    }

    @Override
    public Handle open(Path kernel) {
        KernelHandle handle = registry.open(kernel);
        if (kept.isEmpty()) {
            kept.add(handle.duplicate());
        }
        return new RealHandle(handle);
    }

    @Override
    public void close() {
        kept.forEach(KernelHandle::close);
    }
}
