package orrery.telemetry;

import java.util.List;

/**
 * The state of the Java heap.
 *
 * @param nanos time of the sample
 * @param used bytes used, including uncollected garbage
 * @param committed bytes committed by the JVM
 * @param nonHeapUsed bytes of metaspace and code
 * @param allocated bytes allocated by all threads, including ended ones, since the JVM started
 * @param allocationRate bytes per second since the previous sample
 * @param collections number of collections since the JVM started
 * @param collectionNanos their total duration
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
