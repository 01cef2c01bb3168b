package orrery.forge;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import orrery.binding.KernelHandle;
import orrery.spk.SegmentInfo;

/** The words of a kernel's file, read again from the disk and not through its map, bit for bit. For one thread. */
final class RawCopy implements AutoCloseable {
    private static final int CHUNK_WORDS = 1 << 17;

    private final FileChannel channel;
    private final ByteOrder order;

    private RawCopy(FileChannel channel, ByteOrder order) {
        this.channel = channel;
        this.order = order;
    }

    static RawCopy of(KernelHandle kernel) throws IOException {
        return new RawCopy(
                FileChannel.open(kernel.path(), StandardOpenOption.READ),
                kernel.file().order());
    }

    /** A segment as it stands. */
    RawSegment whole(SegmentInfo info) throws IOException {
        return of(info, info.start(), info.end(), words(info.offset(), info.bytes() / Double.BYTES));
    }

    /** A segment's descriptor over another span, with these data. */
    static RawSegment of(SegmentInfo info, double start, double end, double[] data) {
        return new RawSegment(
                info.target(), info.center(), info.frame(), info.type(), start, end, printable(info.name()), data);
    }

    /** Doubles from an offset in bytes on. */
    double[] words(long offset, long count) throws IOException {
        double[] data = new double[Math.toIntExact(count)];
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(count, CHUNK_WORDS) * Double.BYTES)
                .order(order);
        int have = 0;
        while (have < data.length) {
            int next = Math.min(CHUNK_WORDS, data.length - have);
            bytes.clear().limit(next * Double.BYTES);
            while (bytes.hasRemaining()) {
                long at = offset + (long) have * Double.BYTES + bytes.position();
                if (channel.read(bytes, at) < 0) {
                    throw new EOFException("The file ends before address %d; it has been cut since it was opened."
                            .formatted(at / Double.BYTES + 1));
                }
            }
            bytes.flip().asDoubleBuffer().get(data, have, next);
            have += next;
        }
        return data;
    }

    /** What old files hold in names and comments, in what a writer takes. */
    static String printable(String text) {
        return text.replaceAll("[^ -~]", " ").stripTrailing();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
