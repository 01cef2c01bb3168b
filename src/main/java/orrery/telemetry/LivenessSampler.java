package orrery.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The watchdog, as a sampler. */
final class LivenessSampler implements Sampler {
    private final Supplier<List<WorkerRecorder>> workers;
    private final Watchdog watchdog = new Watchdog(Duration.ofSeconds(5));

    LivenessSampler(Supplier<List<WorkerRecorder>> workers) {
        this.workers = workers;
    }

    @Override
    public SamplerKind kind() {
        return SamplerKind.LIVENESS;
    }

    @Override
    public Sample sample(long nanos) {
        return watchdog.check(workers.get(), nanos);
    }
}
