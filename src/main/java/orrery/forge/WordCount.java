package orrery.forge;

import java.util.List;
import orrery.spk.Progress;

/** Counts doubles on their way through segments: reports how far they are, and ends the way if that is asked for. */
final class WordCount {
    private final Progress progress;
    private final long all;
    private long done;

    WordCount(List<OutputSegment> segments, Progress progress) {
        this.progress = progress;
        this.all = segments.stream().mapToLong(OutputSegment::words).sum();
    }

    /** The same chunks, counted before {@code to} takes them. */
    OutputSegment.Chunk before(OutputSegment.Chunk to) {
        return (words, count) -> {
            done += count;
            progress.at((double) done / Math.max(1, all));
            progress.check("Making the kernel was cancelled.");
            to.take(words, count);
        };
    }
}
