package orrery.frames;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import orrery.binding.LoadedText;

/**
 * The contents of a SPICE text kernel (Kernel Required Reading, "Text Kernel Specifications"): its assignments in
 * order, each with its line. {@link KernelVariables} combines several loaded kernels.
 *
 * <p>Immutable and thread-safe.
 *
 * @param path the file it was read from
 * @param kind kind given in its first line: {@code PCK}, {@code FK}, {@code LSK}, {@code MK}; empty if none
 * @param assignments in the order of the file
 */
public record TextKernel(Path path, String kind, List<Assignment> assignments) implements LoadedText {
    /** Text kernels are written by hand or by mission teams: the longest known have a few megabytes. */
    private static final long LONGEST = 64L << 20;

    private static final String ID = "KPL/";

    /**
     * One assignment.
     *
     * @param name the variable
     * @param appends whether it is {@code +=} rather than {@code =}
     * @param value its value
     * @param line its first line, counted from 1
     */
    public record Assignment(String name, boolean appends, KernelValue value, int line) {}

    /** The assignments are copied. */
    public TextKernel {
        assignments = List.copyOf(assignments);
    }

    /**
     * Reads a text kernel in UTF-8, or in Latin-1 if it is not valid UTF-8.
     *
     * @param file the file
     * @return the kernel's assignments
     * @throws TextKernelException if it cannot be read, is larger than 64 MiB, contains a zero byte, or is invalid
     */
    public static TextKernel read(Path file) {
        return parse(file, text(file));
    }

    /**
     * Parses the text of a kernel, as {@link #read} does.
     *
     * @param file its source, for messages
     * @param text the whole text
     * @return the kernel's assignments
     * @throws TextKernelException if the text is invalid
     */
    public static TextKernel parse(Path file, String text) {
        String first = text.lines().findFirst().orElse("").strip();
        String kind = first.startsWith(ID) ? first.substring(ID.length()).split("\\s", 2)[0] : "";
        return new TextKernel(file, kind, new TextKernelParser(nameOf(file), text).assignments());
    }

    /** The whole text of a file. */
    static String text(Path file) {
        try {
            long size = Files.size(file);
            if (size > LONGEST) {
                throw new TextKernelException(nameOf(file) + " is " + size + " bytes long; a text kernel has at most "
                        + LONGEST + ". Choose another file.");
            }
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == 0) {
                    throw new TextKernelException(nameOf(file) + ", byte " + i
                            + ": there is a zero byte; a text kernel contains only text. Fetch it again.");
                }
            }
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException _) {
                return new String(bytes, StandardCharsets.ISO_8859_1);
            }
        } catch (NoSuchFileException e) {
            throw new TextKernelException("Cannot open " + file + ": there is no such file. Check the path.", e);
        } catch (AccessDeniedException e) {
            throw new TextKernelException("Cannot open " + file + ": permission denied. Change its permissions.", e);
        } catch (IOException e) {
            throw new TextKernelException("Cannot open " + file + ": the system says: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public String name() {
        return nameOf(path);
    }

    private static String nameOf(Path file) {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }

    /** A number as people write it: without a point if it is whole. */
    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
