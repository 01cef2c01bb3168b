package orrery.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of a query file, returned one at a time and decoded separately: a line that is not UTF-8 is an error of
 * that line and does not affect earlier ones. For use by one thread.
 */
final class QueryBlock {
    private final String source;
    private final byte[] bytes;
    private final int end;
    private int next;
    private long number;

    /**
     * @param source name of the file in messages
     * @param first number of the first line, from 1
     * @param bytes whole lines; must not change afterwards
     * @param end number of bytes used
     */
    QueryBlock(String source, long first, byte[] bytes, int end) {
        this.source = source;
        this.bytes = bytes;
        this.end = end;
        number = first - 1;
    }

    /** A row as text, or the reason why it is not text. */
    sealed interface Line {
        record Text(String text) implements Line {}

        record Undecodable(String why) implements Line {}
    }

    /** Number of the line returned last, from 1. */
    long number() {
        return number;
    }

    long lineEnds() {
        long count = 0;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                count++;
            }
        }
        return count;
    }

    /**
     * The next line without its line break; null after the last.
     *
     * @throws UsageException if the line is too long
     */
    @Nullable
    Line next() {
        if (next == end) {
            return null;
        }
        int from = next;
        boolean ascii = true;
        int to = from;
        while (to < end && bytes[to] != '\n') {
            ascii &= bytes[to] >= 0;
            to++;
        }
        next = Math.min(to + 1, end);
        number++;
        if (to - from > QueryBlocks.LONGEST) {
            throw QueryBlocks.tooLong(source, number);
        }
        if (to > from && bytes[to - 1] == '\r') {
            to--;
        }
        return ascii
                ? new Line.Text(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1))
                : decoded(ByteBuffer.wrap(bytes, from, to - from).slice());
    }

    private static Line decoded(ByteBuffer raw) {
        try {
            return new Line.Text(StandardCharsets.UTF_8.newDecoder().decode(raw).toString());
        } catch (CharacterCodingException _) {
            return new Line.Undecodable("it is not UTF-8 text (byte 0x%02X at column %d). Save the file as UTF-8."
                    .formatted(raw.get(raw.position()), raw.position() + 1));
        }
    }
}
