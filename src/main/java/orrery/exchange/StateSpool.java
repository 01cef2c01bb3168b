package orrery.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import orrery.forge.StateRows;

/**
 * States in a temporary file on their way from a text to a kernel, so that trajectories of any number and length take
 * the same memory: rows of an epoch and a state, first written, then read. The file is open only during transfers. For
 * use by one thread.
 */
final class StateSpool implements StateRows {
    private static final int ROW = 7;
    private static final int ROWS = 2048;

    /** Rows in memory, of one spool at a time: all spools of an import share it for reading. */
    static final class Window {
        private final ByteBuffer bytes = ByteBuffer.allocate(ROWS * ROW * Double.BYTES);
        private final DoubleBuffer words = bytes.asDoubleBuffer();
        private @Nullable StateSpool owner;
        private long first;
        private long loaded;
    }

    private final Path file;
    private final Window window;
    private final double[] last = new double[ROW];
    private @Nullable ByteBuffer writing = ByteBuffer.allocate(ROWS * ROW * Double.BYTES);
    private long count;

    StateSpool(Path file, Window window) {
        this.file = file;
        this.window = window;
    }

    void add(double et, double[] state) throws IOException {
        ByteBuffer buffer = writing;
        if (buffer == null) {
            throw new IllegalStateException("it is read already");
        }
        if (!buffer.hasRemaining()) {
            flush(buffer);
        }
        last[0] = et;
        System.arraycopy(state, 0, last, 1, ROW - 1);
        for (double word : last) {
            buffer.putDouble(word);
        }
        count++;
    }

    private void flush(ByteBuffer buffer) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            buffer.clear();
        }
    }

    /** Switches from writing to reading. */
    void written() throws IOException {
        if (writing != null) {
            flush(writing);
            writing = null;
        }
    }

    @Override
    public long count() {
        return count;
    }

    /** The epoch added last. */
    double lastEt() {
        return last[0];
    }

    /** Whether a state equals the one added last. */
    boolean repeats(double[] state) {
        for (int i = 0; i < state.length; i++) {
            if (last[i + 1] != state[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public double et(long row) throws IOException {
        int at = load(row);
        return window.words.get(at);
    }

    @Override
    public void state(long row, double[] out) throws IOException {
        int at = load(row);
        window.words.get(at + 1, out, 0, ROW - 1);
    }

    private int load(long row) throws IOException {
        if (writing != null || row < 0 || row >= count) {
            throw new IllegalArgumentException("row " + row + " of " + count);
        }
        if (window.owner != this || row < window.first || row >= window.first + window.loaded) {
            // Some rows before it too, for readers that look back at neighbors.
            long first = Math.max(0, row - ROWS / 8);
            long loaded = Math.min(ROWS, count - first);
            window.owner = null;
            ByteBuffer bytes = window.bytes.clear().limit((int) loaded * ROW * Double.BYTES);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                while (bytes.hasRemaining()) {
                    if (channel.read(bytes, first * ROW * Double.BYTES + bytes.position()) < 0) {
                        throw new IOException("the temporary files of this import are gone; import again");
                    }
                }
            }
            bytes.clear();
            window.first = first;
            window.loaded = loaded;
            window.owner = this;
        }
        return (int) (row - window.first) * ROW;
    }
}
