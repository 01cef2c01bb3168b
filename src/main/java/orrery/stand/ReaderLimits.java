package orrery.stand;

import java.time.Duration;

/**
 * What a reader's process may take; beyond it the process is ended and the claim in hand says so.
 *
 * @param longest one run, from its start to its end
 * @param patience without one query, or one opening, having ended; and from being told to end to its end
 * @param bytes of its own (anonymous) memory
 */
public record ReaderLimits(Duration longest, Duration patience, long bytes) {
    private static final long MIB = 1L << 20;
    /** Of a child's memory, for its Java heap. */
    private static final int HEAP_SHARE = 4;

    /** A minute and a half a run, ten seconds of silence, two gigabytes. */
    public static final ReaderLimits USUAL =
            new ReaderLimits(Duration.ofSeconds(90), Duration.ofSeconds(10), 2048 * MIB);

    /** In words. */
    public String words() {
        return "%d s a run, %d s without a query ending, %,d MiB of memory of its own"
                .formatted(longest.toSeconds(), patience.toSeconds(), bytes / MIB);
    }

    /** The flag for its Java heap. */
    String heap() {
        return "-Xmx" + Math.max(64, bytes / MIB / HEAP_SHARE) + "m";
    }
}
