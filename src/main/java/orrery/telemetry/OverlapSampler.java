package orrery.telemetry;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Measures how many workers are inside a query at once, from outside and without stopping them.
 *
 * <p>A check reads all {@link WorkerRecorder#marks} three times. A worker whose mark was odd and unchanged between the
 * first and the third reading was inside one query throughout the second; those workers were inside <em>together</em>,
 * at one instant, whatever the sampler's own delays. A worker that made progress between the readings, but was odd in
 * the second, was inside at the instant it was read; at most one such is added. The result is thus a true lower bound,
 * not a mix of readings at different times. A preempted worker counts: it is inside, and its scratch would be in use.
 *
 * <p>On two cores that is enough: one checks, one makes progress. If more make progress at once, their queries are
 * shorter than a check. Workers that remember their {@linkplain #rememberStretches intervals} record from when to when
 * they were inside; those of the moving workers whose intervals cover one instant between the first and the third
 * reading were inside together then, with all that did not move (to one step of the clock).
 *
 * <p>{@link #look} is for one thread. {@link #start} and {@link #stop} run it on a separate daemon thread.
 */
public final class OverlapSampler {
    private final List<WorkerRecorder> workers;
    private final long[] first;
    private final long[] second;
    private final long[] tags;
    private final long[] looksWithInside;
    private final QueryOverlap movers;
    private final BitSet open = new BitSet();
    private final BitSet together = new BitSet();
    private long looks;
    private long looksWithMovers;
    private long readFirst;
    private int most;
    private @Nullable Thread runner;
    private volatile boolean running;

    /** A sampler of these workers. */
    public OverlapSampler(List<WorkerRecorder> workers) {
        this.workers = List.copyOf(workers);
        int n = this.workers.size();
        this.first = new long[n];
        this.second = new long[n];
        this.tags = new long[n];
        this.looksWithInside = new long[n + 1];
        this.movers = new QueryOverlap(n);
    }

    /** Makes the workers remember when they were inside (each query is then timed), or stop doing so. */
    public void rememberStretches(boolean remembered) {
        workers.forEach(worker -> worker.rememberStretches(remembered));
    }

    /** Whether in most checks several workers made progress, which means more than two cores. */
    public boolean severalMove() {
        return looks >= 40 && looksWithMovers > looks / 2;
    }

    /** One check. @return how many workers were inside a query at the same instant, at least */
    public int look() {
        readFirst();
        readSecond();
        return judge();
    }

    void readFirst() {
        for (int i = 0; i < first.length; i++) {
            first[i] = workers.get(i).marks();
        }
        readFirst = System.nanoTime();
    }

    void readSecond() {
        for (int i = 0; i < second.length; i++) {
            second[i] = workers.get(i).marks();
            tags[i] = workers.get(i).tag();
        }
    }

    /** Reads a third time and counts. */
    int judge() {
        int n = workers.size();
        // Those unchanged through the third reading were inside at least until now.
        long until = System.nanoTime();
        int inside = 0;
        int moved = 0;
        boolean aMover = false;
        open.clear();
        movers.clear(readFirst, until);
        for (int i = 0; i < n; i++) {
            boolean odd = (second[i] & 1) != 0;
            if (first[i] != second[i] || workers.get(i).marks() != second[i]) {
                moved++;
                aMover |= odd;
                movers.add(workers.get(i).stretches());
            } else if (odd) {
                inside++;
                noteTag(tags[i]);
            }
        }
        inside += Math.max(aMover ? 1 : 0, movers.mostAtOnce());
        movers.noteTags(open, together);
        looks++;
        looksWithMovers += moved > 1 ? 1 : 0;
        looksWithInside[inside]++;
        most = Math.max(most, inside);
        return inside;
    }

    private void noteTag(long tag) {
        if (tag < 0 || tag > Integer.MAX_VALUE) {
            return;
        }
        if (open.get((int) tag)) {
            together.set((int) tag);
        }
        open.set((int) tag);
    }

    /** The results so far. Call it from the checking thread, or after {@link #stop}. */
    public Overlap overlap() {
        return new Overlap(workers.size(), looks, most, looksWithInside, together);
    }

    /**
     * Checks repeatedly on a daemon thread.
     *
     * @param period interval between checks (the system adds about 50 us)
     */
    public void start(Duration period) {
        if (runner != null) {
            throw new IllegalStateException("this overlap sampler has been started before; make a new one");
        }
        long nanos = period.toNanos();
        running = true;
        runner = Thread.ofPlatform().daemon().name("orrery-overlap").start(() -> {
            while (running) {
                look();
                LockSupport.parkNanos(this, nanos);
            }
        });
    }

    /** Ends the checking thread and returns its results. */
    public Overlap stop() {
        Thread looking = runner;
        running = false;
        if (looking != null) {
            LockSupport.unpark(looking);
            boolean interrupted = false;
            while (true) {
                try {
                    looking.join();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return overlap();
    }
}
