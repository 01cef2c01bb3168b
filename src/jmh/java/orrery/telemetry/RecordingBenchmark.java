package orrery.telemetry;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What recording one query costs its worker. The query is a Clenshaw loop of 14 terms over three axes, about as long as
 * a hot state; the cost of recording is the difference from {@link #queryAlone}. A timed query adds two clock reads
 * ({@link #clockRead}), and one query in 64 is timed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(2)
public class RecordingBenchmark {
    private static final int TERMS = 14;

    private final double[] coefficients = new double[3 * TERMS];
    private final double[] out = new double[3];
    private WorkerRecorder sampled = WorkerRecorder.closedLoop("bench", "one in 64");
    private WorkerRecorder everyOne = WorkerRecorder.closedLoop("bench", "every one", 1, 64);
    private LatencyRecorder latency = new LatencyRecorder();
    private ThreadTimeline<WorkState> timeline = new ThreadTimeline<>(WorkState.class, 1024);
    private double argument;
    private long nanos;

    /** Fresh recorders. */
    @Setup
    public void coefficients() {
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = 1.0 / (1 + i * i);
        }
        sampled = WorkerRecorder.closedLoop("bench", "one in 64");
        everyOne = WorkerRecorder.closedLoop("bench", "every one", 1, 64);
        latency = new LatencyRecorder();
        timeline = new ThreadTimeline<>(WorkState.class, 1024);
    }

    private double query() {
        argument = argument > 0.9 ? -0.9 : argument + 1e-3;
        double twice = 2 * argument;
        for (int axis = 0; axis < 3; axis++) {
            double w0 = 0;
            double w1 = 0;
            for (int j = TERMS - 1; j > 0; j--) {
                double w2 = w1;
                w1 = w0;
                w0 = coefficients[axis * TERMS + j] + (twice * w1 - w2);
            }
            out[axis] = coefficients[axis * TERMS] + (argument * w0 - w1);
        }
        return out[0] + out[1] + out[2];
    }

    /** The query and nothing else. */
    @Benchmark
    public double queryAlone() {
        return query();
    }

    /** The query counted, one in 64 timed. */
    @Benchmark
    public double queryRecorded() {
        long start = sampled.begin();
        double result = query();
        sampled.end(start);
        return result;
    }

    /** The same with a tag that says which query it is. */
    @Benchmark
    public double queryRecordedWithTag() {
        long start = sampled.begin(17);
        double result = query();
        sampled.end(start);
        return result;
    }

    /** The query timed every time: two reads of the clock each. */
    @Benchmark
    public double queryTimedEveryTime() {
        long start = everyOne.begin();
        double result = query();
        everyOne.end(start);
        return result;
    }

    /** Two clock reads around the query, nothing recorded. */
    @Benchmark
    public long queryBetweenTwoClockReads() {
        long start = System.nanoTime();
        double result = query();
        return System.nanoTime() - start + (result > 1e9 ? 1 : 0);
    }

    /** One read of the clock. */
    @Benchmark
    public long clockRead() {
        return System.nanoTime();
    }

    /** One duration counted. */
    @Benchmark
    public void latencyRecorded() {
        nanos = nanos * 6364136223846793005L + 1442695040888963407L;
        latency.record(nanos >>> 40);
    }

    /** One change of state written; its clock read is measured separately. */
    @Benchmark
    public void stateEntered() {
        nanos++;
        timeline.enter((nanos & 1) == 0 ? WorkState.QUERYING : WorkState.AT_BARRIER, nanos, nanos);
    }
}
