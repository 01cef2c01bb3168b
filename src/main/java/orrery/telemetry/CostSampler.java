package orrery.telemetry;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Measures the cost of sampling itself. */
final class CostSampler implements Sampler {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Supplier<List<CostSample.SamplerCost>> costs;
    private final LongSupplier historyBytes;
    private final LongSupplier recorderBytes;
    private final double clockNanos;
    private long lastCpu = -1;
    private long lastNanos;

    CostSampler(Supplier<List<CostSample.SamplerCost>> costs, LongSupplier historyBytes, LongSupplier recorderBytes) {
        this.costs = costs;
        this.historyBytes = historyBytes;
        this.recorderBytes = recorderBytes;
        this.clockNanos = clockRead();
    }

    @Override
    public SamplerKind kind() {
        return SamplerKind.COST;
    }

    @Override
    public Sample sample(long nanos) {
        long cpu = threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : -1;
        Measurement<Double> share = cpu < 0 || lastCpu < 0
                ? Measurement.notAvailable(cpu < 0 ? "this JVM does not measure CPU time" : "it needs two samples")
                : Measurement.of(100.0 * (cpu - lastCpu) / Math.max(1, nanos - lastNanos));
        lastCpu = cpu;
        lastNanos = nanos;
        return new CostSample(
                nanos, share, historyBytes.getAsLong(), recorderBytes.getAsLong(), clockNanos, costs.get());
    }

    /** Duration of one clock reading in nanoseconds: the least mean of a few thousand in sequence. */
    static double clockRead() {
        double least = Double.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long start = System.nanoTime();
            long last = start;
            for (int i = 0; i < 1000; i++) {
                last = System.nanoTime();
            }
            least = Math.min(least, (last - start) / 1000.0);
        }
        return least;
    }
}
