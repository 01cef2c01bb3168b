package orrery.telemetry;

import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.List;

/** Samples the Java heap through JMX. Works everywhere. */
final class HeapSampler implements Sampler {
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long lastNanos;
    private long lastAllocated = -1;

    @Override
    public SamplerKind kind() {
        return SamplerKind.HEAP;
    }

    @Override
    public HeapSample sample(long nanos) {
        long allocated = threads.isThreadAllocatedMemorySupported() ? threads.getTotalThreadAllocatedBytes() : -1;
        MemoryUsage heap = memory.getHeapMemoryUsage();
        long collections = 0;
        long millis = 0;
        for (GarbageCollectorMXBean collector : collectors) {
            collections += Math.max(0, collector.getCollectionCount());
            millis += Math.max(0, collector.getCollectionTime());
        }
        Measurement<Double> rate = allocated < 0 || lastAllocated < 0
                ? Measurement.notAvailable(allocated < 0 ? "this JVM does not measure it" : "it needs two samples")
                : Measurement.of((allocated - lastAllocated) * 1e9 / Math.max(1, nanos - lastNanos));
        lastAllocated = allocated;
        lastNanos = nanos;
        return new HeapSample(
                nanos,
                heap.getUsed(),
                heap.getCommitted(),
                memory.getNonHeapMemoryUsage().getUsed(),
                allocated < 0 ? Measurement.notAvailable("this JVM does not measure it") : Measurement.of(allocated),
                rate,
                collections,
                millis * 1_000_000);
    }
}
