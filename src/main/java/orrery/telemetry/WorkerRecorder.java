package orrery.telemetry;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything one worker records about itself: completed queries, whether it is inside one now, failures, latencies,
 * states.
 *
 * <pre>{@code
 * recorder.bind();                            // once, on the worker's own thread
 * recorder.enter(WorkState.QUERYING);
 * long start = recorder.begin();
 * try { … the query …; recorder.end(start); } catch (RuntimeException e) { recorder.fail(start); … }
 * }</pre>
 *
 * <p><b>Service time</b> runs from the moment a query begins to its end, as seen in a closed loop; one query in
 * {@code oneIn} is timed, exactly one in each block of that many, at a random place within it so that a periodic plan
 * cannot hide. <b>Response time</b> runs from the <em>intended</em> start ({@link #endScheduled}), as seen by a caller
 * at a fixed rate, waiting included. They are kept separate. Failures are counted and are in neither.
 *
 * <p>Assumes: one thread at a time calls the writing methods. Guarantees: each counter is exact and never decreases for
 * a reader; {@link #marks} is odd exactly while the writer is between begin and end; a query's effects happen before
 * its end mark, for a reader who saw that mark. Progress: wait-free, nothing allocated after construction.
 */
public final class WorkerRecorder extends PaddedMarks {
    /** The result of {@link #begin} if this query is not timed. */
    public static final long NOT_TIMED = Long.MIN_VALUE;

    /** The result of {@link #begin} if nothing is recorded. */
    private static final long NOT_RECORDED = Long.MIN_VALUE + 1;

    /** By default one query in this many is timed. */
    public static final int ONE_IN = 64;

    /** Read by workers at each query, so that an observer sees it soon. */
    private static boolean recording = true;

    private final String group;
    private final String name;
    private final int oneIn;
    private final LatencyRecorder service = new LatencyRecorder();
    private final @Nullable LatencyRecorder response;
    private final ThreadTimeline<WorkState> timeline;
    private volatile @Nullable Thread thread;
    private volatile @Nullable QueryIntervals stretches;
    private int untilTimed;
    private int untilRecorded;
    private boolean recorded;
    private int restOfBlock;
    private long random;

    private WorkerRecorder(String group, String name, int oneIn, int runs, boolean scheduled) {
        if (oneIn < 1) {
            throw new IllegalArgumentException("one query in " + oneIn + " cannot be timed; say 1 or more");
        }
        this.group = group;
        this.name = name;
        this.oneIn = oneIn;
        this.timeline = new ThreadTimeline<>(WorkState.class, runs);
        this.response = scheduled ? new LatencyRecorder() : null;
        this.random = name.hashCode() * 0x9E3779B97F4A7C15L | 1;
        this.untilTimed = nextBlock();
    }

    /** For a closed loop: the next query begins when the last has ended. One query in {@link #ONE_IN} is timed. */
    public static WorkerRecorder closedLoop(String group, String name) {
        return closedLoop(group, name, ONE_IN, 1024);
    }

    /** For a closed loop, timing one query in {@code oneIn} and remembering {@code runs} changes of state. */
    public static WorkerRecorder closedLoop(String group, String name, int oneIn, int runs) {
        return new WorkerRecorder(group, name, oneIn, runs, false);
    }

    /**
     * For a fixed rate: every query has an intended start and is timed twice, from it and from its actual start. It may
     * change state twice per query; {@code runs} changes are remembered.
     */
    public static WorkerRecorder fixedRate(String group, String name, int runs) {
        return new WorkerRecorder(group, name, 1, runs, true);
    }

    /**
     * Turns recording off and on again, in all recorders, to measure its cost: meanwhile nothing is counted and nobody
     * is found inside a query. A query that began recorded ends recorded.
     */
    static void record(boolean on) {
        recording = on;
    }

    /** Whether queries are recorded; always true, except while the cost of recording is measured. */
    public static boolean isRecording() {
        return recording;
    }

    // ---- the writer's side ----

    /** Binds the calling thread to this worker. */
    public void bind() {
        thread = Thread.currentThread();
    }

    /** Binds a thread to this worker, before or while it runs. */
    public void bind(Thread worker) {
        thread = worker;
    }

    /** This worker is in {@code state} from now on. Reads the clock once; not at all if it is already in that state. */
    public void enter(WorkState state) {
        timeline.enter(state, System.nanoTime(), marks >>> 1);
    }

    /**
     * A query begins.
     *
     * @return its start ({@link System#nanoTime}) if it is timed, else a value that says it is not; pass it to
     * {@link #end}
     */
    public long begin() {
        if (!recording) {
            return NOT_RECORDED;
        }
        MARKS.setOpaque(this, marks + 1);
        return --untilTimed > 0 ? NOT_TIMED : beginTimed();
    }

    /**
     * A query of a kind begins: {@code tag} (>= 0) identifies it, to find out whether two of a kind were in progress.
     */
    public long begin(long tag) {
        if (!recording) {
            return NOT_RECORDED;
        }
        TAG.setOpaque(this, tag);
        MARKS.setRelease(this, marks + 1);
        return --untilTimed > 0 ? NOT_TIMED : beginTimed();
    }

    private long beginTimed() {
        recorded = --untilRecorded <= 0;
        if (recorded) {
            untilRecorded = nextBlock();
        }
        if (stretches == null) {
            untilTimed = untilRecorded;
            untilRecorded = 1;
        } else {
            // All are timed; the percentiles still include one per block.
            untilTimed = 1;
        }
        return System.nanoTime();
    }

    /** The number of queries until the next timed one: the rest of this block and a random number into the next. */
    private int nextBlock() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        int into = (int) ((random >>> 33) % oneIn);
        int distance = restOfBlock + into + 1;
        restOfBlock = oneIn - into - 1;
        return distance;
    }

    /** A query has ended with an answer. */
    public void end(long start) {
        if (start == NOT_TIMED) {
            mark();
        } else if (start != NOT_RECORDED) {
            endTimed(start);
        }
    }

    private void endTimed(long start) {
        long now = System.nanoTime();
        mark();
        remember(start, now);
        if (recorded) {
            service.record(now - start);
        }
    }

    private void remember(long start, long now) {
        QueryIntervals all = stretches;
        if (all != null) {
            all.add(start, now, tag);
        }
    }

    /**
     * A batch, begun as one, has ended with {@code answers} (1 or more) answers: all are counted; if it is timed, its
     * average time per answer goes into the percentiles once.
     */
    public void endBatch(long start, int answers) {
        if (start == NOT_RECORDED) {
            return;
        }
        long took = start == NOT_TIMED ? 0 : System.nanoTime() - start;
        MARKS.setRelease(this, marks + 2L * answers - 1);
        if (start != NOT_TIMED) {
            service.record(took / answers);
        }
    }

    /** A query with an intended start has ended with an answer ({@link #fixedRate} only). */
    public void endScheduled(long start, long intended) {
        LatencyRecorder fromIntended = response;
        if (fromIntended == null) {
            throw new IllegalStateException("recorder " + name + " is for a closed loop; make it with fixedRate");
        }
        if (start == NOT_RECORDED) {
            return;
        }
        long now = System.nanoTime();
        mark();
        service.record(now - start);
        fromIntended.record(now - intended);
    }

    /** A query has ended with a failure, which is counted but in no percentile. */
    public void fail(long start) {
        if (start == NOT_RECORDED) {
            return;
        }
        if (start == NOT_TIMED || stretches == null) {
            mark();
        } else {
            long now = System.nanoTime();
            mark();
            remember(start, now);
        }
        // After the mark, so that a reader who reads failures first never finds more of them than queries.
        FAILURES.setRelease(this, failures + 1);
    }

    private void mark() {
        MARKS.setRelease(this, marks + 1);
    }

    // ---- the readers' side ----

    /** The kind of worker, for grouping. */
    public String group() {
        return group;
    }

    /** This worker's name. */
    public String name() {
        return name;
    }

    /** One query in this many is timed. */
    public int oneIn() {
        return oneIn;
    }

    /** The worker's thread, once bound. */
    public Optional<Thread> thread() {
        return Optional.ofNullable(thread);
    }

    /** Number of begins and ends passed so far: odd while inside a query. */
    public long marks() {
        return (long) MARKS.getAcquire(this);
    }

    /**
     * Makes every query of this closed loop timed and remembered soon after, to find out who was inside at the same
     * instant, or stops that. The percentiles still include one in {@code oneIn}. Any thread may call this.
     */
    void rememberStretches(boolean remembered) {
        if (remembered != (stretches != null)) {
            stretches = remembered ? new QueryIntervals() : null;
        }
    }

    /** The intervals of the last queries, or null if they are not remembered. */
    @Nullable
    QueryIntervals stretches() {
        return stretches;
    }

    /** The tag of the last query begun; meaningful if {@link #marks} was odd and unchanged before and after. */
    long tag() {
        return (long) TAG.getAcquire(this);
    }

    /** Queries ended, failures included. */
    public long queries() {
        return marks() >>> 1;
    }

    /** Queries that ended in a failure. */
    public long failures() {
        return (long) FAILURES.getAcquire(this);
    }

    /** The service times of many workers together. */
    public static LatencyHistogram serviceTimes(Collection<WorkerRecorder> workers) {
        LatencySum sum = new LatencySum();
        workers.forEach(worker -> worker.service.addTo(sum));
        return sum.toHistogram();
    }

    /** The worker's states. */
    public ThreadTimeline<WorkState> timeline() {
        return timeline;
    }

    LatencyRecorder service() {
        return service;
    }

    @Nullable
    LatencyRecorder response() {
        return response;
    }

    /** Approximate bytes of this recorder. */
    public long bytes() {
        long recorder = 8L * (LatencyBuckets.COUNT + 8);
        return 500 + timeline.bytes() + (response == null ? recorder : 2 * recorder);
    }

    @Override
    public String toString() {
        return group + "/" + name + ": " + queries() + " queries";
    }
}
