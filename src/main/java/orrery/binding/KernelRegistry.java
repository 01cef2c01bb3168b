package orrery.binding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import orrery.spk.DafKind;
import orrery.spk.KernelException;

/**
 * Opens kernels, with one mapping per file identity, however many handles there are and whatever alias was used
 * (relative path, symbolic link, hard link).
 *
 * <p>Thread-safe. Threads that open the same file at the same time get handles on one mapping, opened once. A failed
 * opening is not remembered: the next call tries again. Only opening and closing take a lock, which covers only the one
 * file.
 *
 * <p>Reading what is in a file, and two handles on one mapping:
 *
 * {@snippet file="orrery/ephemeris/ReaderExamplesTest.java" region="registry"}
 */
public final class KernelRegistry {
    /** How often a file may change between lookup and mapping before the opening is abandoned. */
    private static final int CHANGES = 100;

    private final ConcurrentHashMap<FileIdentity, Mapping> mappings = new ConcurrentHashMap<>();
    private final AtomicLong mapped = new AtomicLong();
    private final AtomicLong unmapped = new AtomicLong();

    /** Makes a registry with no files yet. One per program is enough; two would map the same file twice. */
    public KernelRegistry() {}

    /**
     * Opens an SPK. A file that is already open, under any name, is not mapped again.
     *
     * @param path the file
     * @return a handle for the caller to close
     * @throws KernelOpenException if the file cannot be opened
     * @throws KernelException if it is not an SPK, or none of it can be read
     */
    public KernelHandle open(Path path) {
        return open(path, DafKind.SPK);
    }

    /**
     * Opens a binary PCK, which holds orientation instead of positions, as {@link #open} opens an SPK.
     *
     * @param path the file
     * @return a handle for the caller to close
     * @throws KernelOpenException if the file cannot be opened
     * @throws KernelException if it is not a binary PCK, or none of it can be read
     */
    public KernelHandle openOrientation(Path path) {
        return open(path, DafKind.PCK);
    }

    private KernelHandle open(Path path, DafKind kind) {
        KernelHandle handle = openAny(path);
        try {
            handle.file().checkKind(kind);
        } catch (KernelException e) {
            handle.close();
            throw e;
        }
        return handle;
    }

    private KernelHandle openAny(Path path) {
        Path absolute = path.toAbsolutePath();
        KernelObserver.Opening opening = InstalledObserver.observer.opening();
        int changes = 0;
        while (true) {
            FileIdentity identity = identify(absolute);
            Mapping mapping = mappings.computeIfAbsent(identity, id -> new Mapping(this, id, absolute));
            @Nullable KernelHandle handle = mapping.acquire(absolute);
            if (handle != null) {
                opening.opened(absolute, mapping.handles(), false);
                return handle;
            }
            // It died between lookup and acquisition and has already been removed: look again.
            if (mapping.changedWhileMapped() && ++changes == CHANGES) {
                throw Mapping.keepsChanging(absolute);
            }
        }
    }

    private static FileIdentity identify(Path path) {
        try {
            return FileIdentity.of(path);
        } catch (IOException e) {
            throw Mapping.cannotOpen(path, e);
        }
    }

    /** {@return the mappings now open, sorted by name} */
    public List<MappingInfo> mappings() {
        return mappings.values().stream()
                .map(Mapping::info)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(MappingInfo::name))
                .toList();
    }

    /** {@return how many handles are open on all mappings} */
    public int handles() {
        return mappings().stream().mapToInt(MappingInfo::handles).sum();
    }

    /** {@return how many times this registry has mapped a file} */
    public long mapped() {
        return mapped.get();
    }

    /** {@return how many times this registry has unmapped a file} */
    public long unmapped() {
        return unmapped.get();
    }

    /**
     * Checks every mapped file on disk and marks as stale those that are no longer the file that was mapped. Costs one
     * file-system query per mapping. No thread of the library calls it regularly: a program that wants to notice
     * changed files calls it now and then, for example once a second.
     */
    public void poll() {
        mappings.values().forEach(Mapping::poll);
    }

    void forget(Mapping mapping) {
        mappings.remove(mapping.identity(), mapping);
    }

    void countMapped() {
        mapped.incrementAndGet();
    }

    void countUnmapped() {
        unmapped.incrementAndGet();
    }
}
