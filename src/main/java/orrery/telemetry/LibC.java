package orrery.telemetry;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import orrery.host.HostSystem;

/**
 * The few calls of the C library that the JDK does not offer, on 64-bit Linux only. Each returns what the call
 * returned, or {@code -errno}. Addresses are passed as plain numbers: the kernel checks them, and nothing here
 * dereferences them. The first use in a process costs about 60 ms; never make it on a user-interface thread.
 */
final class LibC {
    /** linux/madvise: reclaim these pages now (since Linux 5.4). */
    static final int MADV_PAGEOUT = 21;
    /** linux/fadvise: drop this file's clean, unmapped pages from the page cache. */
    static final int POSIX_FADV_DONTNEED = 4;

    private static final int PRIO_PROCESS = 0;
    private static final int O_RDONLY_CLOEXEC = 0x80000;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private final MethodHandle setpriority = bind("setpriority", FunctionDescriptor.of(INT, INT, INT, INT));
    private final MethodHandle getpriority = bind("getpriority", FunctionDescriptor.of(INT, INT, INT));
    private final MethodHandle mincore = bind("mincore", FunctionDescriptor.of(INT, LONG, LONG, POINTER));
    private final MethodHandle madvise = bind("madvise", FunctionDescriptor.of(INT, LONG, LONG, INT));
    private final MethodHandle posixFadvise = bind("posix_fadvise", FunctionDescriptor.of(INT, INT, LONG, LONG, INT));
    private final MethodHandle open =
            bind("open", FunctionDescriptor.of(INT, POINTER, INT), Linker.Option.firstVariadicArg(2));
    private final MethodHandle close = bind("close", FunctionDescriptor.of(INT, INT));
    private final MethodHandle getpagesize = bind("getpagesize", FunctionDescriptor.of(INT));

    private LibC() {}

    private static final class Here {
        static final Measurement<LibC> LIBC = look();

        private static Measurement<LibC> look() {
            if (!HostSystem.isLinux()) {
                return Measurement.notAvailable(HostSystem.name() + " has no such call; only Linux has it");
            }
            if (POINTER.byteSize() != 8) {
                return Measurement.notAvailable("only 64-bit Linux is supported here");
            }
            try {
                return Measurement.of(new LibC());
            } catch (IllegalCallerException e) {
                return Measurement.notAvailable("native access is denied; start with --enable-native-access=orrery");
            } catch (UnsupportedOperationException | IllegalStateException | LinkageError e) {
                return Measurement.notAvailable("the C library cannot be called: " + e.getMessage());
            }
        }
    }

    /** The C library, or why it cannot be called here. */
    static Measurement<LibC> here() {
        return Here.LIBC;
    }

    // "restricted": this class is the only place in the room that calls native code, and its documentation lists the
    // calls.
    @SuppressWarnings("restricted")
    private static MethodHandle bind(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        SymbolLookup library = linker.defaultLookup();
        MemorySegment symbol =
                library.find(name).orElseThrow(() -> new IllegalStateException("the C library has no " + name));
        Linker.Option[] all = new Linker.Option[options.length + 1];
        all[0] = Linker.Option.captureCallState("errno");
        System.arraycopy(options, 0, all, 1, options.length);
        return linker.downcallHandle(symbol, descriptor, all);
    }

    private interface Call {
        int on(MemorySegment state) throws Throwable;
    }

    private static int call(Call call) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            int result = call.on(state);
            return result == -1 ? -(int) ERRNO.get(state, 0L) : result;
        } catch (Throwable t) {
            throw new AssertionError("a downcall handle threw", t);
        }
    }

    /** Sets the calling thread's nice value (on Linux "process 0" is the calling thread). */
    int nice(int value) {
        return call(state -> (int) setpriority.invokeExact(state, PRIO_PROCESS, 0, value));
    }

    /** The calling thread's nice value (-20 to 19; returned directly, without errno). */
    int nice() {
        try (Arena arena = Arena.ofConfined()) {
            return (int) getpriority.invokeExact(arena.allocate(STATE), PRIO_PROCESS, 0);
        } catch (Throwable t) {
            throw new AssertionError("a downcall handle threw", t);
        }
    }

    /** Which pages of a range are resident: one byte per page, in its lowest bit. */
    int mincore(long address, long length, MemorySegment vector) {
        return call(state -> (int) mincore.invokeExact(state, address, length, vector));
    }

    /** Advice on a range of pages. */
    int madvise(long address, long length, int advice) {
        return call(state -> (int) madvise.invokeExact(state, address, length, advice));
    }

    /** Asks the system to drop a file's clean pages that are not mapped. */
    int dropCached(String path) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path);
            int descriptor = call(state -> (int) open.invokeExact(state, name, O_RDONLY_CLOEXEC));
            if (descriptor < 0) {
                return descriptor;
            }
            // posix_fadvise returns the error itself.
            int result = -call(state -> (int) posixFadvise.invokeExact(state, descriptor, 0L, 0L, POSIX_FADV_DONTNEED));
            call(state -> (int) close.invokeExact(state, descriptor));
            return result;
        }
    }

    /** Bytes per page. */
    int pageSize() {
        return call(state -> (int) getpagesize.invokeExact(state));
    }
}
