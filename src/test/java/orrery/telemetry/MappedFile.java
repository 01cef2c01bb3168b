package orrery.telemetry;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file of known size, written, synced and mapped read-only, as kernels are. */
final class MappedFile implements AutoCloseable {
    final Path path;
    final MemorySegment bytes;
    private final Arena arena = Arena.ofShared();

    MappedFile(Path path, int size) throws IOException {
        this.path = path;
        try (FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            ByteBuffer content = ByteBuffer.allocate(size);
            for (int i = 0; i < size; i++) {
                content.put((byte) (i >>> 12));
            }
            channel.write(content.flip());
            // Pages not yet written back are dirty: no system would drop them.
            channel.force(true);
            bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
        }
    }

    WatchedRegion region(WatchedRegion.Range... ranges) {
        return new WatchedRegion(path.getFileName().toString(), bytes.address(), bytes.byteSize(), List.of(ranges));
    }

    /** Reads one byte from each page. */
    long touchAll() {
        long sum = 0;
        for (long at = 0; at < bytes.byteSize(); at += 4096) {
            sum += bytes.get(ValueLayout.JAVA_BYTE, at);
        }
        return sum;
    }

    byte touch(long offset) {
        return bytes.get(ValueLayout.JAVA_BYTE, offset);
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
