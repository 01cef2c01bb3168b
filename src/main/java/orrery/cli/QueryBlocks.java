package orrery.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a query file in blocks of whole lines. A block is full, or contains what the writer at the other end of
 * a pipe has written so far, so that it can be answered before more is requested. For use by one thread.
 */
final class QueryBlocks implements AutoCloseable {
    /** Longer than any row: input without line breaks is not CSV and must not fill the memory. */
    static final int LONGEST = 1 << 16;

    private final String source;
    private final InputStream in;
    private byte[] rest = {};
    private long line = 1;
    private boolean ended;

    QueryBlocks(String source, InputStream in) {
        this.source = source;
        this.in = in;
    }

    /**
     * Opens a query file.
     *
     * @param source a path, or {@code -} for standard input
     * @throws UsageException if it is a folder
     * @throws IOException if it cannot be opened
     */
    static QueryBlocks of(String source) throws IOException {
        if (source.equals("-")) {
            return new QueryBlocks("standard input", StandardInput.open());
        }
        if (Files.isDirectory(Path.of(source))) {
            throw new UsageException(source + " is a directory. Give the name of a CSV file in it.");
        }
        return new QueryBlocks(source, Files.newInputStream(Path.of(source)));
    }

    /** The name of the file in messages. */
    String source() {
        return source;
    }

    /** The message for a line that is too long. */
    static UsageException tooLong(String source, long line) {
        return new UsageException(
                source + ", line " + line + " has more than " + LONGEST + " bytes: this is not a CSV file.");
    }

    /**
     * The next block; null after the last.
     *
     * @throws UsageException if a line break is missing where one must be
     * @throws IOException if it cannot be read
     */
    @Nullable
    QueryBlock next() throws IOException {
        byte[] bytes = Arrays.copyOf(rest, rest.length + LONGEST);
        int count = rest.length;
        int end = 0;
        while (!ended && count < bytes.length && (end == 0 || in.available() > 0)) {
            int read = in.read(bytes, count, bytes.length - count);
            ended = read < 0;
            end = Math.max(end, afterLastLine(bytes, count, count + Math.max(read, 0)));
            count += Math.max(read, 0);
        }
        if (ended) {
            end = count;
        } else if (end == 0) {
            throw tooLong(source, line);
        }
        if (end == 0) {
            return null;
        }
        rest = Arrays.copyOfRange(bytes, end, count);
        QueryBlock block = new QueryBlock(source, line, bytes, end);
        line += block.lineEnds();
        return block;
    }

    private static int afterLastLine(byte[] bytes, int from, int to) {
        for (int i = to; i > from; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
