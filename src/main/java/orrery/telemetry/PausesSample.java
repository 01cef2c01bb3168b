package orrery.telemetry;

import java.util.List;

/**
 * What the flight recorder reported since the previous sample. It reports about a second late: the pauses are from
 * before this sample. This is for single pauses; a chart of totals takes {@link HeapSample}, which counts every
 * collection since the JVM started.
 *
 * @param nanos time of delivery
 * @param gcPauses number of GC pauses since sampling began
 * @param gcNanos their total duration
 * @param safepoints number of safepoints since sampling began
 * @param safepointNanos their total duration
 * @param parks number of parks of at least the threshold since sampling began
 * @param monitorEnters number of waits to enter a monitor of at least the threshold since sampling began
 * @param pauses pauses reported since the previous sample
 * @param blocks blocks reported since the previous sample, by all threads; at most 500
 * @param reason why nothing is reported, or empty
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
