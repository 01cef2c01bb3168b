package orrery.stand;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.List;

/**
 * IMCCE's CALCEPH through its own public interface: {@code calceph_open_array}, {@code calceph_prefetch},
 * {@code calceph_compute_unit} with NAIF ids, km and seconds. Prefetched, as its manual requires for using one handle
 * from several threads.
 */
@SuppressWarnings({"restricted", "try"}) // It calls a library, whose close may throw anything.
final class CalcephReader implements Reader {
    private static final double J2000 = 2_451_545.0;
    private static final double DAY = 86_400;
    /** CALCEPH_UNIT_KM + CALCEPH_UNIT_SEC + CALCEPH_USE_NAIFID, from calceph.h. */
    private static final int UNITS = 2 + 8 + 32;
    /** For calceph_seterrorhandler: a user function. */
    private static final int OWN_HANDLER = 3;

    private static final ThreadLocal<String> SAID = ThreadLocal.withInitial(() -> "");
    private static final int VERSION = 64;

    private final MethodHandle open;
    private final MethodHandle prefetch;
    private final MethodHandle threadSafe;
    private final MethodHandle compute;
    private final MethodHandle close;
    private final String name;

    private CalcephReader(CLibrary library) throws ReaderLoadException {
        open = library.function("calceph_open_array", FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS));
        prefetch = library.function("calceph_prefetch", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        threadSafe = library.function("calceph_isthreadsafe", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        compute = library.function(
                "calceph_compute_unit",
                FunctionDescriptor.of(
                        JAVA_INT, ADDRESS, JAVA_DOUBLE, JAVA_DOUBLE, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
        close = library.function("calceph_close", FunctionDescriptor.ofVoid(ADDRESS));
        MethodHandle handler =
                library.function("calceph_seterrorhandler", FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS));
        MethodHandle version = library.function("calceph_getversion_str", FunctionDescriptor.ofVoid(ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle receive = MethodHandles.lookup()
                    .findStatic(CalcephReader.class, "receive", MethodType.methodType(void.class, MemorySegment.class));
            handler.invokeExact(
                    OWN_HANDLER,
                    Linker.nativeLinker().upcallStub(receive, FunctionDescriptor.ofVoid(ADDRESS), Arena.global()));
            MemorySegment room = arena.allocate(VERSION);
            version.invokeExact(room);
            name = "CALCEPH " + CLibrary.text(room);
        } catch (Throwable e) {
            throw CLibrary.unexpected(e);
        }
    }

    static Reader load(Path file) throws ReaderLoadException {
        return new CalcephReader(CLibrary.load(file));
    }

    /** Called by the library, on the querying thread. */
    @SuppressWarnings("UnusedMethod") // Found by name.
    private static void receive(MemorySegment message) {
        SAID.set(CLibrary.text(message));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Session open(List<Path> kernels) throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment paths = CLibrary.paths(kernels, arena);
            MemorySegment handle;
            try {
                handle = (MemorySegment) open.invokeExact(kernels.size(), paths);
                if (handle.address() != 0 && (int) prefetch.invokeExact(handle) == 0) {
                    throw new RefusedException("it could not be prefetched: " + SAID.get());
                }
            } catch (RefusedException e) {
                throw e;
            } catch (Throwable e) {
                throw CLibrary.unexpected(e);
            }
            if (handle.address() == 0) {
                throw new RefusedException(SAID.get());
            }
            return new CalcephSession(handle);
        }
    }

    /** The library's own statement on one handle and several threads. */
    private boolean isThreadSafe(MemorySegment handle) {
        try {
            return (int) threadSafe.invokeExact(handle) != 0;
        } catch (Throwable e) {
            throw CLibrary.unexpected(e);
        }
    }

    private static final ThreadLocal<MemorySegment> ROOM =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(6L * Double.BYTES, Double.BYTES));

    private final class CalcephSession implements Session, SelfDescribed {
        private final MemorySegment handle;

        CalcephSession(MemorySegment handle) {
            this.handle = handle;
        }

        @Override
        public String says() {
            return "calceph_isthreadsafe says " + (isThreadSafe(handle) ? "yes" : "no");
        }

        @Override
        public void state(int target, int center, double et, double[] out) throws Exception {
            MemorySegment room = ROOM.get();
            int done;
            try {
                done = (int) compute.invokeExact(handle, J2000, et / DAY, target, center, UNITS, room);
            } catch (Throwable e) {
                throw CLibrary.unexpected(e);
            }
            if (done == 0) {
                throw new RefusedException(SAID.get());
            }
            MemorySegment.copy(room, JAVA_DOUBLE, 0, out, 0, 6);
        }

        @Override
        public void close() {
            try {
                close.invokeExact(handle);
            } catch (Throwable e) {
                throw CLibrary.unexpected(e);
            }
        }
    }
}
