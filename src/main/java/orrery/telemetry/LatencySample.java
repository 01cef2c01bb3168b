package orrery.telemetry;

import java.util.ArrayList;
import java.util.List;

/**
 * The work done from one sample to the next, by group.
 *
 * @param nanos end of the interval
 * @param interval its length in nanoseconds
 * @param groups the groups, by name
 */
public record LatencySample(long nanos, long interval, List<Group> groups) implements Sample {
    /**
     * One group of workers. All queries are counted; latencies are only those of the timed queries, and exclude
     * failures.
     *
     * @param name the group's name
     * @param workers current number of recorders
     * @param oneIn one query in this many is timed
     * @param queries queries completed in the interval, including failures
     * @param failures failures in the interval
     * @param service service times in the interval
     * @param response response times from the intended start; empty in a closed loop
     * @param total since the group's first recorder was registered
     */
    public record Group(
            String name,
            int workers,
            int oneIn,
            long queries,
            long failures,
            LatencyHistogram service,
            LatencyHistogram response,
            Total total) {}

    /** The same since the start; the histograms are empty in the history. */
    public record Total(long queries, long failures, LatencyHistogram service, LatencyHistogram response) {}

    /** Copies the list. */
    public LatencySample {
        groups = List.copyOf(groups);
    }

    /** Queries per second, including failures, over all groups. */
    public double rate() {
        long queries = 0;
        for (Group group : groups) {
            queries += group.queries();
        }
        return rate(queries);
    }

    /** A count in the interval, as a rate per second. */
    public double rate(long queries) {
        return interval <= 0 ? 0 : queries * 1e9 / interval;
    }

    @Override
    public List<SampleLine> lines() {
        List<SampleLine> lines = new ArrayList<>();
        for (Group group : groups) {
            List<SampleFigure> figures = new ArrayList<>();
            figures.add(SampleFigure.of("interval", interval, "ns"));
            figures.add(SampleFigure.of("workers", group.workers(), "count"));
            figures.add(SampleFigure.of("queries", group.queries(), "count"));
            figures.add(SampleFigure.of("failures", group.failures(), "count"));
            figures.add(SampleFigure.of("query-rate", rate(group.queries()), "1/s"));
            figures.add(SampleFigure.of("timed-one-in", group.oneIn(), "count"));
            add(figures, "service", group.service());
            add(figures, "response", group.response());
            figures.add(SampleFigure.of("total-queries", group.total().queries(), "count"));
            figures.add(SampleFigure.of("total-failures", group.total().failures(), "count"));
            lines.add(new SampleLine(nanos, SamplerKind.LATENCY.wireName(), group.name(), figures));
        }
        return lines;
    }

    private static void add(List<SampleFigure> figures, String kind, LatencyHistogram times) {
        figures.add(SampleFigure.of(kind + "-timed", times.count(), "count"));
        if (times.count() == 0) {
            return;
        }
        figures.add(SampleFigure.of(kind + "-p50", times.percentile(50), "ns"));
        figures.add(SampleFigure.of(kind + "-p90", times.percentile(90), "ns"));
        figures.add(SampleFigure.of(kind + "-p99", times.percentile(99), "ns"));
        figures.add(SampleFigure.of(kind + "-p99.9", times.percentile(99.9), "ns"));
        figures.add(SampleFigure.of(kind + "-p99.99", times.percentile(99.99), "ns"));
        figures.add(SampleFigure.of(kind + "-max", times.max(), "ns"));
    }

    @Override
    public Sample kept() {
        return new LatencySample(
                nanos,
                interval,
                groups.stream()
                        .map(group -> new Group(
                                group.name(),
                                group.workers(),
                                group.oneIn(),
                                group.queries(),
                                group.failures(),
                                group.service(),
                                group.response(),
                                new Total(
                                        group.total().queries(),
                                        group.total().failures(),
                                        LatencyHistogram.EMPTY,
                                        LatencyHistogram.EMPTY)))
                        .toList());
    }

    @Override
    public long bytes() {
        long bytes = 64;
        for (Group group : groups) {
            bytes += 128 + group.service().bytes() + group.response().bytes();
        }
        return bytes;
    }
}
