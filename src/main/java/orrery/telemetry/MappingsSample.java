package orrery.telemetry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The memory of each watched region.
 *
 * @param nanos time of the sample
 * @param uses by region name
 */
public record MappingsSample(long nanos, Map<String, Measurement<MappingUse>> uses) implements Sample {
    /** Copies the map, in the order of names. */
    public MappingsSample {
        uses = Collections.unmodifiableMap(new TreeMap<>(uses));
    }

    @Override
    public List<SampleLine> lines() {
        List<SampleLine> lines = new ArrayList<>();
        uses.forEach((name, use) -> lines.add(new SampleLine(
                nanos,
                SamplerKind.MAPPINGS.wireName(),
                name,
                List.of(
                        new SampleFigure("size", use.map(MappingUse::size), "B"),
                        new SampleFigure("rss", use.map(MappingUse::resident), "B"),
                        new SampleFigure("pss", use.map(MappingUse::proportional), "B"),
                        new SampleFigure("shared-clean", use.map(MappingUse::sharedClean), "B"),
                        new SampleFigure("shared-dirty", use.map(MappingUse::sharedDirty), "B"),
                        new SampleFigure("private-clean", use.map(MappingUse::privateClean), "B"),
                        new SampleFigure("private-dirty", use.map(MappingUse::privateDirty), "B"),
                        new SampleFigure("mappings", use.map(MappingUse::mappings), "count")))));
        return lines;
    }

    @Override
    public long bytes() {
        return 80 + 200L * uses.size();
    }
}
