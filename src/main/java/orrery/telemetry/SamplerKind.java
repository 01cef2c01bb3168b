package orrery.telemetry;

import java.time.Duration;

/** The samplers, their names in streamed lines, and their default intervals. */
public enum SamplerKind {
    /** The JVM's threads: states, CPU time, allocated bytes. */
    THREADS("threads", ThreadsSample.class, 100, 4 << 20),
    /** The workers' own counts and latencies. */
    LATENCY("latency", LatencySample.class, 250, 32 << 20),
    /** The Java heap. */
    HEAP("heap", HeapSample.class, 250, 4 << 20),
    /** The process: resident memory, mapped pool, descriptors, mappings. */
    PROCESS("process", ProcessSample.class, 2000, 4 << 20),
    /** The mapping of each region. */
    MAPPINGS("mappings", MappingsSample.class, 4000, 4 << 20),
    /** The resident pages of each region. */
    RESIDENCY("residency", ResidencySample.class, 500, 4 << 20),
    /** GC pauses, safepoints, parks and monitor enters, from the flight recorder. */
    PAUSES("pauses", PausesSample.class, 500, 8 << 20),
    /** Heartbeats and deadlocks. */
    LIVENESS("liveness", LivenessSample.class, 1000, 2 << 20),
    /** The cost of all this. */
    COST("cost", CostSample.class, 1000, 2 << 20);

    private final String wireName;
    private final Class<? extends Sample> type;
    private final Duration period;
    private final long historyBytes;

    SamplerKind(String wireName, Class<? extends Sample> type, int periodMillis, long historyBytes) {
        this.wireName = wireName;
        this.type = type;
        this.period = Duration.ofMillis(periodMillis);
        this.historyBytes = historyBytes;
    }

    /** Its name in streamed lines. */
    public String wireName() {
        return wireName;
    }

    /** The samples it makes. */
    public Class<? extends Sample> type() {
        return type;
    }

    /** Default interval between samples. */
    public Duration period() {
        return period;
    }

    /** The most bytes of its samples that are kept. */
    long historyBytes() {
        return historyBytes;
    }

    static SamplerKind of(Class<? extends Sample> type) {
        for (SamplerKind kind : values()) {
            if (kind.type.equals(type)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(type.getSimpleName() + " is not made by any sampler");
    }
}
