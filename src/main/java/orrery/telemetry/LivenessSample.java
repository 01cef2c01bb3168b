package orrery.telemetry;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the workers make progress.
 *
 * @param nanos time of the sample
 * @param beats one heartbeat per worker
 * @param deadlocked platform threads that wait for each other in a cycle, by name
 */
public record LivenessSample(long nanos, List<Beat> beats, List<String> deadlocked) implements Sample {
    /**
     * One worker's heartbeat.
     *
     * @param worker its name
     * @param group its group
     * @param state its state, as set by itself
     * @param ageNanos time since the watchdog last saw progress
     * @param starved whether it could run all that time and the system gave it hardly any of a processor
     * @param late whether it owes progress and has made none for longer than the watchdog's patience, though it was not
     *     starved
     */
    public record Beat(String worker, String group, WorkState state, long ageNanos, boolean starved, boolean late) {}

    /** Copies the lists. */
    public LivenessSample {
        beats = List.copyOf(beats);
        deadlocked = List.copyOf(deadlocked);
    }

    /** The greatest age among workers that owe progress, in nanoseconds; 0 if none does. */
    public long oldestOwed() {
        long oldest = 0;
        for (Beat beat : beats) {
            if (beat.state().owesProgress()) {
                oldest = Math.max(oldest, beat.ageNanos());
            }
        }
        return oldest;
    }

    /**
     * As {@link #oldestOwed}, for stalls that are the workers' own: 0 while any worker is starved, since the others may
     * wait for what that one holds.
     */
    public long oldestStalled() {
        return beats.stream().anyMatch(beat -> beat.starved() && beat.state().owesProgress()) ? 0 : oldestOwed();
    }

    @Override
    public List<SampleLine> lines() {
        List<SampleFigure> figures = new ArrayList<>();
        figures.add(SampleFigure.of("workers", beats.size(), "count"));
        figures.add(SampleFigure.of("late", beats.stream().filter(Beat::late).count(), "count"));
        figures.add(SampleFigure.of("oldest-heartbeat", oldestOwed(), "ns"));
        figures.add(SampleFigure.of("deadlocked", deadlocked.size(), "count"));
        return List.of(new SampleLine(nanos, SamplerKind.LIVENESS.wireName(), "", figures));
    }

    @Override
    public Sample kept() {
        return new LivenessSample(nanos, beats.stream().filter(Beat::late).toList(), deadlocked);
    }

    @Override
    public long bytes() {
        return 100 + 100L * beats.stream().filter(Beat::late).count() + 80L * deadlocked.size();
    }
}
