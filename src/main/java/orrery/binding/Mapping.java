package orrery.binding;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.spk.SpkFile;

/**
 * The only mapping of a file identity, with a count of the handles that share it.
 *
 * <p>Thread-safe. The count and the arena's lifetime are guarded by this object's monitor. Neither queries nor {@link
 * #info} take the monitor. The first handle maps inside it, so a stampede for one file maps it once. A mapping whose
 * count has returned to zero, or whose opening failed, stays {@code dead}: it is replaced in the registry and never
 * revived.
 */
final class Mapping {
    private static final String CUT_SHORT = "its file was cut short on disk";

    private final KernelRegistry registry;
    private final FileIdentity identity;

    private boolean dead;
    private @Nullable Arena arena;
    private @Nullable SpkFile file;

    // Written under the monitor, read without it.
    private volatile Path path;
    private volatile int handles;
    private volatile @Nullable MemorySegment bytes;
    private volatile boolean changed;

    private volatile boolean faulted;
    private volatile @Nullable String stale;
    private volatile boolean altered;

    Mapping(KernelRegistry registry, FileIdentity identity, Path path) {
        this.registry = registry;
        this.identity = identity;
        this.path = path;
    }

    /** Whether this mapping died because its file was replaced or written to while it was being mapped. */
    boolean changedWhileMapped() {
        return changed;
    }

    FileIdentity identity() {
        return identity;
    }

    Path path() {
        return path;
    }

    String name() {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    boolean faulted() {
        return faulted;
    }

    Optional<String> stale() {
        return Optional.ofNullable(stale);
    }

    /** Whether the mapped bytes may differ from those that were opened. */
    boolean altered() {
        return altered;
    }

    /**
     * Adds a handle; maps the file if it is the first. Null if this mapping is dead: the registry must look again.
     *
     * @param by the caller's own alias of the file: another caller's may no longer exist
     */
    synchronized @Nullable KernelHandle acquire(Path by) {
        if (dead) {
            return null;
        }
        if (file == null) {
            boolean mapped = false;
            try {
                mapped = map(by);
            } finally {
                if (!mapped) {
                    dead = true;
                    registry.forget(this);
                }
            }
        }
        return another();
    }

    /** Adds a handle to a mapping that has one open. Null if the last one has been closed in the meantime. */
    synchronized @Nullable KernelHandle another() {
        SpkFile opened = file;
        if (dead || opened == null) {
            return null;
        }
        handles++;
        return new KernelHandle(this, opened);
    }

    /**
     * Removes a handle; the last one unmaps. The arena is closed outside the monitor, because that takes a while under
     * load.
     */
    void release() {
        KernelObserver.Closing closing = InstalledObserver.observer.closing();
        Arena last = null;
        int left;
        synchronized (this) {
            left = --handles;
            if (left == 0) {
                dead = true;
                registry.forget(this);
                last = arena;
                arena = null;
                bytes = null;
                file = null;
            }
        }
        if (last != null) {
            last.close();
            registry.countUnmapped();
        }
        closing.closed(path, left);
    }

    /** Maps and reads the file. False if the path no longer leads to the file that was looked up. */
    private boolean map(Path by) {
        path = by;
        KernelObserver.MappingFile mapping = InstalledObserver.observer.mapping();
        Arena opening = Arena.ofShared();
        boolean mapped = false;
        try (FileChannel channel = FileChannel.open(by, StandardOpenOption.READ)) {
            MemorySegment segment = channel.map(MapMode.READ_ONLY, 0, channel.size(), opening);
            // Checked again only now: otherwise a file renamed over the path between lookup and opening would be
            // returned to every caller who opened the old one by another alias.
            if (segment.byteSize() != identity.size() || !FileIdentity.of(by).equals(identity)) {
                changed = true;
                return false;
            }
            SpkFile read = OutOfLine.get(() -> SpkFile.readAny(segment, name()));
            read.checkUncut();
            file = read;
            arena = opening;
            bytes = segment;
            mapped = true;
            registry.countMapped();
            mapping.mapped(by, segment.byteSize(), read.segments().size());
            return true;
        } catch (IOException e) {
            throw cannotOpen(by, e);
        } catch (InternalError e) {
            throw new KernelFaultException(
                    name() + " was cut short on disk while it was being opened. Fetch it again.", e);
        } finally {
            if (!mapped) {
                opening.close();
            }
        }
    }

    static KernelOpenException keepsChanging(Path path) {
        return new KernelOpenException("Cannot open " + path
                + ": it is being replaced or written to again and again. Wait until it is complete.");
    }

    static KernelOpenException cannotOpen(Path path, IOException e) {
        String why = switch (e) {
            case NotRegularException _ -> "it is not a regular file. Choose a .bsp file.";
            case NoSuchFileException _ -> "there is no such file. Check the path.";
            case AccessDeniedException _ -> "this user may not read it. Change its permissions.";
            default ->
                Files.isDirectory(path)
                        ? "it is a directory. Choose a .bsp file in it."
                        : "the system says: " + e.getMessage() + ".";
        };
        return new KernelOpenException("Cannot open " + path + ": " + why, e);
    }

    /**
     * Called when a read found bytes missing. Every later query on this mapping fails with a typed exception without
     * touching them.
     */
    KernelFaultException fault(Throwable cause) {
        boolean first = !faulted;
        faulted = true;
        altered = true;
        stale = CUT_SHORT;
        if (first) {
            InstalledObserver.observer.faulted(path, CUT_SHORT);
        }
        return faultOf(cause);
    }

    KernelFaultException faultOf(Throwable cause) {
        return new KernelFaultException(
                name() + " was cut short on disk while it was in use; nothing read from it since is used. Put the whole"
                        + " file back and open it again.",
                cause);
    }

    /**
     * Whether apparent damage comes from a file truncated under the map: the bytes beyond the cut read as zeros up to
     * the end of the page. An error that the runtime has yet to throw for such a read also surfaces here, on return
     * from the system call.
     */
    boolean isCutShort() {
        try {
            poll();
        } catch (InternalError e) {
            return true;
        }
        return CUT_SHORT.equals(stale);
    }

    /** Checks the file on disk and marks this mapping stale if it is no longer the file that was mapped. */
    void poll() {
        if (stale != null) {
            return;
        }
        try {
            FileIdentity now = FileIdentity.of(path);
            if (now.equals(identity)) {
                return;
            }
            if (!now.key().equals(identity.key())) {
                mark("another file is now at its path; the mapped bytes are the old ones", false);
            } else if (now.size() < identity.size()) {
                mark(CUT_SHORT, true);
            } else {
                mark("its file was overwritten in place: its numbers can no longer be trusted", true);
            }
        } catch (NoSuchFileException _) {
            mark("its file was removed from its path; the bytes mapped are the old ones", false);
        } catch (IOException e) {
            mark("its file can no longer be looked at (" + e.getMessage() + ")", false);
        }
    }

    private void mark(String why, boolean bytesToo) {
        if (bytesToo) {
            altered = true;
        }
        stale = why;
        InstalledObserver.observer.stale(path, why, bytesToo);
    }

    /** How many handles are open now. */
    int handles() {
        return handles;
    }

    /**
     * What is mapped now; empty before the first handle and after the last. Takes no lock, because the window calls it.
     */
    Optional<MappingInfo> info() {
        MemorySegment mapped = bytes;
        if (mapped == null) {
            return Optional.empty();
        }
        return Optional.of(
                new MappingInfo(path, name(), mapped.address(), mapped.byteSize(), handles, stale(), faulted));
    }
}
