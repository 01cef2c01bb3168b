package orrery.telemetry;

import java.util.List;

/**
 * This process at one time.
 *
 * @param nanos when
 * @param memory resident memory, anonymous and file-backed apart
 * @param mappedPool what the JVM has mapped
 * @param descriptors open file descriptors
 * @param mappings memory mappings of all kinds
 * @param threads threads of the process, the JVM's own included
 */
public record ProcessSample(
        long nanos,
        Measured<ProcessMemory> memory,
        MappedPool mappedPool,
        Measured<Long> descriptors,
        Measured<Long> mappings,
        Measured<Long> threads)
        implements Sample {
    @Override
    public List<SampleLine> lines() {
        return List.of(new SampleLine(
                nanos,
                SamplerKind.PROCESS.wireName(),
                "",
                List.of(
                        new Figure("resident", memory.map(ProcessMemory::resident), "B"),
                        new Figure("resident-anonymous", memory.map(ProcessMemory::anonymous), "B"),
                        new Figure("resident-file-backed", memory.map(ProcessMemory::fileBacked), "B"),
                        new Figure("pss", memory.map(ProcessMemory::proportional), "B"),
                        new Figure("private-dirty", memory.map(ProcessMemory::privateDirty), "B"),
                        new Figure("swapped", memory.map(ProcessMemory::swapped), "B"),
                        Figure.of("mapped-pool-count", mappedPool.count(), "count"),
                        Figure.of("mapped-pool", mappedPool.bytes(), "B"),
                        new Figure("descriptors", descriptors, "count"),
                        new Figure("mappings", mappings, "count"),
                        new Figure("os-threads", threads, "count"))));
    }

    @Override
    public long bytes() {
        return 320;
    }
}
