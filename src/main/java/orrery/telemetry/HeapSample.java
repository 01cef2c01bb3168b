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
        Measurement<Long> allocated,
        Measurement<Double> allocationRate,
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
                        SampleFigure.of("heap-used", used, "B"),
                        SampleFigure.of("heap-committed", committed, "B"),
                        SampleFigure.of("non-heap-used", nonHeapUsed, "B"),
                        new SampleFigure("allocated", allocated, "B"),
                        new SampleFigure("allocation-rate", allocationRate, "B/s"),
                        SampleFigure.of("gc-count", collections, "count"),
                        SampleFigure.of("gc-time", collectionNanos, "ns"))));
    }
}
