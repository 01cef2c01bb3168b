package orrery.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The threads of this JVM at one time. Compiler and collector threads are not among them: the JVM does not show them.
 *
 * @param nanos when
 * @param states how many threads were in each state; a state with none is absent
 * @param virtual how many of them are virtual (those handed in; the JVM does not list virtual threads)
 * @param cpuNanos CPU time of all platform threads now alive
 * @param bytesPerQuery heap bytes that platform workers allocated, by query they ended, since the look before
 * @param rows a row a thread; empty in the history
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

    /** How many threads were in a state. */
    public int in(JvmState state) {
        return states.getOrDefault(state, 0);
    }

    /** How many threads there were. */
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
