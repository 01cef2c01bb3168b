package orrery.spk;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * The comments that the producers of a kernel stored in it, read in pieces: a comment area may have gigabytes, and may
 * be a hole in the file in which nothing was ever written. Positions count characters from 0, as if the records were
 * contiguous, without the bytes that each leaves unused. Lines end in {@code \n}. Source: DAF Required Reading, "The
 * Comment Area".
 *
 * <p>Immutable and thread-safe as long as the bytes stay mapped. Finding the end reads the whole area, at a gigabyte in
 * a fraction of a second; reading a piece reads only that piece.
 */
public final class CommentArea {
    private static final long EVERY_BYTE = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int WORD = Long.BYTES;
    /** The amount read at a time when the whole text is read. */
    private static final int PIECE = 1 << 16;

    private final MemorySegment bytes;
    private final long capacity;

    CommentArea(MemorySegment bytes, long records) {
        this.bytes = bytes;
        this.capacity = Math.max(0, records) * DafFormat.COMMENT_A_RECORD;
    }

    /** {@return the capacity in characters; the text ends there or before} */
    public long capacity() {
        return capacity;
    }

    /**
     * {@return where the text ends: at its end mark, or if there is none, after the last character that is not blank}
     */
    public long end() {
        long end = mark();
        if (end < capacity) {
            return end;
        }
        while (end > 0) {
            if (end % DafFormat.COMMENT_A_RECORD % WORD == 0 && word(end - WORD) == 0) {
                end -= WORD;
            } else if (isBlank(at(end - 1))) {
                end--;
            } else {
                return end;
            }
        }
        return 0;
    }

    /** The position of the end mark; the capacity if there is none. */
    private long mark() {
        for (long at = 0; at < capacity; at += WORD) {
            long different = word(at) ^ (EVERY_BYTE * DafFormat.END_OF_COMMENT);
            if (((different - EVERY_BYTE) & ~different & HIGH_BITS) != 0) {
                long end = at;
                while (at(end) != DafFormat.END_OF_COMMENT) {
                    end++;
                }
                return end;
            }
        }
        return capacity;
    }

    /**
     * Reads a piece of the text, which ends at the end mark at the latest.
     *
     * @param from position of its first character
     * @param most the maximum number of characters
     * @return one character per byte, for {@link ByteText#letters} to decode
     * @throws IndexOutOfBoundsException if {@code from} is not a valid position
     */
    public String text(long from, int most) {
        if (from < 0 || from > capacity) {
            throw new IndexOutOfBoundsException("position " + from + " in comments of " + capacity + " characters");
        }
        byte[] text = new byte[(int) Math.min(most, capacity - from)];
        for (int i = 0; i < text.length; i++) {
            byte b = at(from + i);
            if (b == DafFormat.END_OF_COMMENT) {
                return new String(text, 0, i, StandardCharsets.ISO_8859_1);
            }
            text[i] = b == 0 ? (byte) '\n' : b;
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /**
     * Reads all of the text. Comments may be of any size; a program that opens unknown files should read pieces
     * instead.
     *
     * @return the text; empty if there is none
     */
    public String text() {
        long end = end();
        StringBuilder all = new StringBuilder((int) Math.min(end, Integer.MAX_VALUE - WORD));
        for (long at = 0; at < end; at += PIECE) {
            all.append(text(at, (int) Math.min(PIECE, end - at)));
        }
        return ByteText.letters(all.toString());
    }

    private static boolean isBlank(byte b) {
        return b == 0 || b == ' ' || (b >= '\t' && b <= '\r');
    }

    private byte at(long position) {
        return bytes.get(ValueLayout.JAVA_BYTE, offset(position));
    }

    /** Eight characters of one record, in any order. */
    private long word(long position) {
        return bytes.get(ValueLayout.JAVA_LONG_UNALIGNED, offset(position));
    }

    /** The first record of the file does not belong to the area. */
    private static long offset(long position) {
        return (1 + position / DafFormat.COMMENT_A_RECORD) * DafFormat.RECORD + position % DafFormat.COMMENT_A_RECORD;
    }
}
