package orrery.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The threads of this JVM at one time. Compiler and collector threads are not among them, because the JVM does not show
 * them.
 *
 * @param nanos time of the sample
 * @param states number of threads in each state; a state without threads is absent
 * @param virtual number of virtual threads (those registered; the JVM does not list virtual threads)
 * @param cpuNanos CPU time of all live platform threads
 * @param bytesPerQuery heap bytes allocated by platform workers per completed query, since the previous sample
 * @param rows one row per thread; empty in the history
 */
public record ThreadsSample(
        long nanos,
        Map<JvmState, Integer> states,
        int virtual,
        Measurement<Long> cpuNanos,
        Measurement<Double> bytesPerQuery,
        List<ThreadRow> rows)
        implements Sample {
    /** Copies the collections. */
    public ThreadsSample {
        states = Map.copyOf(states);
        rows = List.copyOf(rows);
    }

    /** The number of threads in a state. */
    public int in(JvmState state) {
        return states.getOrDefault(state, 0);
    }

    /** The number of threads. */
    public int total() {
        return states.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public List<SampleLine> lines() {
        List<SampleFigure> figures = new ArrayList<>();
        figures.add(SampleFigure.of("threads", total(), "count"));
        figures.add(SampleFigure.of("virtual", virtual, "count"));
        for (JvmState state : JvmState.values()) {
            figures.add(SampleFigure.of(state.words().replace(' ', '-'), in(state), "count"));
        }
        figures.add(new SampleFigure("cpu", cpuNanos, "ns"));
        figures.add(new SampleFigure("allocated-per-query", bytesPerQuery, "B"));
        return List.of(new SampleLine(nanos, SamplerKind.THREADS.wireName(), "", figures));
    }

    @Override
    public Sample kept() {
        return new ThreadsSample(nanos, states, virtual, cpuNanos, bytesPerQuery, List.of());
    }

    @Override
    public long bytes() {
        return 400;
    }
}
