package orrery.telemetry;

import java.util.ArrayList;
import java.util.List;

/**
 * What the sampling itself costs.
 *
 * @param nanos when
 * @param share the sampling thread's share of one core since the look before, in per cent
 * @param historyBytes bytes of heap that the history holds, about
 * @param recorderBytes bytes of heap that the recorders and lanes hold, about
 * @param clockNanos one read of {@link System#nanoTime}, measured when sampling began
 * @param samplers a row a sampler
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
     * One sampler's own time.
     *
     * @param kind which
     * @param enabled whether it looks now
     * @param periodNanos from one look to the next
     * @param looks how often it has looked
     * @param missed how many looks were left out because it was too late for them
     * @param lastNanos how long the last look took
     * @param times how long each took
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
