package orrery.telemetry;

import java.util.List;

/**
 * The result of one sampler at one time: an immutable value.
 *
 * <p>A sample may contain more than is worth keeping for ten minutes (one row per thread, one bit per page):
 * {@link #kept} is what goes into the history.
 */
public sealed interface Sample
        permits ThreadsSample,
                HeapSample,
                ProcessSample,
                MappingsSample,
                ResidencySample,
                LatencySample,
                PausesSample,
                LivenessSample,
                CostSample {
    /** When it was taken ({@link System#nanoTime}). */
    long nanos();

    /** The same figures as lines with names and units. */
    List<SampleLine> lines();

    /** What to keep of it in the history. */
    default Sample kept() {
        return this;
    }

    /** Approximate heap bytes of {@link #kept}. */
    default long bytes() {
        return 160;
    }
}
