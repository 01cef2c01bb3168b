package orrery.stand;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The specification of an external reader: {@code jar:FILE.jar[:CLASS]}, {@code native:LIBRARY},
 * {@code cspice:LIBRARY}, {@code calceph:LIBRARY}.
 *
 * @param kind kind of reader
 * @param file the jar or library, absolute path
 * @param className class of a jar's reader; empty for the one that the jar itself declares
 */
public record ReaderSpec(Kind kind, Path file, String className) {
    /** The kinds of external readers. */
    public enum Kind {
        /** A Java class that implements {@link Reader}. */
        JAR,
        /** A library that exports the functions of {@code orrery_reader.h}. */
        NATIVE,
        /** NAIF's CSPICE as a shared library. */
        CSPICE,
        /** IMCCE's CALCEPH as a shared library. */
        CALCEPH;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String SUFFIX = ".jar:";

    /**
     * Parses a specification.
     *
     * @throws IllegalArgumentException if it is invalid, or there is no such file
     */
    public static ReaderSpec of(String text) {
        int colon = text.indexOf(':');
        @Nullable Kind kind = colon < 0 ? null : kind(text.substring(0, colon));
        if (kind == null || colon == text.length() - 1) {
            throw new IllegalArgumentException("\"" + text + "\" is not a reader; use jar:FILE.jar,"
                    + " jar:FILE.jar:CLASS, "
                    + Arrays.stream(Kind.values())
                            .skip(1)
                            .map(k -> k.wireName() + ":LIBRARY")
                            .collect(Collectors.joining(", ")));
        }
        String rest = text.substring(colon + 1);
        int split = kind == Kind.JAR ? rest.lastIndexOf(SUFFIX) : -1;
        String file = split < 0 ? rest : rest.substring(0, split + SUFFIX.length() - 1);
        String className = split < 0 ? "" : rest.substring(split + SUFFIX.length());
        Path path = Path.of(file).toAbsolutePath().normalize();
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException(path + " does not exist, or is not a file");
        }
        return new ReaderSpec(kind, path, className);
    }

    private static @Nullable Kind kind(String name) {
        for (Kind kind : Kind.values()) {
            if (kind.wireName().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    /**
     * Whether it is called through the foreign-function interface, so that the virtual machine does not see its
     * allocations.
     */
    public boolean isNative() {
        return kind != Kind.JAR;
    }

    /**
     * Loads it; only in a child process.
     *
     * @throws ReaderLoadException if it cannot be loaded
     */
    Reader load() throws ReaderLoadException {
        return switch (kind) {
            case JAR -> JarReader.load(file, className);
            case NATIVE -> NativeReader.load(file);
            case CSPICE -> CspiceReader.load(file);
            case CALCEPH -> CalcephReader.load(file);
        };
    }

    /** The specification as text. */
    @Override
    public String toString() {
        return kind.wireName() + ":" + file + (className.isEmpty() ? "" : ":" + className);
    }
}
