package orrery.binding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import orrery.spk.KernelException;

/**
 * Handles on several kernels, opened together, all or none, and closed together.
 *
 * <p>Thread-safe, as its handles are.
 */
public final class OpenKernels implements AutoCloseable {
    private final List<KernelHandle> handles;

    private OpenKernels(List<KernelHandle> handles) {
        this.handles = List.copyOf(handles);
    }

    /**
     * Opens kernels.
     *
     * @param registry opens them
     * @param files SPK files; a file listed twice is opened twice
     * @return the open kernels, for the caller to close
     * @throws KernelException for the first file that cannot be opened; those before it are closed again
     */
    public static OpenKernels of(KernelRegistry registry, List<Path> files) {
        List<KernelHandle> opened = new ArrayList<>();
        try {
            for (Path file : files) {
                opened.add(registry.open(file));
            }
            return new OpenKernels(opened);
        } catch (Throwable e) {
            opened.forEach(KernelHandle::close);
            throw e;
        }
    }

    /** {@return the handles, in the order of the files} */
    public List<KernelHandle> handles() {
        return handles;
    }

    /** Closes every handle. Idempotent. */
    @Override
    public void close() {
        handles.forEach(KernelHandle::close);
    }
}
