package orrery.telemetry;

import org.jspecify.annotations.Nullable;

/** Looks at one thing when asked. Called on the sampling thread only. */
interface Sampler extends AutoCloseable {
    /** What it makes. */
    SamplerKind kind();

    /** Looks. @return what it saw, or null where there was nothing to look at */
    @Nullable
    Sample sample(long nanos);

    /** Lets go of what it holds. */
    @Override
    default void close() {}
}
