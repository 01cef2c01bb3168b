package orrery.spk;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells by content, not by suffix, what a file is that is not an SPK. */
final class ContentSniffer {
    private static final int HEAD = 512;

    private ContentSniffer() {}

    /**
     * What speaks against the bytes being an SPK.
     *
     * @return what the bytes are and the cure, as the end of a sentence that begins with the file's name; empty where
     *     they begin as an SPK or binary PCK does ({@code DAF/SPK}, {@code DAF/PCK}, or {@code NAIF/DAF} of files older
     *     than 1997)
     */
    static String reasonAgainst(MemorySegment bytes) {
        if (bytes.byteSize() == 0) {
            return "is empty (0 bytes). Fetch it again.";
        }
        String head = text(bytes, 0, (int) Math.min(HEAD, bytes.byteSize()));
        String lower = head.stripLeading().toLowerCase(Locale.ROOT);
        String id = head.substring(0, Math.min(8, head.length()));
        if (id.equals("DAF/SPK ") || id.equals("DAF/PCK ") || id.equals("NAIF/DAF")) {
            return "";
        }
        if (lower.startsWith("version https://git-lfs")) {
            return "is a Git LFS pointer, not the kernel it points to. Run `git lfs pull`, or fetch the kernel itself.";
        }
        if (lower.startsWith("<!doctype") || lower.startsWith("<html") || lower.startsWith("<?xml")) {
            return "is a web page, not a kernel: the download saved the page around the file. Fetch the raw file.";
        }
        if (id.startsWith("DAF/")) {
            return otherDaf(id.substring(4).strip());
        }
        if (id.startsWith("DAS/")) {
            return "is a DAS file (" + id.strip() + "), not an SPK. Choose a .bsp ephemeris kernel.";
        }
        if (id.startsWith("KPL/") || lower.contains("\\begindata")) {
            return "is a SPICE text kernel ("
                    + id.lines().findFirst().orElse("").strip() + "), not an SPK. Choose a .bsp ephemeris kernel.";
        }
        if (head.startsWith("\u001f\u008b")) {
            return "is compressed with gzip. Unpack it first (gunzip).";
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return "is a ZIP archive. Unpack it first.";
        }
        if (head.startsWith("VBSP") || head.startsWith("IBSP") || head.startsWith("\u001d\0\0\0")) {
            return "is a game map that shares the suffix .bsp, not an SPK kernel.";
        }
        if (isText(head)) {
            return "is a text file, not a kernel; it begins \"" + firstWords(head)
                    + "\". Choose a .bsp ephemeris kernel.";
        }
        return "does not begin as an SPK kernel does (DAF/SPK or NAIF/DAF). Choose a .bsp ephemeris kernel.";
    }

    /** What a binary PCK is where an SPK is wanted. */
    static final String BINARY_PCK =
            "is a binary PCK (body orientation) kernel, not an SPK. Choose a .bsp ephemeris kernel.";

    private static String otherDaf(String kind) {
        return switch (kind) {
            case "CK" -> "is a CK (spacecraft attitude) kernel, not an SPK. Choose a .bsp ephemeris kernel.";
            default ->
                "says that it is a DAF of kind \"" + printable(kind)
                        + "\", not SPK. If it should be one, fetch it again.";
        };
    }

    /** Bytes as Latin-1 text, so that every byte is one character. */
    static String text(MemorySegment bytes, long offset, int length) {
        byte[] raw = bytes.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
        return new String(raw, StandardCharsets.ISO_8859_1);
    }

    static String printable(String text) {
        return text.chars()
                .map(c -> c >= 32 && c < 127 ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isText(String head) {
        long odd = head.chars()
                .filter(c -> c != '\n' && c != '\r' && c != '\t' && (c < 32 || c == 127))
                .count();
        return odd == 0;
    }

    private static String firstWords(String head) {
        String line = head.strip().lines().findFirst().orElse("");
        return printable(line.substring(0, Math.min(32, line.length())));
    }
}
