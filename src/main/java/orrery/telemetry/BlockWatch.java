package orrery.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collects every park and monitor enter, however short, of selected threads while it is open: the evidence that no
 * thread ever waited there. Virtual threads are included. Bounded: beyond {@link #LIMIT} they are only counted.
 */
public final class BlockWatch implements AutoCloseable {
    /** The number of complete entries kept. */
    public static final int LIMIT = 10_000;

    private final FlightStream stream;
    private final BlockLog collected;

    private BlockWatch(FlightStream stream, BlockLog collected) {
        this.stream = stream;
        this.collected = collected;
    }

    /** Written by the flight recorder's thread, read after that has ended. */
    private static final class BlockLog {
        final Set<Long> threads = ConcurrentHashMap.newKeySet();
        private final List<Block> blocks = new ArrayList<>();
        private long beyond;

        synchronized void note(Block block) {
            if (!threads.contains(block.threadId())) {
                return;
            }
            if (blocks.size() < LIMIT) {
                blocks.add(block);
            } else {
                beyond++;
            }
        }

        synchronized Blocks blocks() {
            blocks.sort((a, b) -> Long.compare(a.start(), b.start()));
            return new Blocks(blocks, beyond);
        }
    }

    /** The collected blocks, by start time, and how many more there were. */
    public record Blocks(List<Block> blocks, long beyond) {
        /** Copies the list. */
        public Blocks {
            blocks = List.copyOf(blocks);
        }
    }

    /** Starts watching these threads; returns when the flight recorder is recording. */
    public static Measurement<BlockWatch> start(Collection<Thread> watched) {
        BlockLog collected = new BlockLog();
        watched.forEach(thread -> collected.threads.add(thread.threadId()));
        return FlightStream.start(stream -> stream.onBlock(Duration.ZERO, collected::note))
                .map(stream -> new BlockWatch(stream, collected));
    }

    /** Stops watching, waits for the events still in progress (about a second), and returns them all. */
    public Blocks stop() {
        stream.stop();
        stream.close();
        return collected.blocks();
    }

    @Override
    public void close() {
        stream.close();
    }
}
