package orrery.spk;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;

/**
 * The words of a DAF by their 1-based address, in the file's own byte order, read straight from the mapped bytes.
 *
 * <p>Immutable and thread-safe. Reads are not checked here beyond the memory segment's own bounds: {@link Daf} has
 * checked every address at open, once.
 */
final class DafWords {
    private static final ValueLayout.OfDouble LITTLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble BIG = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt LITTLE_INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt BIG_INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private static final long TAIL_SEARCHED = 1 << 16;

    private final MemorySegment bytes;
    private final boolean big;
    /** Where the last byte that is not zero stands, and what it is. */
    private final long tail;

    private final byte tailByte;

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
    }

    /**
     * That the file has not been cut short under its map. Where a page is gone, the runtime itself throws an {@link
     * InternalError}; but of the page in which the file now ends the rest reads as zeros, with no error. Either way the
     * file's last byte that is not zero is no longer what it was, and that is looked at after every state, so that a
     * state read from such zeros is never returned.
     *
     * @throws InternalError if it has been, as the runtime throws it
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

    /** Copies {@code count} words from a 1-based DAF address on. */
    void copy(long address, double[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = at(address + i);
        }
    }

    /**
     * A view of {@code count} words from a 1-based DAF address on, for loops: of its 32-bit indices the compiler checks a
     * loop's once, where it checks each 64-bit offset (which makes a state 1.3 times as long).
     */
    DoubleBuffer view(long address, long count) {
        return bytes.asSlice((address - 1) << 3, count << 3)
                .asByteBuffer()
                .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
    }

    /** The double at an offset in bytes. */
    double atOffset(long offset) {
        return big ? bytes.get(BIG, offset) : bytes.get(LITTLE, offset);
    }

    /** The 32-bit integer at an offset in bytes. */
    int intAt(long offset) {
        return big ? bytes.get(BIG_INT, offset) : bytes.get(LITTLE_INT, offset);
    }

    long size() {
        return bytes.byteSize();
    }
}
