package orrery.binding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orrery.spk.DamagedSegmentException;
import orrery.spk.KernelException;
import orrery.spk.Segment;
import orrery.spk.SpkFile;
import orrery.spk.Workspace;

/**
 * One owner's hold on a mapped kernel. Closing it ends its own queries and not those of other handles. Closing the last
 * handle on a file unmaps the file.
 *
 * <p>Thread-safe: any number of threads may query while another closes. A query that races with the close ends with the
 * right answer or with {@link KernelClosedException}, never with a wrong number. {@link #close} is idempotent and does
 * not wait for other handles' queries. Reading takes no lock.
 */
public final class KernelHandle implements AutoCloseable {
    private static final VarHandle CLOSED;

    static {
        try {
            CLOSED = MethodHandles.lookup().findVarHandle(KernelHandle.class, "closed", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Mapping mapping;
    private final SpkFile file;

    private volatile boolean closed;

    KernelHandle(Mapping mapping, SpkFile file) {
        this.mapping = mapping;
        this.file = file;
    }

    /** {@return the absolute path by which this kernel's mapping was first opened} */
    public Path path() {
        return mapping.path();
    }

    /** {@return the file's name, for messages} */
    public String name() {
        return mapping.name();
    }

    /**
     * {@return the kernel's segments and what is known about them} The values stay readable after {@link #close}; for
     * states, use {@link #state}, which knows whether the bytes still exist.
     */
    public SpkFile file() {
        return file;
    }

    /** {@return whether {@link #close} has been called} */
    public boolean isClosed() {
        return closed;
    }

    /**
     * {@return why the file on disk is no longer the file that is mapped; empty if it still is} Updated by {@link
     * KernelRegistry#poll}.
     */
    public Optional<String> stale() {
        return mapping.stale();
    }

    /**
     * {@return whether the file has been written to in place, or truncated, since it was opened} If so, the bytes read
     * may have changed, and no number from this kernel can be trusted. A file that was removed or renamed over does not
     * count: its bytes stay as they were. Updated by {@link KernelRegistry#poll}.
     */
    public boolean isAltered() {
        return mapping.altered();
    }

    /**
     * {@return whether a read has found bytes missing; from then on, every query on this file fails with {@link
     * KernelFaultException}}
     */
    public boolean isFaulted() {
        return mapping.faulted();
    }

    /** {@return where in memory the mapping begins and how long it is; empty once it is unmapped} */
    public Optional<MappingInfo> mapping() {
        return mapping.info();
    }

    /**
     * Makes another handle on the same mapping; the two are closed independently.
     *
     * @return a handle for the caller to close
     * @throws KernelClosedException if this handle is closed
     */
    public KernelHandle duplicate() {
        KernelObserver.Opening opening = InstalledObserver.observer.opening();
        @Nullable KernelHandle twin = closed ? null : mapping.another();
        if (twin == null) {
            throw closedException();
        }
        opening.opened(path(), mapping.handles(), true);
        return twin;
    }

    /**
     * Computes a state from one of this kernel's segments, in the segment's own frame.
     *
     * @param segment a segment of {@link #file}
     * @param et TDB seconds past J2000
     * @param out at least 6 elements; receives x, y, z in km and vx, vy, vz in km/s, in the segment's frame; undefined
     *     when this throws
     * @param work the calling thread's scratch
     * @throws KernelClosedException if this handle is closed before or during the query
     * @throws KernelFaultException if mapped bytes are missing
     * @throws KernelException as {@link Segment#state}
     */
    public void state(Segment segment, double et, double[] out, Workspace work) {
        checkUsable();
        try {
            OutOfLine.state(segment, et, out, work);
        } catch (RuntimeException | InternalError e) {
            throw translated(e);
        }
    }

    /**
     * Reads any other mapped bytes (comments, granules, coefficients) and translates errors in the same way. Not for
     * the query path.
     *
     * @param <T> what is read
     * @param reading does the reading; called once, on the calling thread
     * @return what {@code reading} returned
     * @throws KernelClosedException if this handle is closed before or during the reading
     * @throws KernelFaultException if mapped bytes are missing
     */
    public <T> T read(Supplier<T> reading) {
        checkUsable();
        try {
            T read = OutOfLine.get(reading);
            file.checkUncut();
            return read;
        } catch (RuntimeException | InternalError e) {
            throw translated(e);
        }
    }

    /**
     * Reads the whole comment area. Comments may be of any size. A program that opens unknown files should instead read
     * {@link SpkFile#comments} piece by piece through {@link #read}.
     *
     * @return the text; empty if there is none
     * @throws KernelClosedException if this handle is closed before or during the reading
     * @throws KernelFaultException if mapped bytes are missing
     */
    public String comment() {
        return read(() -> file.comments().text());
    }

    /**
     * Closes this handle; its later queries fail with {@link KernelClosedException}. The last handle on a file unmaps
     * it before this returns. Idempotent.
     */
    @Override
    public void close() {
        if (CLOSED.compareAndSet(this, false, true)) {
            mapping.release();
        }
    }

    private void checkUsable() {
        if (closed) {
            throw closedException();
        }
        if (mapping.faulted()) {
            throw mapping.faultOf(new IllegalStateException("faulted earlier"));
        }
    }

    /**
     * Translates what reading mapped bytes has thrown. A closed arena means that this handle was closed; nonsense may
     * come from a file cut short. Anything else is passed on unchanged.
     */
    private RuntimeException translated(Throwable e) {
        return switch (e) {
            case InternalError _ -> mapping.fault(e);
            case IllegalStateException other -> closed ? closedException() : other;
            case DamagedSegmentException other -> mapping.isCutShort() ? mapping.fault(other) : other;
            case IndexOutOfBoundsException other -> mapping.isCutShort() ? mapping.fault(other) : other;
            case ArithmeticException other -> mapping.isCutShort() ? mapping.fault(other) : other;
            case RuntimeException other -> other;
            default -> throw new AssertionError(e);
        };
    }

    private KernelClosedException closedException() {
        return new KernelClosedException(
                "This handle on " + name() + " is closed; others on the same file are not affected. Open it again.");
    }

    @Override
    public String toString() {
        return name() + (closed ? " (closed)" : "");
    }
}
