package orrery.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file of queries, one at a time, each decoded on its own: a line that is not UTF-8 is a fault of that line,
 * and takes none of those before it away. For one thread.
 */
final class QueryLines implements AutoCloseable {
    /** Longer than any row; what has no line ends is no CSV and must not fill the memory. */
    private static final int LONGEST = 1 << 16;

    private final String source;
    private final InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private long number;

    private QueryLines(String source, InputStream in) {
        this.source = source;
        this.in = in;
    }

    /**
     * Opens them.
     *
     * @param source a path, or {@code -} for standard input
     * @throws UsageException if it is a folder
     * @throws IOException if it cannot be opened
     */
    static QueryLines of(String source) throws IOException {
        if (source.equals("-")) {
            return new QueryLines("standard input", new BufferedInputStream(StandardInput.open()));
        }
        if (Files.isDirectory(Path.of(source))) {
            throw new UsageException(source + " is a directory. Give the name of a CSV file in it.");
        }
        return new QueryLines(source, new BufferedInputStream(Files.newInputStream(Path.of(source))));
    }

    /** A row that is text, or what it is instead. */
    sealed interface Line {
        record Text(String text) implements Line {}

        record Undecodable(String why) implements Line {}
    }

    /** What they are called in messages. */
    String source() {
        return source;
    }

    /** Number of the line that was given last, from 1. */
    long number() {
        return number;
    }

    /**
     * The next line, without its end; null after the last.
     *
     * @throws UsageException if it is too long to be one
     * @throws IOException if it cannot be read
     */
    @Nullable
    Line next() throws IOException {
        bytes.reset();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        number++;
        while (b >= 0 && b != '\n') {
            if (bytes.size() == LONGEST) {
                throw new UsageException(
                        source + ", line " + number + " has more than " + LONGEST + " bytes: this is no CSV file.");
            }
            bytes.write(b);
            b = in.read();
        }
        return decoded(bytes.toByteArray());
    }

    private static Line decoded(byte[] raw) {
        int end = raw.length > 0 && raw[raw.length - 1] == '\r' ? raw.length - 1 : raw.length;
        ByteBuffer buffer = ByteBuffer.wrap(raw, 0, end);
        try {
            return new Line.Text(
                    StandardCharsets.UTF_8.newDecoder().decode(buffer).toString());
        } catch (CharacterCodingException _) {
            return new Line.Undecodable("it is not UTF-8 text (byte 0x%02X at column %d). Save the file as UTF-8."
                    .formatted(raw[buffer.position()], buffer.position() + 1));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
