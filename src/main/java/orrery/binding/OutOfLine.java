package orrery.binding;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orrery.spk.Segment;
import orrery.spk.Workspace;

/**
 * Reads mapped bytes behind a call that no compiler inlines, so that an error in the read is thrown inside the caller's
 * {@code try}.
 *
 * <p>If a page of a map is missing because the file was truncated, the runtime throws an {@link InternalError}, but not
 * at the read. It marks the thread, lets the read return any value, and throws at the thread's next safepoint poll. A
 * compiled method polls when it returns. If the reading method were inlined into its caller, and that into the next,
 * the poll could come after the {@code try}, when wrong numbers have already been returned. So the reading method must
 * be one that is really called and returns.
 *
 * <p>A method handle ensures that: a compiler can inline the target of a handle only if the handle is a constant, and a
 * non-final field is not a constant. This needs no option of the virtual machine and does not depend on the size of a
 * method. It costs about a nanosecond more than a direct call (see the page on speed).
 *
 * <p>Stateless; thread-safe: the fields are written once, before any thread can see this class.
 */
final class OutOfLine {
    // Not final: see above.
    private static MethodHandle stateOfSegment;
    private static MethodHandle getOfSupplier;

    static {
        Lookup lookup = MethodHandles.lookup();
        try {
            stateOfSegment = lookup.findVirtual(
                    Segment.class,
                    "state",
                    MethodType.methodType(void.class, double.class, double[].class, Workspace.class));
            getOfSupplier = lookup.findVirtual(Supplier.class, "get", MethodType.methodType(Object.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private OutOfLine() {}

    /** {@link Segment#state}; a runtime error about a missing page is thrown before this returns. */
    static void state(Segment segment, double et, double[] out, Workspace work) {
        try {
            stateOfSegment.invokeExact(segment, et, out, work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw undeclared(e);
        }
    }

    /** {@link Supplier#get}; a runtime error about a missing page is thrown before this returns. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // A supplier of T supplies a T.
    static <T extends @Nullable Object> T get(Supplier<T> reading) {
        try {
            return (T) (Object) getOfSupplier.invokeExact(reading);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw undeclared(e);
        }
    }

    private static IllegalStateException undeclared(Throwable e) {
        return new IllegalStateException("Neither method declares such an exception.", e);
    }
}
