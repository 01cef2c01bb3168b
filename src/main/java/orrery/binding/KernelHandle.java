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
 * One owner's hold on a mapped kernel. Closing it ends its own queries and no other handle's; the last handle on a file
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

    /** {@return the absolute path by which this kernel's mapping was first opened} */
    public Path path() {
        return mapping.path();
    }

    /** {@return the file's name, for messages} */
    public String name() {
        return mapping.name();
    }

    /**
     * {@return the kernel's segments and what is known of them}. The values stay readable after {@link #close}; states
     * are asked through {@link #state}, which knows whether the bytes are still there.
     */
    public SpkFile file() {
        return file;
    }

    /** {@return whether {@link #close} was called} */
    public boolean isClosed() {
        return closed;
    }

    /**
     * {@return why the file on disk is no longer what is mapped; empty if it still is}. {@link KernelRegistry#poll}
     * looks.
     */
    public Optional<String> stale() {
        return mapping.stale();
    }

    /**
     * {@return whether the file was written to in place, or cut short, since it was opened}. Then what is read may be
     * other bytes, and no number from this kernel can be trusted. A file that was removed or renamed over is not
     * altered: its bytes stay as they were. {@link KernelRegistry#poll} looks.
     */
    public boolean isAltered() {
        return mapping.altered();
    }

    /**
     * {@return whether a read has met bytes that are gone; from then on every query on this file fails with
     * {@link KernelFaultException}}
     */
    public boolean isFaulted() {
        return mapping.faulted();
    }

    /** {@return where in memory the mapping begins and how long it is; empty once it is unmapped} */
    public Optional<MappingInfo> mapping() {
        return mapping.info();
    }

    /**
     * Makes another handle on the same mapping, closed on its own.
     *
     * @return the caller's to close
     * @throws KernelClosedException if this handle is closed
     */
    public KernelHandle duplicate() {
        KernelObserver.Opening opening = Told.observer.opening();
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
     * @param segment one of {@link #file}'s
     * @param et TDB seconds past J2000
     * @param out receives x, y, z in km and vx, vy, vz in km/s
     * @param work scratch of the calling thread
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
     * Reads mapped bytes of any other kind (comments, granules, coefficients), with the same translation of errors. Not
     * for the query path.
     *
     * @param <T> what is read
     * @param reading reads it; called once on the calling thread
     * @return what {@code reading} returned
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
     * Reads the whole comment area. Comments may be of any size; a program that opens unknown files reads pieces of
     * {@link SpkFile#comments} through {@link #read} instead.
     *
     * @return the text; empty if there is none
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
