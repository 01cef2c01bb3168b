package orrery.binding;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * A separate process that reads one number after another from a mapped file while the file is truncated to nothing,
 * {@code folder passes [direct]}: out of line or, for comparison, by a direct call. It prints how often the error arose
 * where it is caught ({@code caught}), how often after that ({@code late}), and how many wrong numbers were accepted.
 */
final class OutOfLineChild {
    private static final int NUMBERS = 1 << 16;

    private int caught;
    private int late;
    private int wrong;

    private OutOfLineChild() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0], "numbers");
        int passes = Integer.parseInt(args[1]);
        boolean direct = args.length > 2;
        OutOfLineChild child = new OutOfLineChild();
        for (int pass = 0; pass < passes; pass++) {
            child.pass(file, direct);
        }
        System.out.println("caught " + child.caught + " late " + child.late + " wrong " + child.wrong);
    }

    /** The number at a place that is set before; straight code, without a loop at whose end the error might arise. */
    private static final class CheckedNumber implements Supplier<CheckedNumber> {
        private final MemorySegment bytes;
        private int place;
        private long value;

        CheckedNumber(MemorySegment bytes) {
            this.bytes = bytes;
        }

        @Override
        public CheckedNumber get() {
            value = bytes.getAtIndex(ValueLayout.JAVA_LONG, place);
            return this;
        }
    }

    private void pass(Path file, boolean direct) throws Exception {
        try (Arena arena = Arena.ofShared()) {
            CheckedNumber number = new CheckedNumber(write(file, arena));
            for (int round = 0; round < 4; round++) {
                walk(number, direct); // until C2 has compiled it
            }
            CountDownLatch walking = new CountDownLatch(1);
            Thread reader = new Thread(() -> {
                try {
                    do {
                        walking.countDown();
                    } while (walk(number, direct));
                } catch (InternalError _) {
                    late++;
                }
            });
            reader.start();
            walking.await();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
            reader.join();
        }
    }

    /** Reads all numbers; false once the error has been caught in its place. */
    private boolean walk(CheckedNumber number, boolean direct) {
        for (int i = 0; i < NUMBERS; i++) {
            number.place = i;
            try {
                CheckedNumber read = direct ? number.get() : OutOfLine.get(number);
                if (read.value != i + 1L) {
                    wrong++;
                }
            } catch (InternalError _) {
                caught++;
                return false;
            }
        }
        return true;
    }

    private static MemorySegment write(Path file, Arena arena) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MemorySegment bytes = channel.map(MapMode.READ_WRITE, 0, NUMBERS * 8L, arena);
            for (int i = 0; i < NUMBERS; i++) {
                bytes.setAtIndex(ValueLayout.JAVA_LONG, i, i + 1L);
            }
            return bytes;
        }
    }
}
