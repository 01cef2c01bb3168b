package orrery.frames;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import orrery.binding.FileKind;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;

/**
 * Files of any kind as one pool: SPKs and binary PCKs are mapped, text kernels are parsed; each is recognized by its
 * first bytes.
 *
 * <p>Stateless; thread-safe.
 */
public final class PoolFiles {
    private PoolFiles() {}

    /**
     * Opens files of any kind into a pool: SPKs, binary PCKs and text kernels, recognized by content. Meta-kernels are
     * not followed. They, and anything else, are opened as SPKs, which fails with a message about what the file is.
     *
     * @param registry opens them
     * @param files in load order: the last has the highest precedence
     * @return a pool with its own handles, which the caller must close
     * @throws orrery.spk.KernelException for the first file that cannot be opened or is invalid, or as {@link
     *     KernelPool#of(List, List)}; nothing stays open
     */
    public static KernelPool open(KernelRegistry registry, List<Path> files) {
        List<KernelHandle> handles = new ArrayList<>();
        List<TextKernel> texts = new ArrayList<>();
        try {
            for (Path file : files) {
                switch (kind(file)) {
                    case BINARY_PCK -> handles.add(registry.openOrientation(file));
                    case TEXT_KERNEL -> texts.add(TextKernel.read(file));
                    default -> handles.add(registry.open(file));
                }
            }
            return KernelPool.of(handles, texts);
        } finally {
            handles.forEach(KernelHandle::close);
        }
    }

    private static FileKind kind(Path file) {
        try {
            return FileKind.of(file);
        } catch (IOException _) {
            // Opening it reports why it cannot be read.
            return FileKind.OTHER;
        }
    }
}
