package orrery.stand;

import java.time.Duration;

/**
 * The limits of a reader's process; beyond them the process is killed and the current claim reports it.
 *
 * @param longest duration of one run, from start to end
 * @param patience longest time without a completed query or opening, and longest time to end once asked to
 * @param bytes bytes of its own (anonymous) memory, with that of the processes that it has started
 */
public record ReaderLimits(Duration longest, Duration patience, long bytes) {
    private static final long MIB = 1L << 20;
    /** The part of a child's memory for its Java heap. */
    private static final int HEAP_SHARE = 4;

    /** A minute and a half per run, ten seconds of silence, two gigabytes. */
    public static final ReaderLimits USUAL =
            new ReaderLimits(Duration.ofSeconds(90), Duration.ofSeconds(10), 2048 * MIB);

    /** A description. */
    public String words() {
        return "%d s per run, %d s without a completed query, %,d MiB of own memory"
                .formatted(longest.toSeconds(), patience.toSeconds(), bytes / MIB);
    }

    /** The flag for its Java heap. */
    String heap() {
        return "-Xmx" + Math.max(64, bytes / MIB / HEAP_SHARE) + "m";
    }
}
