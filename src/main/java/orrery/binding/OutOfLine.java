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
 * Reads mapped bytes behind a call that no compiler inlines, so that an error in the read arises inside the caller's
 * {@code try}.
 *
 * <p>Where a page of a map is gone because the file was cut short, the runtime throws an {@link InternalError}, but not
 * at the read: it marks the thread, lets the read return anything, and throws at the thread's next safepoint poll. A
 * compiled method polls when it returns. If the method that reads were compiled into its caller, and that into the
 * next, the poll could come behind the {@code try}, and behind wrong numbers already handed out. So the method that
 * reads must be one that is called and returns.
 *
 * <p>A method handle makes sure of that: a compiler can only inline what a handle leads to if the handle is a constant,
 * and a field that is not final holds none. That needs no option of the virtual machine and does not rest on the size
 * of a method. Beside a direct call it costs about a nanosecond (see the page on speed).
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

    /** {@link Segment#state}; an error of the runtime about a missing page arises before this returns. */
    static void state(Segment segment, double et, double[] out, Workspace work) {
        try {
            stateOfSegment.invokeExact(segment, et, out, work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw undeclared(e);
        }
    }

    /** {@link Supplier#get}; an error of the runtime about a missing page arises before this returns. */
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
