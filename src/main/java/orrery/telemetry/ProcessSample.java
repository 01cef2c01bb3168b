package orrery.telemetry;

import java.util.List;

/**
 * This process at one time.
 *
 * @param nanos time of the sample
 * @param memory resident memory, anonymous and file-backed separately
 * @param mappedPool what the JVM has mapped
 * @param descriptors open file descriptors
 * @param mappings memory mappings of all kinds
 * @param threads threads of the process, including the JVM's own
 */
public record ProcessSample(
        long nanos,
        Measurement<ProcessMemory> memory,
        MappedPool mappedPool,
        Measurement<Long> descriptors,
        Measurement<Long> mappings,
        Measurement<Long> threads)
        implements Sample {
    @Override
    public List<SampleLine> lines() {
        return List.of(new SampleLine(
                nanos,
                SamplerKind.PROCESS.wireName(),
                "",
                List.of(
                        new SampleFigure("resident", memory.map(ProcessMemory::resident), "B"),
                        new SampleFigure("resident-anonymous", memory.map(ProcessMemory::anonymous), "B"),
                        new SampleFigure("resident-file-backed", memory.map(ProcessMemory::fileBacked), "B"),
                        new SampleFigure("pss", memory.map(ProcessMemory::proportional), "B"),
                        new SampleFigure("private-dirty", memory.map(ProcessMemory::privateDirty), "B"),
                        new SampleFigure("swapped", memory.map(ProcessMemory::swapped), "B"),
                        SampleFigure.of("mapped-pool-count", mappedPool.count(), "count"),
                        SampleFigure.of("mapped-pool", mappedPool.bytes(), "B"),
                        new SampleFigure("descriptors", descriptors, "count"),
                        new SampleFigure("mappings", mappings, "count"),
                        new SampleFigure("os-threads", threads, "count"))));
    }

    @Override
    public long bytes() {
        return 320;
    }
}
