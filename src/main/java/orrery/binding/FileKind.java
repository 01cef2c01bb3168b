package orrery.binding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** The kind of a file, judged by its first bytes and not by its name. */
public enum FileKind {
    /** Begins as an SPK does ({@code DAF/SPK}, or {@code NAIF/DAF} before 1997). */
    SPK,
    /** A SPICE text kernel that lists kernels. */
    META_KERNEL,
    /** Any other SPICE text kernel. */
    TEXT_KERNEL,
    /** A binary PCK: orientation of bodies. */
    BINARY_PCK,
    /** A DAF of another kind (CK), or a DAS file. */
    OTHER_BINARY_KERNEL,
    /** A Git LFS pointer. */
    LFS_POINTER,
    /** HTML or XML. */
    WEB_PAGE,
    /** gzip or ZIP. */
    COMPRESSED,
    /** No bytes at all. */
    EMPTY,
    /** A directory, a device, or a missing file. */
    NO_FILE,
    /** Anything else. */
    OTHER;

    private static final int HEAD = 4096;

    /**
     * Determines the kind of a file from its content. Reads at most 4 kB, and nothing from a device.
     *
     * @param file the file
     * @return its kind
     * @throws IOException if it exists and cannot be read
     */
    public static FileKind of(Path file) throws IOException {
        if (!Files.isRegularFile(file, new LinkOption[0])) {
            return NO_FILE;
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        } catch (NoSuchFileException _) {
            return NO_FILE;
        }
        return of(head);
    }

    /**
     * Determines the kind of a file from its first bytes.
     *
     * @param head the first 4 kB, or all of a shorter file
     * @return its kind
     */
    public static FileKind of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String lower = text.stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("DAF/SPK ") || text.startsWith("NAIF/DAF")) {
            return SPK;
        }
        if (text.startsWith("DAF/PCK ")) {
            return BINARY_PCK;
        }
        if (text.startsWith("DAF/") || text.startsWith("DAS/") || text.startsWith("NAIF/DAS")) {
            return OTHER_BINARY_KERNEL;
        }
        if (lower.startsWith("version https://git-lfs")) {
            return LFS_POINTER;
        }
        if (lower.startsWith("<!doctype") || lower.startsWith("<html") || lower.startsWith("<?xml")) {
            return WEB_PAGE;
        }
        if (text.startsWith("\u001f\u008b") || text.startsWith("PK\u0003\u0004")) {
            return COMPRESSED;
        }
        if (text.startsWith("KPL/MK") || (lower.contains("\\begindata") && text.contains("KERNELS_TO_LOAD"))) {
            return META_KERNEL;
        }
        if (text.startsWith("KPL/") || lower.contains("\\begindata")) {
            return TEXT_KERNEL;
        }
        return OTHER;
    }
}
