package orrery.ui.telemetry;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import orrery.telemetry.CostSample;
import orrery.telemetry.HeapSample;
import orrery.telemetry.LatencySample;
import orrery.telemetry.Measurement;
import orrery.telemetry.ProcessMemory;
import orrery.telemetry.ProcessSample;
import orrery.telemetry.Sample;
import orrery.ui.chart.Series;

/**
 * The lines of each chart, selected from a snapshot; x in nanoseconds since the start of the window. Independent of any
 * control.
 */
final class TelemetrySeries {
    private TelemetrySeries() {}

    private static <S extends Sample> Series line(
            String name, long origin, List<S> samples, ToDoubleFunction<S> value) {
        double[] times = new double[samples.size()];
        double[] values = new double[samples.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = samples.get(i).nanos() - origin;
            values[i] = value.applyAsDouble(samples.get(i));
        }
        return new Series(name, times, values);
    }

    private static double orNaN(Measurement<? extends Number> measured) {
        return measured.value().map(Number::doubleValue).orElse(Double.NaN);
    }

    /** Queries per second, one line per group. */
    static List<Series> rates(TelemetrySnapshot shot) {
        TreeSet<String> groups = new TreeSet<>();
        shot.latency().forEach(sample -> sample.groups().forEach(group -> groups.add(group.name())));
        return groups.stream()
                .map(name -> line(name, shot.from(), shot.latency(), sample -> rate(sample, name)))
                .toList();
    }

    private static double rate(LatencySample sample, String name) {
        for (LatencySample.Group group : sample.groups()) {
            if (group.name().equals(name)) {
                return sample.rate(group.queries());
            }
        }
        return Double.NaN;
    }

    static List<Series> heap(TelemetrySnapshot shot) {
        return List.of(
                line(FigureText.word("line.used"), shot.from(), shot.heap(), HeapSample::used),
                line(FigureText.word("line.committed"), shot.from(), shot.heap(), HeapSample::committed));
    }

    static List<Series> allocation(TelemetrySnapshot shot) {
        return List.of(line(
                FigureText.word("line.allocated"), shot.from(), shot.heap(), sample -> orNaN(sample.allocationRate())));
    }

    static List<Series> memory(TelemetrySnapshot shot) {
        Function<Function<ProcessMemory, Long>, ToDoubleFunction<ProcessSample>> of =
                part -> sample -> orNaN(sample.memory().map(part));
        return List.of(
                line(
                        FigureText.word("line.anonymous"),
                        shot.from(),
                        shot.process(),
                        of.apply(ProcessMemory::anonymous)),
                line(
                        FigureText.word("line.filebacked"),
                        shot.from(),
                        shot.process(),
                        of.apply(ProcessMemory::fileBacked)),
                line(
                        FigureText.word("line.pool"),
                        shot.from(),
                        shot.process(),
                        sample -> sample.mappedPool().bytes()));
    }

    static List<Series> cost(TelemetrySnapshot shot) {
        return List.of(line(
                FigureText.word("line.sampling"),
                shot.from(),
                shot.cost(),
                (CostSample sample) -> orNaN(sample.share())));
    }

    /** The window's frame times, median and p99 for each second. */
    static List<Series> frames(FrameTimes frames, TelemetrySnapshot shot) {
        List<FrameTimes.Second> seconds = List.copyOf(frames.seconds());
        double[] times = seconds.stream()
                .mapToDouble(second -> second.nanos() - shot.from())
                .toArray();
        return List.of(
                new Series(
                        "p50",
                        times,
                        seconds.stream().mapToDouble(FrameTimes.Second::median).toArray()),
                new Series(
                        "p99",
                        times,
                        seconds.stream().mapToDouble(FrameTimes.Second::p99).toArray()));
    }
}
