package orrery.telemetry;

import java.util.List;

/**
 * The Java heap at one time.
 *
 * @param nanos when
 * @param used bytes used, garbage not yet collected included
 * @param committed bytes that the JVM holds for it
 * @param nonHeapUsed bytes of metaspace and code
 * @param allocated bytes allocated by all threads, ended ones included, since the JVM began
 * @param allocationRate bytes a second since the look before
 * @param collections how often the collectors have run since the JVM began
 * @param collectionNanos how long in all
 */
public record HeapSample(
        long nanos,
        long used,
        long committed,
        long nonHeapUsed,
        Measured<Long> allocated,
        Measured<Double> allocationRate,
        long collections,
        long collectionNanos)
        implements Sample {
    @Override
    public List<SampleLine> lines() {
        return List.of(new SampleLine(
                nanos,
                SamplerKind.HEAP.wireName(),
                "",
                List.of(
                        Figure.of("heap-used", used, "B"),
                        Figure.of("heap-committed", committed, "B"),
                        Figure.of("non-heap-used", nonHeapUsed, "B"),
                        new Figure("allocated", allocated, "B"),
                        new Figure("allocation-rate", allocationRate, "B/s"),
                        Figure.of("gc-count", collections, "count"),
                        Figure.of("gc-time", collectionNanos, "ns"))));
    }
}
