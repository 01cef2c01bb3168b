package orrery.telemetry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which pages of the watched regions were resident at one time.
 *
 * @param nanos time of the sample
 * @param counts numbers of pages, by region name
 * @param maps all pages, by region name; empty in the history
 */
public record ResidencySample(
        long nanos, Map<String, Measurement<Counts>> counts, Map<String, Measurement<PageMap>> maps) implements Sample {
    /** Pages of one region: all, in the page cache, in this process's page tables, fresh since the previous sample. */
    public record Counts(int pages, int cached, int mapped, int fresh) {}

    /** Copies the maps, in the order of names. */
    public ResidencySample {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        maps = Collections.unmodifiableMap(new TreeMap<>(maps));
    }

    @Override
    public List<SampleLine> lines() {
        List<SampleLine> lines = new ArrayList<>();
        counts.forEach((name, count) -> lines.add(new SampleLine(
                nanos,
                SamplerKind.RESIDENCY.wireName(),
                name,
                List.of(
                        new SampleFigure("pages", count.map(Counts::pages), "pages"),
                        new SampleFigure("cached", count.map(Counts::cached), "pages"),
                        new SampleFigure("mapped", count.map(Counts::mapped), "pages"),
                        new SampleFigure("fresh", count.map(Counts::fresh), "pages")))));
        return lines;
    }

    @Override
    public Sample kept() {
        return new ResidencySample(nanos, counts, Map.of());
    }

    @Override
    public long bytes() {
        return 120 + 150L * counts.size();
    }
}
