package orrery.forge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Segments in a temporary file on their way to a kernel, so that any number of them takes the same memory. The file is
 * open only during transfers, and belongs to the caller. For use by one thread.
 */
public final class SegmentStore {
    private static final int AT_ONCE = 8192;

    private final Path file;
    private final List<OutputSegment> segments = new ArrayList<>();
    private long words;

    /** @param file where they are stored; created with the first */
    public SegmentStore(Path file) {
        this.file = file;
    }

    /** Appends a segment. */
    public void add(RawSegment segment) throws IOException {
        long first = words;
        int count = segment.data().length;
        ByteBuffer bytes = ByteBuffer.allocate(AT_ONCE * Double.BYTES);
        DoubleBuffer doubles = bytes.asDoubleBuffer();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int at = 0; at < count; at += AT_ONCE) {
                int some = Math.min(AT_ONCE, count - at);
                doubles.clear().put(segment.data(), at, some);
                bytes.clear().limit(some * Double.BYTES);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        }
        words += count;
        segments.add(new OutputSegment(
                segment.target(),
                segment.center(),
                segment.frame(),
                segment.type(),
                segment.start(),
                segment.end(),
                segment.name(),
                count,
                to -> walk(first, count, to)));
    }

    private void walk(long first, int count, OutputSegment.Chunk to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(AT_ONCE * Double.BYTES);
        double[] chunk = new double[AT_ONCE];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (int at = 0; at < count; at += AT_ONCE) {
                int some = Math.min(AT_ONCE, count - at);
                bytes.clear().limit(some * Double.BYTES);
                while (bytes.hasRemaining()) {
                    if (channel.read(bytes, (first + at) * Double.BYTES + bytes.position()) < 0) {
                        throw new IOException("the temporary file is gone; begin again");
                    }
                }
                bytes.flip().asDoubleBuffer().get(chunk, 0, some);
                to.take(chunk, some);
            }
        }
    }

    List<OutputSegment> all() {
        return List.copyOf(segments);
    }
}
