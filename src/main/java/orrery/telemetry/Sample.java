package orrery.telemetry;

import java.util.List;

/**
 * What one sampler saw at one time: an immutable value.
 *
 * <p>A sample may hold more than is worth keeping for ten minutes (a row a thread, a bit a page): {@link #kept} is
 * what goes into the history.
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

    /** Bytes of heap that {@link #kept} holds, about. */
    default long bytes() {
        return 160;
    }
}
