package orrery.telemetry;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that one worker records of itself: queries done, whether it is inside one now, failures, latencies, states.
 *
 * <pre>{@code
 * recorder.bind();                            // once, on the worker's own thread
 * recorder.enter(WorkState.QUERYING);
 * long start = recorder.begin();
 * try { … the query …; recorder.end(start); } catch (RuntimeException e) { recorder.fail(start); … }
 * }</pre>
 *
 * <p><b>Service time</b> runs from the moment a query begins to its end: what a closed loop feels, one query in
 * {@code oneIn} read from the clock, exactly one in each block of so many, at a random place within it so that a
 * periodic plan cannot hide. <b>Response time</b> runs from the <em>intended</em> start ({@link #endScheduled}): what a
 * caller at a fixed rate feels, waiting included. They are kept apart. Failures are counted and are in neither.
 *
 * <p>Assumes: one thread at a time calls the writing methods. Guarantees: each counter is exact and never falls for a
 * reader; {@link #marks} is odd exactly while the writer stands between begin and end; a query's effects happen before
 * its mark of end, for a reader who saw that mark. Progress: wait-free, nothing allocated after construction.
 */
public final class WorkerRecorder extends PaddedMarks {
    /** What {@link #begin} returns where this query is not timed. */
    public static final long NOT_TIMED = Long.MIN_VALUE;

    /** What {@link #begin} returns where nothing is recorded. */
    private static final long NOT_RECORDED = Long.MIN_VALUE + 1;

    /** One query in so many is timed unless asked otherwise. */
    public static final int ONE_IN = 64;

    /** Read by workers at each query, as whoever looks first happens to see it. */
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
     * For a fixed rate: every query has an intended start and is timed twice, from it and from its own beginning. It
     * changes its state twice a query, so that many changes are remembered.
     */
    public static WorkerRecorder fixedRate(String group, String name) {
        return new WorkerRecorder(group, name, 1, 8192, true);
    }

    /**
     * Turns recording off and on again, in all recorders, to measure what it takes: meanwhile nothing is counted and nobody
     * is found inside a query. What has begun recorded ends recorded.
     */
    static void record(boolean on) {
        recording = on;
    }

    /** Whether queries are recorded; they always are, but where it is measured what that takes. */
    public static boolean isRecording() {
        return recording;
    }

    // ---- the writer's side ----

    /** Says that the calling thread is this worker. */
    public void bind() {
        thread = Thread.currentThread();
    }

    /** Says which thread is this worker, before or while it runs. */
    public void bind(Thread worker) {
        thread = worker;
    }

    /** This worker is in {@code state} from now on. One clock read; none where it is already in that state. */
    public void enter(WorkState state) {
        timeline.enter(state, System.nanoTime(), marks >>> 1);
    }

    /**
     * A query begins.
     *
     * @return its start ({@link System#nanoTime}) if it is timed, else that it is not; hand it to {@link #end}
     */
    public long begin() {
        if (!recording) {
            return NOT_RECORDED;
        }
        MARKS.setOpaque(this, marks + 1);
        return --untilTimed > 0 ? NOT_TIMED : beginTimed();
    }

    /** A query of a kind begins: {@code tag} (>= 0) says which, for those who ask whether two of a kind were open. */
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
            // All are timed; what goes into the percentiles stays one in a block.
            untilTimed = 1;
        }
        return System.nanoTime();
    }

    /** How many queries until the next timed one: the rest of this block and a random way into the next. */
    private int nextBlock() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        int into = (int) ((random >>> 33) % oneIn);
        int distance = restOfBlock + into + 1;
        restOfBlock = oneIn - into - 1;
        return distance;
    }

    /** A query has ended in an answer. */
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
     * A batch, begun as one, has ended in {@code answers} (1 or more) answers: all are counted; where it is timed, its time goes into
     * the percentiles once, as what one answer took on average.
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

    /** A query with an intended start has ended in an answer ({@link #fixedRate} only). */
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

    /** A query has ended in a failure: counted, in no percentile. */
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
        // After the mark, so that a reader who asks for failures first never finds more of them than queries.
        FAILURES.setRelease(this, failures + 1);
    }

    private void mark() {
        MARKS.setRelease(this, marks + 1);
    }

    // ---- the readers' side ----

    /** What kind of worker this is, for grouping. */
    public String group() {
        return group;
    }

    /** This worker's name. */
    public String name() {
        return name;
    }

    /** One query in so many is timed. */
    public int oneIn() {
        return oneIn;
    }

    /** The worker's thread, once bound. */
    public Optional<Thread> thread() {
        return Optional.ofNullable(thread);
    }

    /** Begins and ends passed so far: odd while inside a query. */
    public long marks() {
        return (long) MARKS.getAcquire(this);
    }

    /**
     * From soon on, every query of this closed loop is timed and remembered for those who ask who was inside at one
     * instant, or no longer. What goes into the percentiles is one in {@code oneIn} as before. Any thread may say so.
     */
    void rememberStretches(boolean remembered) {
        if (remembered != (stretches != null)) {
            stretches = remembered ? new QueryIntervals() : null;
        }
    }

    /** The last queries' stretches, or null where they are not remembered. */
    @Nullable
    QueryIntervals stretches() {
        return stretches;
    }

    /** The tag of the query begun last; meaningful where {@link #marks} was odd and the same before and after. */
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

    /** Service times of the timed queries. */
    public LatencyHistogram serviceTimes() {
        return service.snapshot();
    }

    /** Those of many workers together. */
    public static LatencyHistogram serviceTimes(Collection<WorkerRecorder> workers) {
        LatencySum sum = new LatencySum();
        workers.forEach(worker -> worker.service.addTo(sum));
        return sum.toHistogram();
    }

    /** Response times from the intended start; empty for a closed loop. */
    public Optional<LatencyHistogram> responseTimes() {
        return Optional.ofNullable(response).map(LatencyRecorder::snapshot);
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

    /** Bytes this recorder holds, about. */
    public long bytes() {
        long recorder = 8L * (LatencyBuckets.COUNT + 8);
        return 500 + timeline.bytes() + (response == null ? recorder : 2 * recorder);
    }

    @Override
    public String toString() {
        return group + "/" + name + ": " + queries() + " queries";
    }
}
