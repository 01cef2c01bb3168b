package orrery.stand;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The visible state of a child process, in a file that both processes map. It survives the child, however the child
 * dies, and each query costs the child only two stores by its own thread.
 *
 * <p>Each field has one writer: each of the child's threads writes its own slot, the child's main thread writes the
 * head, and the parent writes the two words that tell the child to continue and to stop. Written with release or
 * opaque stores, read with acquire.
 */
@SuppressWarnings("EnumOrdinal") // Both processes run this very class.
final class Board implements AutoCloseable {
    /** The stages of a child. */
    enum Phase {
        STARTING,
        LOADED,
        OPENED,
        RUNNING,
        /** Waiting to be told to continue. */
        PAUSED,
        DONE,
        /** The reader refused where it may: it cannot be loaded, or the kernels cannot be opened. */
        FAILED,
        /** The reader threw what no reader may throw. */
        THREW
    }

    /** A thread's counters, in the order of their place. */
    enum Count {
        ANSWERED,
        REFUSED,
        WRONG,
        /** One more than the index of the thread's current query; 0 outside. */
        INSIDE,
        /** One more than the index of the first wrong answer; 0 if none was wrong. */
        FIRST_WRONG,
        ALLOCATED,
        WAITS,
        /** 1 once its session is open, 2 once it has ended. */
        STAGE,
        /** What it does besides querying, with a number that changes each time. */
        DOING
    }

    /** What a thread does besides querying. */
    enum Doing {
        NOTHING,
        OPENING,
        CLOSING
    }

    /** A text, with its place and capacity. */
    enum Text {
        NAME(256),
        SAYS(256),
        FAILURE(1024),
        REFUSAL(512);

        private final int room;

        Text(int room) {
            this.room = room;
        }

        private long at() {
            long at = TEXTS;
            for (Text before : values()) {
                if (before == this) {
                    return at;
                }
                at += before.room;
            }
            throw new AssertionError(this);
        }
    }

    private static final long PHASE = 0;
    private static final long PAUSE = 8;
    private static final long GO = 16;
    private static final long STOP = 24;
    private static final long HEAP = 32;
    private static final int DOING_BITS = 2;
    private static final long TEXTS = 64;
    private static final long SLOTS = 4096;
    /** Two cache lines, because threads that write side by side must not disturb each other. */
    private static final long SLOT = 128;

    /** Instead of the first wrong answer's bits: a number that no computation gives. */
    static final long REFUSED = 0x7ff8_0bad_0000_0001L;

    private static final VarHandle WORD = ValueLayout.JAVA_LONG.varHandle();

    private final Arena arena = Arena.ofShared();
    private final MemorySegment memory;
    private final int slots;

    private Board(Path file, int slots, boolean fresh) throws IOException {
        this.slots = slots;
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            if (fresh) {
                channel.truncate(0);
            }
            memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, SLOTS + slots * SLOT, arena);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /** A new board, all zero. */
    static Board make(Path file, int slots) throws IOException {
        return new Board(file, slots, true);
    }

    /** The board made by a parent. */
    static Board open(Path file, int slots) throws IOException {
        return new Board(file, slots, false);
    }

    int slots() {
        return slots;
    }

    private long get(long at) {
        return (long) WORD.getAcquire(memory, at);
    }

    private void set(long at, long value) {
        WORD.setRelease(memory, at, value);
    }

    Phase phase() {
        return Phase.values()[(int) get(PHASE)];
    }

    void phase(Phase phase) {
        set(PHASE, phase.ordinal());
    }

    /** Number of pauses of the child. */
    long pauses() {
        return get(PAUSE);
    }

    void pauses(long count) {
        set(PAUSE, count);
    }

    /** The pause up to which the child may continue. */
    long go() {
        return get(GO);
    }

    void go(long pause) {
        set(GO, pause);
    }

    boolean isStopped() {
        return get(STOP) != 0;
    }

    void stop() {
        set(STOP, 1);
    }

    /** Live bytes on the child's Java heap at its last measurement. */
    long heap() {
        return get(HEAP);
    }

    void heap(long bytes) {
        set(HEAP, bytes);
    }

    /** Called by the slot's own thread. */
    void doing(int slot, Doing what) {
        long before = count(slot, Count.DOING) >>> DOING_BITS;
        count(slot, Count.DOING, (before + 1) << DOING_BITS | what.ordinal());
    }

    Doing doing(int slot) {
        return Doing.values()[(int) count(slot, Count.DOING) & ((1 << DOING_BITS) - 1)];
    }

    private static long at(int slot, Count count) {
        return SLOTS + slot * SLOT + count.ordinal() * (long) Long.BYTES;
    }

    long count(int slot, Count count) {
        return get(at(slot, count));
    }

    /** Called by the slot's own thread. */
    void count(int slot, Count count, long value) {
        WORD.setOpaque(memory, at(slot, count), value);
    }

    /** Over all slots. */
    long sum(Count count) {
        long sum = 0;
        for (int i = 0; i < slots; i++) {
            sum += count(i, count);
        }
        return sum;
    }

    /** Completed queries of one thread, answered or refused. */
    long ended(int slot) {
        return count(slot, Count.ANSWERED) + count(slot, Count.REFUSED);
    }

    private static long wrongAt(int slot) {
        return SLOTS + slot * SLOT + Count.values().length * (long) Long.BYTES;
    }

    /** The bits of the first wrong answer. */
    long[] wrong(int slot) {
        long[] bits = new long[6];
        for (int c = 0; c < 6; c++) {
            bits[c] = get(wrongAt(slot) + c * (long) Long.BYTES);
        }
        return bits;
    }

    /** @param answered whether there was an answer */
    void wrong(int slot, double[] out, boolean answered) {
        for (int c = 0; c < 6; c++) {
            WORD.setOpaque(
                    memory,
                    wrongAt(slot) + c * (long) Long.BYTES,
                    answered ? Double.doubleToRawLongBits(out[c]) : REFUSED);
        }
    }

    String text(Text text) {
        byte[] bytes = memory.asSlice(text.at(), text.room).toArray(ValueLayout.JAVA_BYTE);
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        // A reader's own words: cut where there was no more room, and with whatever characters.
        return new String(bytes, 0, end, StandardCharsets.UTF_8)
                .replaceAll("\\uFFFD$", "")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
    }

    synchronized void text(Text text, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        byte[] fitted = Arrays.copyOf(bytes, text.room);
        fitted[text.room - 1] = 0;
        MemorySegment.copy(fitted, 0, memory, ValueLayout.JAVA_BYTE, text.at(), text.room);
    }

    @Override
    public void close() {
        arena.close();
    }
}
