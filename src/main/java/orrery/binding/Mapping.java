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
 * The one mapping of one file identity, counted by the handles that share it.
 *
 * <p>Thread-safe. The count and the arena's life are guarded by this object's monitor, which no query ever takes, nor
 * anybody who only looks ({@link #info}); the first handle maps inside it, so that a stampede for one file maps it once.
 * A mapping whose count has returned to zero, or whose opening failed, is {@code dead} for ever and is replaced in the
 * registry, never revived.
 */
final class Mapping {
    private static final String CUT_SHORT = "its file was cut short on disk";

    private final KernelRegistry registry;
    private final FileIdentity identity;

    private boolean dead;
    private @Nullable Arena arena;
    private @Nullable SpkFile file;

    // Written under the monitor, looked at without it.
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

    /** Whether the bytes mapped may be others than those that were opened. */
    boolean altered() {
        return altered;
    }

    /**
     * One more handle; maps the file if this is the first. Null if this mapping is dead: ask the registry again.
     *
     * @param by the caller's own alias of the file: another's may be gone by now
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

    /** One more handle beside one that is open. Null if the last one has been closed meanwhile. */
    synchronized @Nullable KernelHandle another() {
        SpkFile opened = file;
        if (dead || opened == null) {
            return null;
        }
        handles++;
        return new KernelHandle(this, opened);
    }

    /** One handle less; the last unmaps. The arena is closed outside the monitor: under load that takes a while. */
    void release() {
        KernelObserver.Closing closing = Told.observer.closing();
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

    /** Maps and reads the file. False if what stands at the path is no longer the file that was looked up. */
    private boolean map(Path by) {
        path = by;
        KernelObserver.Mapped mapping = Told.observer.mapping();
        Arena opening = Arena.ofShared();
        boolean mapped = false;
        try (FileChannel channel = FileChannel.open(by, StandardOpenOption.READ)) {
            MemorySegment segment = channel.map(MapMode.READ_ONLY, 0, channel.size(), opening);
            // Looked at again only now: a file renamed over the path between the look-up and the opening would
            // otherwise be handed to everybody who asked for the old one by another alias.
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

    /** A read met bytes that are gone. Every later query on this mapping fails typed without touching them. */
    KernelFaultException fault(Throwable cause) {
        boolean first = !faulted;
        faulted = true;
        altered = true;
        stale = CUT_SHORT;
        if (first) {
            Told.observer.faulted(path, CUT_SHORT);
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
     * Whether what looked like damage was the file being cut short under the map: its bytes beyond the cut read as
     * zeros up to the end of the page. An error that the runtime has still to throw for such a read surfaces here too,
     * on the return from the system.
     */
    boolean isCutShort() {
        try {
            poll();
        } catch (InternalError e) {
            return true;
        }
        return CUT_SHORT.equals(stale);
    }

    /** Looks at the file on disk and marks this mapping stale if it is no longer what was mapped. */
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
                mark("another file now stands at its path; the bytes mapped are the old ones", false);
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
        Told.observer.stale(path, why, bytesToo);
    }

    /** How many handles are open on it now. */
    int handles() {
        return handles;
    }

    /** What is mapped now; empty before the first handle and after the last. Takes no lock: the window asks. */
    Optional<MappingInfo> info() {
        MemorySegment mapped = bytes;
        if (mapped == null) {
            return Optional.empty();
        }
        return Optional.of(
                new MappingInfo(path, name(), mapped.address(), mapped.byteSize(), handles, stale(), faulted));
    }
}
