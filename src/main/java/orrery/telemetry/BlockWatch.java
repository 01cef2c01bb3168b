package orrery.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collects every park and monitor enter, however short, of chosen threads while it is open: the evidence for "no
 * thread ever waited here". Virtual threads are seen too. Bounded: beyond {@link #LIMIT} they are only counted.
 */
public final class BlockWatch implements AutoCloseable {
    /** So many are kept whole. */
    public static final int LIMIT = 10_000;

    private final FlightStream stream;
    private final Collected collected;

    private BlockWatch(FlightStream stream, Collected collected) {
        this.stream = stream;
        this.collected = collected;
    }

    /** Written by the flight recorder's thread, read when that has ended. */
    private static final class Collected {
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

        synchronized Blocks told() {
            blocks.sort((a, b) -> Long.compare(a.start(), b.start()));
            return new Blocks(blocks, beyond);
        }
    }

    /** What was collected: the blocks, by start, and how many more there were. */
    public record Blocks(List<Block> blocks, long beyond) {
        /** Copies the list. */
        public Blocks {
            blocks = List.copyOf(blocks);
        }
    }

    /** Starts watching these threads; returns when the flight recorder records. */
    public static Measurement<BlockWatch> start(Collection<Thread> watched) {
        Collected collected = new Collected();
        watched.forEach(thread -> collected.threads.add(thread.threadId()));
        return FlightStream.start(stream -> stream.onBlock(Duration.ZERO, collected::note))
                .map(stream -> new BlockWatch(stream, collected));
    }

    /** Watches one more thread from now on. */
    public void watch(Thread thread) {
        collected.threads.add(thread.threadId());
    }

    /** Stops watching, waits for the events still under way (about a second), and tells them all. */
    public Blocks stop() {
        stream.stop();
        stream.close();
        return collected.told();
    }

    @Override
    public void close() {
        stream.close();
    }
}
