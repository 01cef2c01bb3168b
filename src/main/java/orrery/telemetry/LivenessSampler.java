package orrery.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The watchdog, as a sampler. Searching for deadlocks stops all threads, and threads of the lowest priority stop late:
 * so it is done only occasionally, and when a worker has made no progress for some seconds.
 */
final class LivenessSampler implements Sampler {
    private static final long SUSPICIOUS = 2_000_000_000L;
    private static final long NOW_AND_THEN = 30_000_000_000L;

    private final Supplier<List<WorkerRecorder>> workers;
    private final Watchdog watchdog = new Watchdog(Duration.ofSeconds(5));
    private long lookedForDeadlock = System.nanoTime();

    LivenessSampler(Supplier<List<WorkerRecorder>> workers) {
        this.workers = workers;
    }

    @Override
    public SamplerKind kind() {
        return SamplerKind.LIVENESS;
    }

    @Override
    public Sample sample(long nanos) {
        LivenessSample sample = watchdog.beats(workers.get(), nanos);
        if (sample.oldestOwed() < SUSPICIOUS && nanos - lookedForDeadlock < NOW_AND_THEN) {
            return sample;
        }
        lookedForDeadlock = nanos;
        return new LivenessSample(nanos, sample.beats(), watchdog.deadlocked());
    }
}
