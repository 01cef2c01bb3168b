package orrery.stand;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which reader to put on the stand, as it is written: {@code jar:FILE.jar[:CLASS]}, {@code native:LIBRARY}, {@code
 * cspice:LIBRARY}, {@code calceph:LIBRARY}.
 *
 * @param kind what it is
 * @param file the jar or library, absolute
 * @param className of a jar's reader; empty for the one that the jar itself names
 */
public record ReaderSpec(Kind kind, Path file, String className) {
    /** What can be put on the stand. */
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
     * Understands what is written.
     *
     * @throws IllegalArgumentException if it is none of these, or there is no such file
     */
    public static ReaderSpec of(String text) {
        int colon = text.indexOf(':');
        @Nullable Kind kind = colon < 0 ? null : kind(text.substring(0, colon));
        if (kind == null || colon == text.length() - 1) {
            throw new IllegalArgumentException("\"" + text + "\" is no reader; say jar:FILE.jar, jar:FILE.jar:CLASS, "
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
            throw new IllegalArgumentException(path + " is not there, or is no file");
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

    /** Whether it is called through the foreign-function interface: what it allocates the virtual machine does not see. */
    public boolean isNative() {
        return kind != Kind.JAR;
    }

    /**
     * Loads it; in a child process only.
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

    /** As it is written. */
    @Override
    public String toString() {
        return kind.wireName() + ":" + file + (className.isEmpty() ? "" : ":" + className);
    }
}
