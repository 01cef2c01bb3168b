package orrery.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import jdk.jfr.FlightRecorder;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingStream;
import org.jspecify.annotations.Nullable;

/**
 * The flight recorder's events as a stream: GC pauses, safepoints, parks, monitor enters. Consumers are called on the
 * recorder's own thread, about a second late, in batches.
 */
final class FlightStream implements AutoCloseable {
    private static final int FRAMES = 6;
    /** Readings of the two clocks, one after the other. */
    private static final int READINGS = 8;

    private final RecordingStream stream;
    private final Map<Long, Instant> safepoints = new HashMap<>();
    private volatile long offset;

    private FlightStream() {
        stream = new RecordingStream();
        synchronize();
        stream.onFlush(this::synchronize);
    }

    /** Starts a stream of the events enabled by {@code asked}, or says why there is none. */
    static Measurement<FlightStream> start(Consumer<FlightStream> asked) {
        try {
            if (!FlightRecorder.isAvailable()) {
                return Measurement.notAvailable("this JVM has no flight recorder");
            }
            FlightStream started = new FlightStream();
            asked.accept(started);
            started.stream.setReuse(true);
            started.stream.setOrdered(true);
            started.stream.startAsync();
            return Measurement.of(started);
        } catch (IllegalStateException | UnsupportedOperationException | SecurityException e) {
            return Measurement.notAvailable("the flight recorder does not start: " + e.getMessage());
        }
    }

    /** Reports GC pauses and safepoints. */
    void onPause(Consumer<Pause> to) {
        stream.enable("jdk.GCPhasePause").withoutThreshold();
        stream.onEvent(
                "jdk.GCPhasePause",
                e -> to.accept(
                        new Pause(Pause.Kind.GC, nanos(e.getStartTime()), nanos(e.getEndTime()), e.getString("name"))));
        stream.enable("jdk.SafepointBegin").withoutThreshold();
        stream.enable("jdk.SafepointEnd").withoutThreshold();
        stream.onEvent("jdk.SafepointBegin", e -> safepoints.put(e.getLong("safepointId"), e.getStartTime()));
        stream.onEvent("jdk.SafepointEnd", e -> {
            Instant begun = safepoints.remove(e.getLong("safepointId"));
            if (begun != null) {
                to.accept(new Pause(Pause.Kind.SAFEPOINT, nanos(begun), nanos(e.getEndTime()), "safepoint"));
            }
            if (safepoints.size() > 64) {
                safepoints.clear();
            }
        });
    }

    /** Reports parks and monitor enters of at least {@code threshold}. */
    void onBlock(Duration threshold, Consumer<Block> to) {
        stream.enable("jdk.ThreadPark").withThreshold(threshold);
        stream.onEvent("jdk.ThreadPark", e -> to.accept(block(Block.Kind.PARK, e, "parkedClass")));
        stream.enable("jdk.JavaMonitorEnter").withThreshold(threshold);
        stream.onEvent("jdk.JavaMonitorEnter", e -> to.accept(block(Block.Kind.MONITOR_ENTER, e, "monitorClass")));
    }

    /** Stops recording and returns when all events recorded so far have been delivered. */
    void stop() {
        stream.stop();
    }

    @Override
    public void close() {
        stream.close();
    }

    /** The recorder reports wall-clock instants; everything here uses nanoTime. */
    private void synchronize() {
        long narrowest = Long.MAX_VALUE;
        long best = 0;
        // Between two readings the machine may be preempted: the two that were closest together are used.
        for (int i = 0; i < READINGS; i++) {
            long before = System.nanoTime();
            long now = wall(Instant.now());
            long after = System.nanoTime();
            if (after - before < narrowest) {
                narrowest = after - before;
                best = before + narrowest / 2 - now;
            }
        }
        offset = best;
    }

    private long nanos(Instant instant) {
        return wall(instant) + offset;
    }

    private static long wall(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    private Block block(Block.Kind kind, RecordedEvent event, String onField) {
        RecordedThread thread = event.getThread();
        RecordedClass on = event.getClass(onField);
        String name = thread == null ? "" : thread.getJavaName();
        return new Block(
                kind,
                thread == null ? -1 : thread.getJavaThreadId(),
                name == null ? "" : name,
                nanos(event.getStartTime()),
                event.getDuration().toNanos(),
                on == null ? "" : on.getName(),
                where(event.getStackTrace()));
    }

    private static String where(@Nullable RecordedStackTrace trace) {
        if (trace == null) {
            return "";
        }
        StringJoiner joined = new StringJoiner(" < ");
        List<RecordedFrame> frames = trace.getFrames();
        for (RecordedFrame frame : frames.subList(0, Math.min(FRAMES, frames.size()))) {
            joined.add(frame.getMethod().getType().getName() + "."
                    + frame.getMethod().getName());
        }
        return joined.toString();
    }
}
