package orrery.telemetry;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The intervals of the workers that made progress during one check, within that check: how many of them were inside a
 * query at the same instant, and which kinds of query were in progress at once. For use by one thread; nothing
 * allocated after construction.
 */
final class QueryOverlap {
    private final long[] copied = new long[QueryIntervals.WORDS * QueryIntervals.KEPT];
    private final long[] from;
    private final long[] to;
    private final long[] tag;
    private final int[] worker;
    private final long[] starts;
    private final long[] ends;
    private long since;
    private long until;
    private int workers;
    private int count;

    QueryOverlap(int most) {
        int room = most * QueryIntervals.KEPT;
        from = new long[room];
        to = new long[room];
        tag = new long[room];
        worker = new int[room];
        starts = new long[room];
        ends = new long[room];
    }

    /** Starts empty, for a check between two moments. */
    void clear(long since, long until) {
        this.since = since;
        this.until = until;
        workers = 0;
        count = 0;
    }

    /** One more moving worker, with the intervals it remembers. */
    void add(@Nullable QueryIntervals stretches) {
        if (stretches == null) {
            return;
        }
        int words = stretches.copy(copied);
        for (int w = 0; w < words; w += QueryIntervals.WORDS) {
            long begun = Math.max(copied[w], since);
            long ended = Math.min(copied[w + 1], until);
            if (begun < ended) {
                from[count] = begun;
                to[count] = ended;
                tag[count] = copied[w + 2];
                worker[count] = workers;
                count++;
            }
        }
        workers++;
    }

    /** The most that were inside at the same instant: no two intervals of one worker overlap. */
    int mostAtOnce() {
        System.arraycopy(from, 0, starts, 0, count);
        System.arraycopy(to, 0, ends, 0, count);
        Arrays.sort(starts, 0, count);
        Arrays.sort(ends, 0, count);
        int inside = 0;
        int most = 0;
        int ended = 0;
        for (int begun = 0; begun < count; begun++) {
            while (ends[ended] <= starts[begun]) {
                ended++;
                inside--;
            }
            inside++;
            most = Math.max(most, inside);
        }
        return most;
    }

    /**
     * Adds the kinds that two workers had in progress at once; {@code standing} are those of workers that did not move.
     */
    void noteTags(BitSet standing, BitSet together) {
        for (int i = 0; i < count; i++) {
            if (tag[i] < 0 || tag[i] > Integer.MAX_VALUE || together.get((int) tag[i])) {
                continue;
            }
            boolean met = standing.get((int) tag[i]);
            for (int k = 0; k < i && !met; k++) {
                met = tag[k] == tag[i] && worker[k] != worker[i] && from[k] < to[i] && from[i] < to[k];
            }
            if (met) {
                together.set((int) tag[i]);
            }
        }
    }
}
