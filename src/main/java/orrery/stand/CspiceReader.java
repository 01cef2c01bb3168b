package orrery.stand;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;

/**
 * NAIF's CSPICE through its own public interface: {@code furnsh_c}, {@code spkgeo_c}, errors by {@code failed_c},
 * {@code getmsg_c} and {@code reset_c}. Its kernel pool belongs to the process: sessions share it, whatever the
 * discipline.
 */
@SuppressWarnings("try") // A session whose close may throw anything.
final class CspiceReader implements Reader {
    private static final int MESSAGE = 1841;

    private final MethodHandle furnish;
    private final MethodHandle unload;
    private final MethodHandle state;
    private final MethodHandle failed;
    private final MethodHandle message;
    private final MethodHandle reset;
    private final String name;
    private final MemorySegment j2000 = Arena.global().allocateFrom("J2000");
    private final MemorySegment shortOption = Arena.global().allocateFrom("SHORT");
    private final MemorySegment longOption = Arena.global().allocateFrom("LONG");

    private CspiceReader(CLibrary library) throws ReaderLoadException {
        FunctionDescriptor text = FunctionDescriptor.ofVoid(ADDRESS);
        furnish = library.function("furnsh_c", text);
        unload = library.function("unload_c", text);
        state = library.function(
                "spkgeo_c", FunctionDescriptor.ofVoid(JAVA_INT, JAVA_DOUBLE, ADDRESS, JAVA_INT, ADDRESS, ADDRESS));
        failed = library.function("failed_c", FunctionDescriptor.of(JAVA_INT));
        message = library.function("getmsg_c", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, ADDRESS));
        reset = library.function("reset_c", FunctionDescriptor.ofVoid());
        MethodHandle action = library.function("erract_c", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, ADDRESS));
        MethodHandle printing = library.function("errprt_c", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, ADDRESS));
        MethodHandle version = library.function("tkvrsn_c", FunctionDescriptor.of(ADDRESS, ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment set = arena.allocateFrom("SET");
            action.invokeExact(set, 0, arena.allocateFrom("RETURN"));
            printing.invokeExact(set, 0, arena.allocateFrom("NONE"));
            MemorySegment toolkit = (MemorySegment) version.invokeExact(arena.allocateFrom("TOOLKIT"));
            name = "CSPICE " + CLibrary.text(toolkit).replaceFirst("^CSPICE_", "");
        } catch (Throwable e) {
            throw CLibrary.unexpected(e);
        }
    }

    static Reader load(Path file) throws ReaderLoadException {
        return new CspiceReader(CLibrary.load(file));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Session open(List<Path> kernels) throws Exception {
        for (Path kernel : kernels) {
            call(furnish, kernel);
        }
        return new CspiceSession(List.copyOf(kernels));
    }

    private void call(MethodHandle function, Path kernel) throws RefusedException {
        try (Arena arena = Arena.ofConfined()) {
            function.invokeExact(arena.allocateFrom(kernel.toString()));
        } catch (Throwable e) {
            throw CLibrary.unexpected(e);
        }
        check();
    }

    private void check() throws RefusedException {
        try {
            if ((int) failed.invokeExact() != 0) {
                String message = words();
                reset.invokeExact();
                throw new RefusedException(message);
            }
        } catch (RefusedException e) {
            throw e;
        } catch (Throwable e) {
            throw CLibrary.unexpected(e);
        }
    }

    private String words() throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment room = arena.allocate(MESSAGE);
            message.invokeExact(shortOption, MESSAGE, room);
            String brief = CLibrary.text(room);
            message.invokeExact(longOption, MESSAGE, room);
            return brief + " " + CLibrary.text(room);
        }
    }

    /** A thread's buffers for a state and its light time. */
    private static final ThreadLocal<MemorySegment> ROOM =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(7L * Double.BYTES, Double.BYTES));

    private final class CspiceSession implements Session {
        private final List<Path> kernels;

        CspiceSession(List<Path> kernels) {
            this.kernels = kernels;
        }

        @Override
        public void state(int target, int center, double et, double[] out) throws Exception {
            MemorySegment room = ROOM.get();
            try {
                state.invokeExact(target, et, j2000, center, room, room.asSlice(6L * Double.BYTES));
            } catch (Throwable e) {
                throw CLibrary.unexpected(e);
            }
            check();
            MemorySegment.copy(room, JAVA_DOUBLE, 0, out, 0, 6);
        }

        @Override
        public void close() throws Exception {
            for (Path kernel : kernels) {
                call(unload, kernel);
            }
        }
    }
}
