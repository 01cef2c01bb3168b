package orrery.telemetry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thread's history: its own records, if it is a worker, and the states sampled from the JVM. Any thread may read
 * the timelines at any time.
 */
public final class Lane {
    private final long id;
    private final String name;
    private final String group;
    private final boolean virtual;
    private final long since;
    private final ThreadTimeline<JvmState> jvm;
    private final @Nullable WorkerRecorder worker;
    private volatile long ended = Long.MAX_VALUE;

    Lane(Thread thread, String group, @Nullable WorkerRecorder worker, long since, int runs) {
        this.id = thread.threadId();
        this.name = worker != null ? worker.name() : thread.getName();
        this.group = group;
        this.virtual = thread.isVirtual();
        this.since = since;
        this.worker = worker;
        this.jvm = new ThreadTimeline<>(JvmState.class, runs);
    }

    /** The thread's identifier in the JVM. */
    public long id() {
        return id;
    }

    /** The worker's name, else the thread's. */
    public String name() {
        return name;
    }

    /** The worker's group; {@code JVM} or {@code other} for threads that are not workers. */
    public String group() {
        return group;
    }

    /** Whether it is a virtual thread. */
    public boolean virtual() {
        return virtual;
    }

    /** When it was first seen ({@link System#nanoTime}). */
    public long since() {
        return since;
    }

    /** When it was found to have ended, or {@link Long#MAX_VALUE} while it lives. */
    public long ended() {
        return ended;
    }

    /** Its states according to the JVM, sampled. */
    public ThreadTimeline<JvmState> jvm() {
        return jvm;
    }

    /** Its own recorder, if it is a worker. */
    public Optional<WorkerRecorder> worker() {
        return Optional.ofNullable(worker);
    }

    void end(long nanos) {
        if (ended == Long.MAX_VALUE) {
            jvm.enter(JvmState.TERMINATED, nanos, 0);
            ended = nanos;
        }
    }

    boolean isOf(@Nullable WorkerRecorder recorder) {
        return worker == recorder;
    }

    long bytes() {
        return 200 + jvm.bytes();
    }
}
