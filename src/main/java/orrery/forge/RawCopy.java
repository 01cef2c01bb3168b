package orrery.forge;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import orrery.binding.KernelHandle;
import orrery.spk.SegmentInfo;

/** The words of a kernel's file, reread from disk and not through its map, bit for bit. For use by one thread. */
final class RawCopy implements AutoCloseable {
    private static final int CHUNK_WORDS = 1 << 13;

    private final FileChannel channel;
    private final ByteBuffer bytes;
    private final double[] words = new double[CHUNK_WORDS];

    private RawCopy(FileChannel channel, ByteOrder order) {
        this.channel = channel;
        this.bytes = ByteBuffer.allocate(CHUNK_WORDS * Double.BYTES).order(order);
    }

    static RawCopy of(KernelHandle kernel) throws IOException {
        return new RawCopy(
                FileChannel.open(kernel.path(), StandardOpenOption.READ),
                kernel.file().order());
    }

    /** A segment with the same descriptor except for the span, and with these data. */
    static RawSegment of(SegmentInfo info, double start, double end, double[] data) {
        return new RawSegment(
                info.target(), info.center(), info.frame(), info.type(), start, end, printable(info.name()), data);
    }

    /** Delivers doubles from a byte offset on, through one buffer. */
    void each(long offset, long count, OutputSegment.Chunk to) throws IOException {
        for (long have = 0; have < count; have += CHUNK_WORDS) {
            int next = (int) Math.min(CHUNK_WORDS, count - have);
            read(offset + have * Double.BYTES, next);
            bytes.flip().asDoubleBuffer().get(words, 0, next);
            to.take(words, next);
        }
    }

    private void read(long offset, int count) throws IOException {
        bytes.clear().limit(count * Double.BYTES);
        while (bytes.hasRemaining()) {
            long at = offset + bytes.position();
            if (channel.read(bytes, at) < 0) {
                throw new EOFException("The file ends before address %d; it has been truncated since it was opened."
                        .formatted(at / Double.BYTES + 1));
            }
        }
    }

    /** Doubles from a byte offset on, all at once. */
    double[] words(long offset, long count) throws IOException {
        double[] data = new double[Math.toIntExact(count)];
        int[] have = {0};
        each(offset, count, (chunk, next) -> {
            System.arraycopy(chunk, 0, data, have[0], next);
            have[0] += next;
        });
        return data;
    }

    /** Converts names and comments of old files to a form the writer accepts. */
    static String printable(String text) {
        return text.replaceAll("[^ -~]", " ").stripTrailing();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
