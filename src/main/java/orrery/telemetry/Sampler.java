package orrery.telemetry;

import org.jspecify.annotations.Nullable;

/** Measures one thing on request. Called on the sampling thread only. */
interface Sampler extends AutoCloseable {
    /** The kind of its samples. */
    SamplerKind kind();

    /** Takes a sample. @return the sample, or null if there was nothing to measure */
    @Nullable
    Sample sample(long nanos);

    /** Releases its resources. */
    @Override
    default void close() {}
}
