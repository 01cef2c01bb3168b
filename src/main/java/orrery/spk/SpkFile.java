package orrery.spk;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One SPK file: its segments in file order, its comments, and what was found unsound in it.
 *
 * <p>Immutable and thread-safe as long as the bytes stay mapped. Sources: NAIF's SPK and DAF Required Reading.
 */
public final class SpkFile {
    private static final int COMMENT_BYTES = 1000;
    private static final byte END_OF_COMMENT = 4;

    private final String name;
    private final MemorySegment bytes;
    private final FileRecord fileRecord;
    private final List<Segment> segments;
    private final List<Problem> problems;

    private SpkFile(String name, MemorySegment bytes, FileRecord fileRecord, Daf daf) {
        this.name = name;
        this.bytes = bytes;
        this.fileRecord = fileRecord;
        this.segments = List.copyOf(daf.segments());
        this.problems = List.copyOf(daf.problems());
    }

    /**
     * Reads and validates the structure of a file, once; the data of its segments are not touched.
     *
     * @param bytes the whole file, mapped or not
     * @param name what messages call it
     * @throws NotAnSpkException if the bytes are something else
     * @throws DamagedKernelException if the structure is broken and no segment can be read
     */
    public static SpkFile read(MemorySegment bytes, String name) {
        FileRecord fileRecord = FileRecord.read(bytes, name);
        Daf daf = new Daf(bytes, fileRecord);
        // The old ID word says DAF only; an old CK has the same summaries as an SPK.
        if (Sniff.text(bytes, 0, 8).equals("NAIF/DAF")
                && !daf.segments().isEmpty()
                && daf.segments().stream().noneMatch(SpkFile::isOfKnownType)) {
            throw new NotAnSpkException(name + " is a DAF, but none of its "
                    + daf.segments().size() + " segments is of a type that an SPK can have (the first is of type "
                    + daf.segments().getFirst().info().type() + "). Choose a .bsp ephemeris kernel.");
        }
        if (daf.segments().isEmpty() && !daf.problems().isEmpty()) {
            throw new DamagedKernelException(
                    name + ": " + daf.problems().getLast().text());
        }
        return new SpkFile(name, bytes, fileRecord, daf);
    }

    private static boolean isOfKnownType(Segment segment) {
        return SegmentTypes.isKnown(segment.info().type());
    }

    public String name() {
        return name;
    }

    /** Size of the file in bytes. */
    public long size() {
        return bytes.byteSize();
    }

    public ByteOrder order() {
        return fileRecord.order();
    }

    /** The name that the file's maker gave it inside (LOCIFN); may be empty. */
    public String internalName() {
        return fileRecord.internalName();
    }

    /** All segments in file order, set aside and unsupported ones included; the last has the highest precedence. */
    public List<Segment> segments() {
        return segments;
    }

    /** What was found unsound at open; empty for a sound file. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * The comment area as text with {@code \n} line ends; empty if there is none (DAF Required Reading, "Comment
     * Area").
     */
    public String comment() {
        long records = Math.min(fileRecord.first() - 2L, bytes.byteSize() / FileRecord.RECORD - 1);
        if (records <= 0) {
            return "";
        }
        byte[] text = new byte[Math.toIntExact(Math.min(records * COMMENT_BYTES, Integer.MAX_VALUE - 64L))];
        int length = 0;
        for (long r = 0; r < records && length + COMMENT_BYTES <= text.length; r++) {
            for (int i = 0; i < COMMENT_BYTES; i++) {
                byte b = bytes.get(ValueLayout.JAVA_BYTE, (r + 1) * FileRecord.RECORD + i);
                if (b == END_OF_COMMENT) {
                    return decode(text, length);
                }
                text[length++] = b == 0 ? (byte) '\n' : b;
            }
        }
        return decode(text, length).stripTrailing();
    }

    private static String decode(byte[] text, int length) {
        return new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }
}
