package orrery.telemetry;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What one sample costs the sampling thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SamplingBenchmark {
    private final List<WorkerRecorder> workers = IntStream.range(0, 20)
            .mapToObj(i -> WorkerRecorder.closedLoop("bench", "worker " + i))
            .toList();
    private final ThreadSampler threads = new ThreadSampler(() -> workers, Long.MAX_VALUE);
    private final LatencySampler latency = new LatencySampler(() -> workers);
    private final HeapSampler heap = new HeapSampler();
    private final ProcessSampler process = new ProcessSampler();
    private final OverlapSampler overlap = new OverlapSampler(workers);

    /** Closes what is open. */
    @TearDown
    public void close() {
        process.close();
    }

    /** All threads of this JVM. */
    @Benchmark
    public Sample threads() {
        return threads.sample(System.nanoTime());
    }

    /** Twenty recorders summed. */
    @Benchmark
    public Sample latency() {
        for (WorkerRecorder worker : workers) {
            worker.end(worker.begin());
        }
        return Objects.requireNonNull(latency.sample(System.nanoTime()));
    }

    /** The Java heap. */
    @Benchmark
    public Sample heap() {
        return heap.sample(System.nanoTime());
    }

    /** The process's memory, descriptors and mappings. */
    @Benchmark
    public Sample process() {
        return process.sample(System.nanoTime());
    }

    /** Twenty workers, three readings each. */
    @Benchmark
    public int overlap() {
        return overlap.look();
    }
}
