package orrery.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import orrery.spk.DafFormat;

/**
 * The file record of a DAF, field by field (DAF Required Reading, "The File Record").
 *
 * @param idWord the first eight bytes
 * @param nd doubles per summary: 2 in an SPK
 * @param ni integers per summary: 6 in an SPK
 * @param internalName LOCIFN
 * @param first FWARD, number of the first summary record, 1-based
 * @param last BWARD, number of the last summary record
 * @param free FREE, the first unused address, in doubles, 1-based
 * @param format LOCFMT, the name of the number format; blank in files from before 1997
 * @param transferCheck whether the string that reveals text-mode transfer damage is present
 * @param size bytes
 */
public record DafDetails(
        String idWord,
        int nd,
        int ni,
        String internalName,
        int first,
        int last,
        int free,
        String format,
        boolean transferCheck,
        long size) {
    /** The number of comment records. */
    public int commentRecords() {
        return Math.max(0, first - 2);
    }

    /** Bytes past the last full record of 1024: 0 in a file padded as by SPICE. */
    public int overhang() {
        return (int) (size % DafFormat.RECORD);
    }

    /**
     * Reads the first record.
     *
     * @throws IOException if the file cannot be read or is shorter than one record
     */
    public static DafDetails read(Path file, ByteOrder order) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(DafFormat.RECORD).order(order);
        long size;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            size = channel.size();
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until the record is complete.
            }
        }
        if (bytes.hasRemaining()) {
            throw new IOException(file + " ends within its file record.");
        }
        return new DafDetails(
                text(bytes, 0, 8),
                bytes.getInt(DafFormat.ND),
                bytes.getInt(DafFormat.NI),
                text(bytes, DafFormat.LOCIFN, DafFormat.LOCIFN_LENGTH),
                bytes.getInt(DafFormat.FWARD),
                bytes.getInt(DafFormat.BWARD),
                bytes.getInt(DafFormat.FREE),
                text(bytes, DafFormat.LOCFMT, 8),
                DafFormat.carriesTransferCheck(new String(bytes.array(), StandardCharsets.ISO_8859_1)),
                size);
    }

    private static String text(ByteBuffer bytes, int at, int length) {
        byte[] raw = new byte[length];
        bytes.get(at, raw);
        return new String(raw, StandardCharsets.ISO_8859_1)
                .replaceAll("[^ -~]", " ")
                .strip();
    }
}
