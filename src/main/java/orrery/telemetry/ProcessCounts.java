package orrery.telemetry;

/**
 * The counts in which a leak would show, for comparisons before and after.
 *
 * @param descriptors open file descriptors
 * @param mappings memory mappings of all kinds
 * @param threads threads of the process, including the JVM's own
 * @param mappedPool what the JVM has mapped
 */
public record ProcessCounts(
        Measurement<Long> descriptors, Measurement<Long> mappings, Measurement<Long> threads, MappedPool mappedPool) {
    /** Counts them now. */
    public static ProcessCounts now() {
        try (ProcessSampler sampler = new ProcessSampler()) {
            ProcessSample sample = sampler.sample(System.nanoTime());
            // The three files under /proc that were open for this count are not the program's.
            long own = sample.mappings().available() ? 3 : 0;
            return new ProcessCounts(
                    sample.descriptors().map(open -> open - own),
                    sample.mappings(),
                    sample.threads(),
                    sample.mappedPool());
        }
    }
}
