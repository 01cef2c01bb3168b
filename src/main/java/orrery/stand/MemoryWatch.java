package orrery.stand;

import org.jspecify.annotations.Nullable;

/** Whether a reader's process, with the processes that it has started, keeps to its limit of memory. For one thread. */
final class MemoryWatch {
    private static final long EVERY_NANOS = 20_000_000;
    /** All processes of the system are looked through for those that the reader has started. */
    private static final long OFFSPRING_EVERY_NANOS = 250_000_000;

    private final long pid;
    private final Offspring offspring;
    private final long limit;
    private long looked = System.nanoTime();
    private long offspringLooked = looked;
    private long besides;

    /** @param limit bytes of anonymous memory of all of them together */
    MemoryWatch(long pid, Offspring offspring, long limit) {
        this.pid = pid;
        this.offspring = offspring;
        this.limit = limit;
    }

    /** A reason to kill the process, if it is time to look and there is one. */
    @Nullable
    String look(long now) {
        if (now - looked <= EVERY_NANOS) {
            return null;
        }
        looked = now;
        long own = OutsideView.of(pid).map(OutsideView::anonymous).orElse(0L);
        if (now - offspringLooked > OFFSPRING_EVERY_NANOS) {
            offspringLooked = now;
            besides = offspring.anonymous();
        }
        if (own + besides <= limit) {
            return null;
        }
        return "was killed: %s used more than the %,d MiB of memory allowed,"
                .formatted(own > limit ? "it" : "it and the processes that it started", limit >> 20);
    }
}
