package orrery.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one sampler over the last ten minutes, in bounded memory.
 *
 * <p>Assumes: one thread adds. Guarantees: a window contains whole samples in the order in which they were added; one
 * that has been dropped meanwhile is left out. Progress: both sides wait-free.
 */
final class History {
    /** A sample and its sequence number, by which a reader recognizes a slot that was reused. */
    private record Kept(long index, Sample sample) {}

    private final AtomicReferenceArray<@Nullable Kept> ring;
    private final long keepNanos;
    private final long keepBytes;
    private volatile long first;
    private volatile long end;
    private volatile long bytes;
    private volatile @Nullable Sample latest;

    History(int capacity, long keepNanos, long keepBytes) {
        this.ring = new AtomicReferenceArray<>(capacity);
        this.keepNanos = keepNanos;
        this.keepBytes = keepBytes;
    }

    // "NonAtomicVolatileUpdate": one thread adds; the volatile writes publish to the readers.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void add(Sample sample) {
        Sample kept = sample.kept();
        long index = end;
        if (index - first == ring.length()) {
            dropFirst();
        }
        ring.set(slot(index), new Kept(index, kept));
        bytes += kept.bytes();
        end = index + 1;
        latest = sample;
        while (first < end - 1 && (bytes > keepBytes || tooOld(sample.nanos()))) {
            dropFirst();
        }
    }

    private boolean tooOld(long now) {
        Kept oldest = ring.get(slot(first));
        return oldest != null && now - oldest.sample.nanos() > keepNanos;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void dropFirst() {
        Kept dropped = ring.getAndSet(slot(first), null);
        if (dropped != null) {
            bytes -= dropped.sample.bytes();
        }
        first++;
    }

    private int slot(long index) {
        return (int) (index % ring.length());
    }

    /** The newest sample, whole. */
    Optional<Sample> latest() {
        return Optional.ofNullable(latest);
    }

    /** The samples taken between two instants (inclusive), oldest first. */
    List<Sample> window(long from, long to) {
        List<Sample> window = new ArrayList<>();
        long until = end;
        for (long index = firstAtOrAfter(from, until); index < until; index++) {
            Kept kept = ring.get(slot(index));
            if (kept == null || kept.index != index || kept.sample.nanos() < from) {
                continue;
            }
            if (kept.sample.nanos() > to) {
                break;
            }
            window.add(kept.sample);
        }
        return window;
    }

    /**
     * A position at or before the first sample of the window, found by bisection; dropped positions count as too old.
     */
    private long firstAtOrAfter(long from, long until) {
        long low = first;
        long high = until;
        while (low < high) {
            long middle = (low + high) >>> 1;
            Kept kept = ring.get(slot(middle));
            if (kept == null || kept.index < middle || kept.sample.nanos() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    long bytes() {
        return bytes + 8L * ring.length() + 24 * (end - first);
    }
}
