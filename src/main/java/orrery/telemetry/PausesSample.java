package orrery.telemetry;

import java.util.List;

/**
 * What the flight recorder told since the look before. It tells about a second late: the pauses lie before this look.
 *
 * @param nanos when it was handed on
 * @param gcPauses how many times the collector stopped the threads, since sampling began
 * @param gcNanos how long in all
 * @param safepoints how many safepoints, since sampling began
 * @param safepointNanos how long in all
 * @param parks how many parks of at least the threshold, since sampling began
 * @param monitorEnters how many waits to enter a monitor of at least the threshold, since sampling began
 * @param pauses those told since the look before
 * @param blocks those told since the look before, by all threads; at most 500
 * @param reason why nothing is told, or empty
 */
record PausesSample(
        long nanos,
        long gcPauses,
        long gcNanos,
        long safepoints,
        long safepointNanos,
        long parks,
        long monitorEnters,
        List<Pause> pauses,
        List<Block> blocks,
        String reason)
        implements Sample {
    /** Copies the lists. */
    public PausesSample {
        pauses = List.copyOf(pauses);
        blocks = List.copyOf(blocks);
    }

    private SampleFigure figure(String name, long value, String unit) {
        return new SampleFigure(
                name, reason.isEmpty() ? Measurement.of(value) : Measurement.<Long>notAvailable(reason), unit);
    }

    @Override
    public List<SampleLine> lines() {
        return List.of(new SampleLine(
                nanos,
                SamplerKind.PAUSES.wireName(),
                "",
                List.of(
                        figure("gc-pauses", gcPauses, "count"),
                        figure("gc-pause-time", gcNanos, "ns"),
                        figure("safepoints", safepoints, "count"),
                        figure("safepoint-time", safepointNanos, "ns"),
                        figure("parks", parks, "count"),
                        figure("monitor-enters", monitorEnters, "count"))));
    }

    @Override
    public Sample kept() {
        return new PausesSample(
                nanos, gcPauses, gcNanos, safepoints, safepointNanos, parks, monitorEnters, pauses, List.of(), reason);
    }

    @Override
    public long bytes() {
        return 160 + 48L * pauses.size();
    }
}
