package orrery.telemetry;

import java.util.ArrayList;
import java.util.List;

/**
 * The cost of sampling itself.
 *
 * @param nanos time of the sample
 * @param share the sampling thread's share of one core since the previous sample, in percent
 * @param historyBytes approximate heap bytes of the history
 * @param recorderBytes approximate heap bytes of recorders and lanes
 * @param clockNanos duration of one {@link System#nanoTime} call, measured when sampling began
 * @param samplers one row per sampler
 */
public record CostSample(
        long nanos,
        Measurement<Double> share,
        long historyBytes,
        long recorderBytes,
        double clockNanos,
        List<SamplerCost> samplers)
        implements Sample {
    /**
     * The cost of one sampler.
     *
     * @param kind kind of sampler
     * @param enabled whether it is on
     * @param periodNanos sampling interval
     * @param looks number of samples taken
     * @param missed number of samples skipped because it was too late for them
     * @param lastNanos duration of the last sample
     * @param times durations of all samples
     * @param failure why it has stopped, or empty
     */
    public record SamplerCost(
            SamplerKind kind,
            boolean enabled,
            long periodNanos,
            long looks,
            long missed,
            long lastNanos,
            LatencyHistogram times,
            String failure) {}

    /** Copies the list. */
    public CostSample {
        samplers = List.copyOf(samplers);
    }

    @Override
    public List<SampleLine> lines() {
        List<SampleLine> lines = new ArrayList<>();
        String name = SamplerKind.COST.wireName();
        lines.add(new SampleLine(
                nanos,
                name,
                "",
                List.of(
                        new SampleFigure("sampling-thread", share, "%"),
                        SampleFigure.of("history", historyBytes, "B"),
                        SampleFigure.of("recorders", recorderBytes, "B"),
                        SampleFigure.of("clock-read", clockNanos, "ns"))));
        for (SamplerCost cost : samplers) {
            lines.add(new SampleLine(
                    nanos,
                    name,
                    cost.kind().wireName(),
                    List.of(
                            SampleFigure.of("period", cost.periodNanos(), "ns"),
                            SampleFigure.of("looks", cost.looks(), "count"),
                            SampleFigure.of("missed", cost.missed(), "count"),
                            SampleFigure.of("last", cost.lastNanos(), "ns"),
                            SampleFigure.of("p50", cost.times().percentile(50), "ns"),
                            SampleFigure.of("p99", cost.times().percentile(99), "ns"),
                            SampleFigure.of("max", cost.times().max(), "ns"))));
        }
        return lines;
    }

    @Override
    public Sample kept() {
        return new CostSample(nanos, share, historyBytes, recorderBytes, clockNanos, List.of());
    }
}
