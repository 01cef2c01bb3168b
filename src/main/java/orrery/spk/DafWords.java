package orrery.spk;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

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

    private final MemorySegment bytes;
    private final boolean big;

    DafWords(MemorySegment bytes, ByteOrder order) {
        this.bytes = bytes;
        this.big = order == ByteOrder.BIG_ENDIAN;
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

    /** The double at an offset in bytes. */
    double atOffset(long offset) {
        return big ? bytes.get(BIG, offset) : bytes.get(LITTLE, offset);
    }

    /** The 32-bit integer at an offset in bytes. */
    int intAt(long offset) {
        return big ? bytes.get(BIG_INT, offset) : bytes.get(LITTLE_INT, offset);
    }

    boolean big() {
        return big;
    }

    long size() {
        return bytes.byteSize();
    }
}
