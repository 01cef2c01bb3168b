package orrery.stand;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Queries for a reader, in order; passed to its process as a file. Immutable: the arrays are never modified.
 *
 * @param targets NAIF ids
 * @param centers NAIF ids
 * @param epochs TDB seconds past J2000
 */
@SuppressWarnings("ArrayRecordComponent") // Three columns that many threads read; nobody compares them.
public record StandQueries(int[] targets, int[] centers, double[] epochs) {
    private static final int ROW = 2 * Integer.BYTES + Double.BYTES;

    /** The number of queries. */
    public int size() {
        return epochs.length;
    }

    /** A query in words. */
    public String words(int i) {
        return targets[i] + " wrt " + centers[i] + " at et " + epochs[i];
    }

    void write(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size() * ROW).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size(); i++) {
            bytes.putInt(targets[i]).putInt(centers[i]).putDouble(epochs[i]);
        }
        Columns.write(file, bytes.flip());
    }

    static StandQueries read(Path file) throws IOException {
        ByteBuffer bytes = Columns.read(file);
        int count = bytes.remaining() / ROW;
        StandQueries read = new StandQueries(new int[count], new int[count], new double[count]);
        for (int i = 0; i < count; i++) {
            read.targets[i] = bytes.getInt();
            read.centers[i] = bytes.getInt();
            read.epochs[i] = bytes.getDouble();
        }
        return read;
    }

    /** Numbers as passed from one process to the other. */
    static final class Columns {
        private Columns() {}

        static void write(Path file, ByteBuffer bytes) throws IOException {
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        }

        static ByteBuffer read(Path file) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                ByteBuffer bytes = ByteBuffer.allocate((int) channel.size()).order(ByteOrder.LITTLE_ENDIAN);
                while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                    // Until it is complete.
                }
                return bytes.flip();
            }
        }
    }
}
