package orrery.spk;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Recognizes the format of a file that is not an SPK, by its content and not by its suffix. */
final class ContentSniffer {
    private static final int HEAD = 512;
    /** The offset of the signature in a tar archive. */
    private static final int TAR = 257;
    /** The number of characters in the first line of JPL's binary ephemerides, and in all three. */
    private static final int TITLE = 84;

    private static final int TITLES = 252;

    private ContentSniffer() {}

    /**
     * Explains why the bytes are not an SPK.
     *
     * @return what the bytes are and the remedy, as the end of a sentence that begins with the file's name; empty if
     *     they begin like an SPK or binary PCK ({@code DAF/SPK}, {@code DAF/PCK}, or {@code NAIF/DAF} in files from
     *     before 1997)
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
        String packed = packed(head);
        if (!packed.isEmpty()) {
            return packed;
        }
        if (head.startsWith("DAFETF") || head.startsWith("'NAIF/DAF'") || head.startsWith("DASETF")) {
            return "is a SPICE kernel in transfer format (.xsp), written as text for other machines. Make it binary"
                    + " with NAIF's tobin, or fetch the .bsp.";
        }
        String ephemeris = ephemeris(head, lower);
        if (!ephemeris.isEmpty()) {
            return ephemeris;
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

    /** The description of a binary PCK if an SPK is expected. */
    static final String BINARY_PCK =
            "is a binary PCK (body orientation) kernel, not an SPK. Choose a .bsp ephemeris kernel.";

    private static String packed(String head) {
        String[][] kinds = {
            {"\u001f\u008b", "is compressed with gzip. Unpack it first (gunzip)."},
            {"PK\u0003\u0004", "is a ZIP archive. Unpack it first."},
            {"BZh", "is compressed with bzip2. Unpack it first (bunzip2)."},
            {"\u00fd7zXZ\0", "is compressed with xz. Unpack it first (unxz)."},
            {"(\u00b5/\u00fd", "is compressed with zstd. Unpack it first (unzstd)."},
            {"7z\u00bc\u00af", "is a 7z archive. Unpack it first."},
            {"\u001f\u009d", "is compressed with compress. Unpack it first (uncompress)."}
        };
        for (String[] kind : kinds) {
            if (head.startsWith(kind[0])) {
                return kind[1];
            }
        }
        return head.length() > TAR + 5 && head.startsWith("ustar", TAR)
                ? "is a tar archive. Unpack it first (tar)."
                : "";
    }

    /** Ephemerides in the formats of JPL's own programs, which INPOP and EPM use too; not SPICE formats. */
    private static String ephemeris(String head, String lower) {
        String cure = " Fetch the same ephemeris as an SPK kernel (.bsp).";
        if (lower.startsWith("ksize=")) {
            return "is the header of a JPL ephemeris in ASCII, not an SPK." + cure;
        }
        if (head.length() < HEAD || head.indexOf('\n') >= 0) {
            return "";
        }
        // Three titles of 84 characters without line ends, then names of constants with six characters each.
        boolean named = head.substring(TITLES).contains("DENUM ");
        String title = lower.substring(0, TITLE);
        if (title.contains("inpop") || title.contains("epm")) {
            return "is an ephemeris of the " + (title.contains("inpop") ? "INPOP" : "EPM")
                    + " series in JPL's binary format, not an SPK." + cure;
        }
        return named || title.startsWith("jpl planetary ephemeris")
                ? "is a JPL ephemeris (DE) in JPL's own binary format, not an SPK." + cure
                : "";
    }

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
