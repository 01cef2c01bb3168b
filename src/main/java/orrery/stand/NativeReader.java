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

/** A library that exports the five functions of {@code orrery_reader.h}. */
@SuppressWarnings("try") // A session whose close may throw anything.
final class NativeReader implements Reader {
    /** The version of the interface supported here. */
    private static final int VERSION = 1;

    private static final int MESSAGE = 512;

    private final String name;
    private final MethodHandle open;
    private final MethodHandle state;
    private final MethodHandle close;

    private NativeReader(String name, MethodHandle open, MethodHandle state, MethodHandle close) {
        this.name = name;
        this.open = open;
        this.state = state;
        this.close = close;
    }

    static Reader load(Path file) throws ReaderLoadException {
        CLibrary library = CLibrary.load(file);
        MethodHandle version = library.function("orrery_reader_version", FunctionDescriptor.of(JAVA_INT));
        MethodHandle nameOf = library.function("orrery_reader_name", FunctionDescriptor.of(ADDRESS));
        MethodHandle opener = library.function(
                "orrery_reader_open", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
        MethodHandle state = library.function(
                "orrery_reader_state",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_DOUBLE, ADDRESS, ADDRESS, JAVA_INT));
        MethodHandle close = library.function("orrery_reader_close", FunctionDescriptor.ofVoid(ADDRESS));
        try {
            int spoken = (int) version.invokeExact();
            if (spoken != VERSION) {
                throw new ReaderLoadException(file + " speaks version " + spoken
                        + " of orrery_reader.h; this program supports " + VERSION + ".");
            }
            return new NativeReader(CLibrary.text((MemorySegment) nameOf.invokeExact()), opener, state, close);
        } catch (ReaderLoadException e) {
            throw e;
        } catch (Throwable e) {
            throw CLibrary.unexpected(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Session open(List<Path> kernels) throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment paths = CLibrary.paths(kernels, arena);
            MemorySegment message = arena.allocate(MESSAGE);
            MemorySegment session;
            try {
                session = (MemorySegment) open.invokeExact(paths, kernels.size(), message, MESSAGE);
            } catch (Throwable e) {
                throw CLibrary.unexpected(e);
            }
            if (session.address() == 0) {
                throw new RefusedException(CLibrary.text(message));
            }
            return new NativeSession(session);
        }
    }

    /** A thread's buffers for the answer and the message of a refusal. */
    private static final ThreadLocal<MemorySegment> ROOM =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(6L * Double.BYTES + MESSAGE, Double.BYTES));

    private final class NativeSession implements Session {
        private final MemorySegment session;

        NativeSession(MemorySegment session) {
            this.session = session;
        }

        @Override
        public void state(int target, int center, double et, double[] out) throws Exception {
            MemorySegment room = ROOM.get();
            MemorySegment message = room.asSlice(6L * Double.BYTES, MESSAGE);
            int refused;
            try {
                refused = (int) state.invokeExact(session, target, center, et, room, message, MESSAGE);
            } catch (Throwable e) {
                throw CLibrary.unexpected(e);
            }
            if (refused != 0) {
                throw new RefusedException(CLibrary.text(message));
            }
            MemorySegment.copy(room, JAVA_DOUBLE, 0, out, 0, 6);
        }

        @Override
        public void close() {
            try {
                close.invokeExact(session);
            } catch (Throwable e) {
                throw CLibrary.unexpected(e);
            }
        }
    }
}
