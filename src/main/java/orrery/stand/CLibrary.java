package orrery.stand;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A shared C library whose functions are called by name. It stays loaded as long as the process lives. Immutable and
 * thread-safe, which says nothing about the library's functions.
 */
@SuppressWarnings("restricted") // Calling libraries is its purpose.
final class CLibrary {
    private static final int LONGEST_MESSAGE = 2000;

    private final Path file;
    private final SymbolLookup symbols;

    private CLibrary(Path file, SymbolLookup symbols) {
        this.file = file;
        this.symbols = symbols;
    }

    static CLibrary load(Path file) throws ReaderLoadException {
        try {
            return new CLibrary(file, SymbolLookup.libraryLookup(file, Arena.global()));
        } catch (IllegalArgumentException e) {
            throw new ReaderLoadException(
                    file + " cannot be loaded as a library of this system: " + e.getMessage()
                            + ". Check that it is a shared library for this processor, and that its"
                            + " dependencies are present"
                            + " (ldd).",
                    e);
        }
    }

    /** A function by its name. */
    MethodHandle function(String name, FunctionDescriptor type) throws ReaderLoadException {
        MemorySegment address = symbols.find(name)
                .orElseThrow(() -> new ReaderLoadException(file + " exports no function " + name + "."));
        return Linker.nativeLinker().downcallHandle(address, type);
    }

    /** An array of C strings, valid as long as the arena lives. */
    static MemorySegment paths(List<Path> files, Arena arena) {
        MemorySegment paths = arena.allocate(ValueLayout.ADDRESS, files.size());
        for (int i = 0; i < files.size(); i++) {
            paths.setAtIndex(
                    ValueLayout.ADDRESS, i, arena.allocateFrom(files.get(i).toString()));
        }
        return paths;
    }

    /** A C string written by a library; invalid UTF-8 is decoded as well as possible. */
    static String text(MemorySegment address) {
        if (address.address() == 0) {
            return "";
        }
        MemorySegment bytes = address.reinterpret(LONGEST_MESSAGE);
        int end = 0;
        while (end < LONGEST_MESSAGE && bytes.get(ValueLayout.JAVA_BYTE, end) != 0) {
            end++;
        }
        return new String(bytes.asSlice(0, end).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8).strip();
    }

    /** An exception from a call that is not an answer of the library. */
    static RuntimeException unexpected(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(thrown);
        };
    }
}
