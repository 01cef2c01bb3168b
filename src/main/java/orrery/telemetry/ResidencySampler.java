package orrery.telemetry;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Samples the pages of the watched regions, comparing each sample with the previous one. */
final class ResidencySampler implements Sampler {
    private static final int LOOKS_TRUSTED = 10;

    private final Supplier<List<WatchedRegion>> regions;
    private Map<String, PageMap> before = Map.of();
    private Map<Range, Measurement<Path>> trusted = new HashMap<>();
    private int looks;

    /** Facts about a region's file stay valid while the same addresses are watched, for several samples. */
    private record Range(long address, long length) {}

    ResidencySampler(Supplier<List<WatchedRegion>> regions) {
        this.regions = regions;
    }

    @Override
    public SamplerKind kind() {
        return SamplerKind.RESIDENCY;
    }

    @Override
    public @Nullable Sample sample(long nanos) {
        List<WatchedRegion> watched = regions.get();
        if (watched.isEmpty()) {
            return null;
        }
        if (looks++ % LOOKS_TRUSTED == 0) {
            trusted = new HashMap<>();
        }
        Map<String, PageMap> now = new HashMap<>();
        Map<String, Measurement<PageMap>> maps = new HashMap<>();
        Map<String, Measurement<ResidencySample.Counts>> counts = new HashMap<>();
        for (WatchedRegion region : watched) {
            Range range = new Range(region.address(), region.length());
            Measurement<PageMap> look = trusted.computeIfAbsent(range, _ -> Pages.trusted(region))
                    .then(_ -> Pages.lookTrusted(region))
                    .map(map -> compared(region, map));
            look.value().ifPresent(map -> now.put(region.name(), map));
            maps.put(region.name(), look);
            counts.put(
                    region.name(),
                    look.map(map -> new ResidencySample.Counts(map.pages(), map.cached(), map.mapped(), map.fresh())));
        }
        before = now;
        return new ResidencySample(nanos, counts, maps);
    }

    private PageMap compared(WatchedRegion region, PageMap map) {
        PageMap last = before.get(region.name());
        boolean same = last != null
                && last.region().address() == region.address()
                && last.region().length() == region.length();
        return last != null && same ? map.after(last) : map;
    }
}
