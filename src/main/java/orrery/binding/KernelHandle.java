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
 * One owner's hold on a mapped kernel. Closing it ends its own queries and nobody else's; the last handle on a file
 * unmaps it.
 *
 * <p>Thread-safe: any number of threads may query while another closes. A query that races the close ends in the right
 * answer or in {@link KernelClosedException}, never in a wrong number. {@link #close} is idempotent and does not wait
 * for other handles' queries. Reading takes no lock.
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

    /** The absolute path by which this kernel's mapping was first opened. */
    public Path path() {
        return mapping.path();
    }

    /** File name, for people. */
    public String name() {
        return mapping.name();
    }

    /**
     * The kernel's segments and what is known of them. The values stay readable after {@link #close}; states are asked
     * through {@link #state}, which knows whether the bytes are still there.
     */
    public SpkFile file() {
        return file;
    }

    /** {@return whether {@link #close} was called} */
    public boolean isClosed() {
        return closed;
    }

    /** Why the file on disk is no longer what is mapped, if it is not ({@link KernelRegistry#poll} looks). */
    public Optional<String> stale() {
        return mapping.stale();
    }

    /**
     * Whether the file was written to in place, or cut short, since it was opened: what is read now may be other bytes, and no
     * number of this kernel can be trusted ({@link KernelRegistry#poll} looks). Not so of a file that was removed, or that
     * another was renamed over: its bytes stay as they were.
     */
    public boolean isAltered() {
        return mapping.altered();
    }

    /** Whether a read has met bytes that are gone: then every query on this file fails typed. */
    public boolean isFaulted() {
        return mapping.faulted();
    }

    /** Where in memory the mapping begins and how long it is, as long as it is mapped. */
    public Optional<MappingInfo> mapping() {
        return mapping.info();
    }

    /**
     * Another handle on the same mapping, with a life of its own.
     *
     * @throws KernelClosedException if this handle is closed
     */
    public KernelHandle duplicate() {
        @Nullable KernelHandle twin = closed ? null : mapping.another();
        if (twin == null) {
            throw closedException();
        }
        return twin;
    }

    /**
     * A state from one of this kernel's segments, in the segment's own frame: see {@link Segment#state}.
     *
     * @throws KernelClosedException if this handle is closed before or during the query
     * @throws KernelFaultException if the mapped bytes are gone
     * @throws KernelException as {@link Segment#state}
     */
    public void state(Segment segment, double et, double[] out, Workspace work) {
        checkUsable();
        try {
            OutOfLine.state(segment, et, out, work);
        } catch (IllegalStateException e) {
            throw translate(e);
        } catch (InternalError e) {
            throw mapping.fault(e);
        } catch (DamagedSegmentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw mapping.isCutShort() ? mapping.fault(e) : e;
        }
    }

    /**
     * Anything else that reads the mapped bytes (comments, granules, coefficients), with the same translation of what
     * can go wrong beneath. Not for the query path.
     */
    public <T> T read(Supplier<T> reading) {
        checkUsable();
        try {
            T read = OutOfLine.get(reading);
            file.checkUncut();
            return read;
        } catch (IllegalStateException e) {
            throw translate(e);
        } catch (InternalError e) {
            throw mapping.fault(e);
        } catch (DamagedSegmentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw mapping.isCutShort() ? mapping.fault(e) : e;
        }
    }

    /**
     * The kernel's comment area as a whole; empty if it has none. Comments may be of any size: whoever reads files that are
     * not known reads pieces of {@link SpkFile#comments}, through {@link #read}.
     */
    public String comment() {
        return read(() -> file.comments().text());
    }

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

    /** A dead arena means that this handle was closed; any other such exception is a defect and passes unchanged. */
    private RuntimeException translate(IllegalStateException e) {
        return closed ? closedException() : e;
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
