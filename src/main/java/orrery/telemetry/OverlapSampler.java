package orrery.telemetry;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks at how many workers are inside a query at once, from outside and without stopping them.
 *
 * <p>A look reads all {@link WorkerRecorder#marks} three times. A worker whose mark was odd and the same in the first
 * and the third reading was inside one query all through the second; those were inside <em>together</em>, at one
 * instant, whatever the sampler's own delays. A worker that moved on between the readings, but was odd in the second,
 * was inside at the instant it was read; at most one such is added. What is told is thus a lower bound that is true,
 * not a smear of readings. A preempted worker counts: it is inside, and its scratch would be.
 *
 * <p>On two cores that is enough: one looks, one moves. Where more move at once, their queries are shorter than a look.
 * Workers that remember their {@linkplain #rememberStretches stretches} tell from when to when they were inside; those
 * of the movers that cover one instant between the first and the third reading were inside together, then, with all
 * that stood (to one step of the clock).
 *
 * <p>{@link #look} is for one thread. {@link #start} and {@link #stop} run it on a daemon thread of its own.
 */
public final class OverlapSampler {
    private final List<WorkerRecorder> workers;
    private final long[] first;
    private final long[] second;
    private final long[] tags;
    private final long[] insideOfWorker;
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

    /** Looks at these workers. */
    public OverlapSampler(List<WorkerRecorder> workers) {
        this.workers = List.copyOf(workers);
        int n = this.workers.size();
        this.first = new long[n];
        this.second = new long[n];
        this.tags = new long[n];
        this.insideOfWorker = new long[n];
        this.looksWithInside = new long[n + 1];
        this.movers = new QueryOverlap(n);
    }

    /** Has the workers remember when they were inside (each query is timed then), or no longer. */
    public void rememberStretches(boolean remembered) {
        workers.forEach(worker -> worker.rememberStretches(remembered));
    }

    /** Whether in most looks several workers moved: on more than two cores, that is. */
    public boolean severalMove() {
        return looks >= 40 && looksWithMovers > looks / 2;
    }

    /** One look. @return how many workers were inside a query at one instant, at least */
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
        // Those that stand all through the third reading stood until now at least.
        long until = System.nanoTime();
        int inside = 0;
        int moved = 0;
        boolean aMover = false;
        open.clear();
        movers.clear(readFirst, until);
        for (int i = 0; i < n; i++) {
            boolean odd = (second[i] & 1) != 0;
            if (odd) {
                insideOfWorker[i]++;
            }
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

    /** What has been seen so far. Call it from the looking thread, or after {@link #stop}. */
    public Overlap overlap() {
        return new Overlap(workers.size(), looks, most, looksWithInside, insideOfWorker, together);
    }

    /**
     * Looks again and again on a daemon thread.
     *
     * @param period from one look to the next (the system adds some 50 us)
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

    /** Ends the looking thread and tells what it saw. */
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
