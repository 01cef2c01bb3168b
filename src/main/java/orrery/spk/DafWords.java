package orrery.spk;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The words of a DAF by their 1-based address, in the file's own byte order, read straight from the mapped bytes.
 *
 * <p>Immutable and thread-safe. Reads are not checked here beyond the bounds of the memory segment: {@link Daf} checked
 * every address once, when the file was opened.
 */
final class DafWords {
    private static final ValueLayout.OfDouble LITTLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble BIG = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt LITTLE_INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt BIG_INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private static final long TAIL_SEARCHED = 1 << 16;
    /** Words. */
    static final int LARGEST_VIEW = Integer.MAX_VALUE / Double.BYTES;

    private final MemorySegment bytes;
    private final boolean big;
    /** The position of the last nonzero byte, and its value. */
    private final long tail;

    private final byte tailByte;
    /** One view of all words, if the file is not too large for one: for all segments together. */
    private final @Nullable DoubleBuffer whole;

    DafWords(MemorySegment bytes, ByteOrder order) {
        this.bytes = bytes;
        this.big = order == ByteOrder.BIG_ENDIAN;
        long last = bytes.byteSize() - 1;
        long at = last;
        while (at > Math.max(0, last - TAIL_SEARCHED) && bytes.get(ValueLayout.JAVA_BYTE, at) == 0) {
            at--;
        }
        this.tail = at;
        this.tailByte = bytes.get(ValueLayout.JAVA_BYTE, at);
        long words = bytes.byteSize() / Double.BYTES;
        this.whole = words <= LARGEST_VIEW ? view(1, words) : null;
    }

    /** A view of all words, the first at index 0; null if the file is too large for one. */
    @Nullable
    DoubleBuffer whole() {
        return whole;
    }

    /**
     * Checks that the file has not been truncated under its map. If a page is missing, the runtime throws an {@link
     * InternalError}, but the rest of the page in which the file now ends reads as zeros without an error. In both
     * cases the last nonzero byte of the file has changed. It is checked after every state, so a state read from such
     * zeros is never returned.
     *
     * @throws InternalError if it has been truncated, as thrown by the runtime
     */
    void checkUncut() {
        VarHandle.loadLoadFence();
        if (bytes.get(ValueLayout.JAVA_BYTE, tail) != tailByte) {
            throw cutShort();
        }
    }

    private static InternalError cutShort() {
        return new InternalError("the file was cut short under its map");
    }

    /** The double at a 1-based DAF address. */
    double at(long address) {
        return atOffset((address - 1) << 3);
    }

    /** Copies {@code count} words starting at a 1-based DAF address. */
    void copy(long address, double[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = at(address + i);
        }
    }

    /**
     * A view of {@code count} words starting at a 1-based DAF address, for loops: the compiler checks 32-bit indices
     * once per loop, but 64-bit offsets at every access (which makes a state take 1.3 times as long).
     */
    DoubleBuffer view(long address, long count) {
        return bytes.asSlice((address - 1) << 3, count << 3)
                .asByteBuffer()
                .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
    }

    /** The double at a byte offset. */
    double atOffset(long offset) {
        return big ? bytes.get(BIG, offset) : bytes.get(LITTLE, offset);
    }

    /** The 32-bit integer at a byte offset. */
    int intAt(long offset) {
        return big ? bytes.get(BIG_INT, offset) : bytes.get(LITTLE_INT, offset);
    }
}
