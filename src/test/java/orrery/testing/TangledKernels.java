package orrery.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntUnaryOperator;

/**
 * Kernels that are small on disk and expensive to traverse: chains and cycles of centers, hundreds of thousands of
 * segments, megabytes of comments. They are written one summary record at a time, so that size costs no memory; all
 * segments of a file share one granule of data.
 */
public final class TangledKernels {
    /** Where all segments begin and end, TDB seconds past J2000. */
    public static final double START = 0;

    public static final double END = 86_400.0 * 3_650;

    private static final int FIRST_BODY = 1_000_001;
    private static final int RECORD = 1024;
    private static final int SUMMARIES = 25;
    private static final int COMMENT = 1000;

    private TangledKernels() {}

    /** Each of this many bodies is given relative to the next, the last relative to the first. */
    public static Path circle(Path file, int bodies) throws IOException {
        return write(file, 0, 0, bodies, i -> FIRST_BODY + i, i -> FIRST_BODY + (i + 1) % bodies, _ -> false);
    }

    /** Each of this many bodies is given relative to the next, the last relative to the solar-system barycenter. */
    public static Path chain(Path file, int bodies) throws IOException {
        return write(
                file, 0, 0, bodies, i -> FIRST_BODY + i, i -> i + 1 == bodies ? 0 : FIRST_BODY + i + 1, _ -> false);
    }

    /** This many bodies, each relative to the solar-system barycenter. */
    public static Path sound(Path file, int bodies) throws IOException {
        return write(file, 0, 0, bodies, i -> FIRST_BODY + i, _ -> 0, _ -> false);
    }

    /** One sound segment, then this many whose data would be beyond the end of the file. */
    public static Path unsound(Path file, int segments) throws IOException {
        return write(file, 0, 0, segments + 1, i -> FIRST_BODY + i, _ -> 0, i -> i > 0);
    }

    /** Two sound segments after a comment area of this many characters. */
    public static Path commented(Path file, long characters) throws IOException {
        return write(file, Math.ceilDiv(characters, COMMENT), characters, 2, i -> FIRST_BODY + i, _ -> 0, _ -> false);
    }

    /** Two sound segments after a comment area of this many unwritten records: a hole in the file. */
    public static Path hollow(Path file, long records) throws IOException {
        return write(file, records, 0, 2, i -> FIRST_BODY + i, _ -> 0, _ -> false);
    }

    /** Which segments are cut off. */
    @FunctionalInterface
    private interface Cut {
        boolean isCut(int segment);
    }

    private static Path write(
            Path file,
            long commentRecords,
            long characters,
            int segments,
            IntUnaryOperator target,
            IntUnaryOperator center,
            Cut cut)
            throws IOException {
        int pairs = Math.ceilDiv(segments, SUMMARIES);
        long firstSummary = 2 + commentRecords;
        long dataRecord = firstSummary + 2L * pairs;
        int begin = (int) ((dataRecord - 1) * RECORD / Double.BYTES) + 1;
        int last = begin + 11;
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            put(out, 0, fileRecord((int) firstSummary, (int) (firstSummary + 2L * (pairs - 1)), last + 1));
            comment(out, characters);
            for (int pair = 0; pair < pairs; pair++) {
                ByteBuffer records = buffer(2 * RECORD);
                int first = pair * SUMMARIES;
                int count = Math.min(SUMMARIES, segments - first);
                long record = firstSummary + 2L * pair;
                records.putDouble(0, pair + 1 < pairs ? (double) (record + 2) : 0)
                        .putDouble(8, pair > 0 ? (double) (record - 2) : 0)
                        .putDouble(16, count);
                for (int i = 0; i < count; i++) {
                    int at = 24 + i * 40;
                    int segment = first + i;
                    int beyond = cut.isCut(segment) ? 1 << 24 : 0;
                    records.putDouble(at, START)
                            .putDouble(at + 8, END)
                            .putInt(at + 16, target.applyAsInt(segment))
                            .putInt(at + 20, center.applyAsInt(segment))
                            .putInt(at + 24, 1)
                            .putInt(at + 28, 2)
                            .putInt(at + 32, begin + beyond)
                            .putInt(at + 36, last + beyond);
                    records.put(RECORD + i * 40, ascii("SEGMENT " + segment, 40));
                }
                put(out, (record - 1) * RECORD, records);
            }
            ByteBuffer data = buffer(RECORD);
            double half = (END - START) / 2;
            for (double word : new double[] {START + half, half, 1e8, 1e7, 2e8, 2e7, 3e8, 3e7, START, 2 * half, 8, 1}) {
                data.putDouble(word);
            }
            put(out, (dataRecord - 1) * RECORD, data.rewind());
        }
        return file;
    }

    private static ByteBuffer fileRecord(int firstSummary, int lastSummary, int free) {
        ByteBuffer record = buffer(RECORD);
        record.put(0, ascii("DAF/SPK", 8)).putInt(8, 2).putInt(12, 6).put(16, ascii("tangled", 60));
        record.putInt(76, firstSummary).putInt(80, lastSummary).putInt(84, free).put(88, ascii("LTL-IEEE", 8));
        return record;
    }

    private static void comment(FileChannel out, long characters) throws IOException {
        long left = characters;
        for (long r = 1; left > 0; r++) {
            ByteBuffer record = buffer(RECORD);
            for (int i = 0; i < COMMENT && left > 0; i++, left--) {
                record.put(i, (byte) (left == 1 ? 4 : i % 50 == 49 ? 0 : 'a' + (i + r) % 26));
            }
            put(out, r * RECORD, record);
        }
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String text, int length) {
        return String.format("%-" + length + "s", text).getBytes(StandardCharsets.US_ASCII);
    }

    private static void put(FileChannel out, long at, ByteBuffer bytes) throws IOException {
        long to = at;
        while (bytes.hasRemaining()) {
            to += out.write(bytes, to);
        }
    }

    /** {@code KIND NUMBER FILE}: writes one, to try by hand. */
    public static void main(String[] args) throws IOException {
        int number = Integer.parseInt(args[1]);
        Path file = Path.of(args[2]);
        switch (args[0]) {
            case "circle" -> circle(file, number);
            case "chain" -> chain(file, number);
            case "sound" -> sound(file, number);
            case "unsound" -> unsound(file, number);
            case "commented" -> commented(file, number);
            case "hollow" -> hollow(file, number);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }
}
