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
import orrery.telemetry.Measured;
import orrery.telemetry.ProcessMemory;
import orrery.telemetry.ProcessSample;
import orrery.telemetry.ThreadsSample;
import orrery.ui.fx.Words;

/** What the tables of the tab say, as rows of texts. Knows no control. */
final class Tables {
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};
    private static final String NONE = "–";

    private final Words words;

    Tables(Words words) {
        this.words = words;
    }

    private String word(String key) {
        return words.get("telemetry." + key);
    }

    /** Percentiles a row, groups of workers and kinds of latency a column. */
    List<List<String>> percentiles(Shot shot) {
        List<String> names = new ArrayList<>(List.of(""));
        List<LatencyHistogram> times = new ArrayList<>();
        List<LatencySample.Group> groups = new ArrayList<>();
        List<LatencySample.Group> told = shot.total().map(LatencySample::groups).orElse(List.of());
        for (LatencySample.Group group : told) {
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
            times.forEach(t -> row.add(t.count() == 0 ? NONE : Said.time(t.percentile(percentile))));
            rows.add(row);
        }
        rows.add(row(word("max"), times, t -> t.count() == 0 ? NONE : Said.time(t.max())));
        rows.add(row(word("timed"), times, t -> Said.whole(t.count())));
        rows.add(row(word("timed.one"), groups, g -> Integer.toString(g.oneIn())));
        rows.add(row(word("queries"), groups, g -> Said.whole(g.total().queries())));
        rows.add(row(word("failures"), groups, g -> Said.whole(g.total().failures())));
        return rows;
    }

    private static <T> List<String> row(String name, List<T> of, Function<T, String> told) {
        List<String> row = new ArrayList<>();
        row.add(name);
        of.forEach(item -> row.add(told.apply(item)));
        return row;
    }

    /** One name and one figure a row: what is not a kernel's. */
    List<List<String>> process(Shot shot) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", word("now")));
        if (!shot.heap().isEmpty()) {
            HeapSample heap = shot.heap().getLast();
            rows.add(List.of(word("heap"), Said.bytes(heap.used()) + " / " + Said.bytes(heap.committed())));
            rows.add(List.of(
                    word("allocation"),
                    heap.allocationRate()
                            .value()
                            .map(rate -> Said.bytes(rate) + "/s")
                            .orElse(Said.MISSING)));
            rows.add(List.of(word("gc"), Said.whole(heap.collections()) + " · " + Said.time(heap.collectionNanos())));
        }
        if (!shot.threads().isEmpty()) {
            ThreadsSample threads = shot.threads().getLast();
            rows.add(List.of(
                    word("perquery"),
                    threads.bytesPerQuery()
                            .value()
                            .map(bytes -> Said.bytes(bytes))
                            .orElse(NONE)));
            rows.add(List.of(
                    word("threads"),
                    words.get("telemetry.threads.of", Said.whole(threads.total()), Said.whole(threads.virtual()))));
        }
        if (!shot.process().isEmpty()) {
            ProcessSample process = shot.process().getLast();
            Measured<ProcessMemory> memory = process.memory();
            rows.add(List.of(word("anonymous"), Said.bytes(memory.map(ProcessMemory::anonymous))));
            rows.add(List.of(word("filebacked"), Said.bytes(memory.map(ProcessMemory::fileBacked))));
            rows.add(List.of(
                    word("pool"),
                    Said.bytes(process.mappedPool().bytes()) + " · "
                            + words.get(
                                    "telemetry.maps",
                                    Said.whole(process.mappedPool().count()))));
            rows.add(List.of(word("descriptors"), count(process.descriptors())));
            rows.add(List.of(word("mappings"), count(process.mappings())));
            rows.add(List.of(word("osthreads"), count(process.threads())));
        }
        return rows;
    }

    private static String count(Measured<Long> measured) {
        return measured.value().map(Said::whole).orElse(Said.MISSING);
    }

    /** A kernel a row. */
    List<List<String>> mappings(Shot shot) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(word("kernel"), word("size"), "Rss", "Pss", word("shared.clean"), word("private.dirty")));
        if (shot.mappings().isEmpty()) {
            return rows;
        }
        MappingsSample sample = shot.mappings().getLast();
        sample.uses()
                .forEach((name, use) -> rows.add(
                        switch (use) {
                            case Measured.Value<MappingUse>(MappingUse told) ->
                                List.of(
                                        name,
                                        Said.bytes(told.size()),
                                        Said.bytes(told.resident()),
                                        Said.bytes(told.proportional()),
                                        Said.bytes(told.sharedClean()),
                                        Said.bytes(told.privateDirty()));
                            case Measured.NotAvailable<MappingUse> _ ->
                                List.of(name, Said.MISSING, NONE, NONE, NONE, NONE);
                        }));
        return rows;
    }

    /** A sampler a row. */
    List<List<String>> costs(CostSample cost) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(word("sampler"), word("period"), "p50", "p99", word("missed")));
        for (CostSample.SamplerCost sampler : cost.samplers()) {
            boolean stopped = !sampler.failure().isEmpty();
            rows.add(List.of(
                    sampler.kind().wireName(),
                    stopped ? word("stopped") : sampler.enabled() ? Said.time(sampler.periodNanos()) : word("off"),
                    Said.time(sampler.times().percentile(50)),
                    Said.time(sampler.times().percentile(99)),
                    Said.whole(sampler.missed())));
        }
        return rows;
    }
}
