package orrery.telemetry;

import java.util.List;

/**
 * Figures of one thing at one time: one line of {@code orrery telemetry --json}.
 *
 * @param nanos when ({@link System#nanoTime})
 * @param sampler who measured, e.g. {@code heap}
 * @param of what was measured where a sampler measures several (a region, a thread, a sampler); else empty
 * @param figures the figures, names unique within the line
 */
public record SampleLine(long nanos, String sampler, String of, List<SampleFigure> figures) {
    /** Copies the list. */
    public SampleLine {
        figures = List.copyOf(figures);
    }
}
