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
 * A shared library in C whose functions are called by their names. It stays loaded as long as the process lives. Immutable
 * and thread-safe; whether its functions are, is another matter.
 */
@SuppressWarnings("restricted") // It calls libraries: that is what it is for.
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
                            + ". See that it is a shared library for this processor, and that what it needs is there"
                            + " (ldd).",
                    e);
        }
    }

    /** Whether it exports a function of this name. */
    boolean has(String name) {
        return symbols.find(name).isPresent();
    }

    /** A function by its name. */
    MethodHandle function(String name, FunctionDescriptor type) throws ReaderLoadException {
        MemorySegment address = symbols.find(name)
                .orElseThrow(() -> new ReaderLoadException(file + " exports no function " + name + "."));
        return Linker.nativeLinker().downcallHandle(address, type);
    }

    /** An array of C strings, as long as the arena lives. */
    static MemorySegment paths(List<Path> files, Arena arena) {
        MemorySegment paths = arena.allocate(ValueLayout.ADDRESS, files.size());
        for (int i = 0; i < files.size(); i++) {
            paths.setAtIndex(
                    ValueLayout.ADDRESS, i, arena.allocateFrom(files.get(i).toString()));
        }
        return paths;
    }

    /** A C string that a library has written; what is no UTF-8 is read as what it may be. */
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

    /** What a call has thrown that is no answer of the library's. */
    static RuntimeException unexpected(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(thrown);
        };
    }
}
