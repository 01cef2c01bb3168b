package orrery.ui.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import orrery.telemetry.CostSample;
import orrery.telemetry.HeapSample;
import orrery.telemetry.LatencyHistogram;
import orrery.telemetry.LatencySample;
import orrery.telemetry.MappingUse;
import orrery.telemetry.MappingsSample;
import orrery.telemetry.Measurement;
import orrery.telemetry.ProcessMemory;
import orrery.telemetry.ProcessSample;
import orrery.telemetry.ThreadsSample;
import orrery.ui.fx.Words;

/** The tables of the tab, as rows of texts. Independent of any control. */
final class TelemetryTables {
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};
    private static final String NONE = "–";

    private final Words words;

    TelemetryTables(Words words) {
        this.words = words;
    }

    private String word(String key) {
        return words.get("telemetry." + key);
    }

    /** One row per percentile, one column per group of workers and kind of latency. */
    List<List<String>> percentiles(TelemetrySnapshot shot) {
        List<String> names = new ArrayList<>(List.of(""));
        List<LatencyHistogram> times = new ArrayList<>();
        List<LatencySample.Group> groups = new ArrayList<>();
        List<LatencySample.Group> measured =
                shot.total().map(LatencySample::groups).orElse(List.of());
        for (LatencySample.Group group : measured) {
            names.add(group.name() + "\n" + word("service"));
            times.add(group.total().service());
            groups.add(group);
            if (group.total().response().count() > 0) {
                names.add(group.name() + "\n" + word("response"));
                times.add(group.total().response());
                groups.add(group);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(names);
        for (double percentile : PERCENTILES) {
            List<String> row = new ArrayList<>();
            row.add("p"
                    + (percentile == Math.rint(percentile)
                            ? Long.toString((long) percentile)
                            : Double.toString(percentile)));
            times.forEach(t -> row.add(t.count() == 0 ? NONE : FigureText.time(t.percentile(percentile))));
            rows.add(row);
        }
        rows.add(row(word("max"), times, t -> t.count() == 0 ? NONE : FigureText.time(t.max())));
        rows.add(row(word("timed"), times, t -> FigureText.whole(t.count())));
        rows.add(row(word("timed.one"), groups, g -> Integer.toString(g.oneIn())));
        rows.add(row(word("queries"), groups, g -> FigureText.whole(g.total().queries())));
        rows.add(row(word("failures"), groups, g -> FigureText.whole(g.total().failures())));
        return rows;
    }

    private static <T> List<String> row(String name, List<T> of, Function<T, String> measured) {
        List<String> row = new ArrayList<>();
        row.add(name);
        of.forEach(item -> row.add(measured.apply(item)));
        return row;
    }

    /** One name and one figure per row: everything that does not belong to a kernel. */
    List<List<String>> process(TelemetrySnapshot shot) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", word("now")));
        if (!shot.heap().isEmpty()) {
            HeapSample heap = shot.heap().getLast();
            rows.add(List.of(word("heap"), FigureText.bytes(heap.used()) + " / " + FigureText.bytes(heap.committed())));
            rows.add(List.of(
                    word("allocation"),
                    heap.allocationRate()
                            .value()
                            .map(rate -> FigureText.bytes(rate) + "/s")
                            .orElse(FigureText.MISSING)));
            rows.add(List.of(
                    word("gc"),
                    FigureText.whole(heap.collections()) + " · " + FigureText.time(heap.collectionNanos())));
        }
        if (!shot.threads().isEmpty()) {
            ThreadsSample threads = shot.threads().getLast();
            rows.add(List.of(
                    word("perquery"),
                    threads.bytesPerQuery()
                            .value()
                            .map(bytes -> FigureText.bytes(bytes))
                            .orElse(NONE)));
            rows.add(List.of(
                    word("threads"),
                    words.get(
                            "telemetry.threads.of",
                            FigureText.whole(threads.total()),
                            FigureText.whole(threads.virtual()))));
        }
        if (!shot.process().isEmpty()) {
            ProcessSample process = shot.process().getLast();
            Measurement<ProcessMemory> memory = process.memory();
            rows.add(List.of(word("anonymous"), FigureText.bytes(memory.map(ProcessMemory::anonymous))));
            rows.add(List.of(word("filebacked"), FigureText.bytes(memory.map(ProcessMemory::fileBacked))));
            rows.add(List.of(
                    word("pool"),
                    FigureText.bytes(process.mappedPool().bytes()) + " · "
                            + words.count(
                                    process.mappedPool().count(),
                                    "telemetry.maps",
                                    FigureText.whole(process.mappedPool().count()))));
            rows.add(List.of(word("descriptors"), count(process.descriptors())));
            rows.add(List.of(word("mappings"), count(process.mappings())));
            rows.add(List.of(word("osthreads"), count(process.threads())));
        }
        return rows;
    }

    private static String count(Measurement<Long> measured) {
        return measured.value().map(FigureText::whole).orElse(FigureText.MISSING);
    }

    /** One row per kernel. */
    List<List<String>> mappings(TelemetrySnapshot shot) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(word("kernel"), word("size"), "Rss", "Pss", word("shared.clean"), word("private.dirty")));
        if (shot.mappings().isEmpty()) {
            return rows;
        }
        MappingsSample sample = shot.mappings().getLast();
        sample.uses()
                .forEach((name, use) -> rows.add(
                        switch (use) {
                            case Measurement.Value<MappingUse>(MappingUse measured) ->
                                List.of(
                                        name,
                                        FigureText.bytes(measured.size()),
                                        FigureText.bytes(measured.resident()),
                                        FigureText.bytes(measured.proportional()),
                                        FigureText.bytes(measured.sharedClean()),
                                        FigureText.bytes(measured.privateDirty()));
                            case Measurement.NotAvailable<MappingUse> _ ->
                                List.of(name, FigureText.MISSING, NONE, NONE, NONE, NONE);
                        }));
        return rows;
    }

    /** One row per sampler. */
    List<List<String>> costs(CostSample cost) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(word("sampler"), word("period"), "p50", "p99", word("missed")));
        for (CostSample.SamplerCost sampler : cost.samplers()) {
            boolean stopped = !sampler.failure().isEmpty();
            rows.add(List.of(
                    sampler.kind().wireName(),
                    stopped
                            ? word("stopped")
                            : sampler.enabled() ? FigureText.time(sampler.periodNanos()) : word("off"),
                    FigureText.time(sampler.times().percentile(50)),
                    FigureText.time(sampler.times().percentile(99)),
                    FigureText.whole(sampler.missed())));
        }
        return rows;
    }
}
