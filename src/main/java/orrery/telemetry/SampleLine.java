package orrery.telemetry;

import java.util.List;

/**
 * The figures of one thing at one time: one line of {@code orrery telemetry --json}.
 *
 * @param nanos time of the sample ({@link System#nanoTime})
 * @param sampler name of the sampler, e.g. {@code heap}
 * @param of the thing measured if a sampler measures several (a region, a thread, a sampler); else empty
 * @param figures the figures, with names unique within the line
 */
public record SampleLine(long nanos, String sampler, String of, List<SampleFigure> figures) {
    /** Copies the list. */
    public SampleLine {
        figures = List.copyOf(figures);
    }
}
