package orrery.telemetry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at the pages of the watched regions, each look compared with the one before. */
final class ResidencySampler implements Sampler {
    private final Supplier<List<Region>> regions;
    private Map<String, PageMap> before = Map.of();

    ResidencySampler(Supplier<List<Region>> regions) {
        this.regions = regions;
    }

    @Override
    public SamplerKind kind() {
        return SamplerKind.RESIDENCY;
    }

    @Override
    public @Nullable Sample sample(long nanos) {
        List<Region> watched = regions.get();
        if (watched.isEmpty()) {
            return null;
        }
        Map<String, PageMap> now = new HashMap<>();
        Map<String, Measured<PageMap>> maps = new HashMap<>();
        Map<String, Measured<ResidencySample.Counts>> counts = new HashMap<>();
        for (Region region : watched) {
            Measured<PageMap> look = Pages.look(region).map(map -> compared(region, map));
            look.value().ifPresent(map -> now.put(region.name(), map));
            maps.put(region.name(), look);
            counts.put(
                    region.name(),
                    look.map(map -> new ResidencySample.Counts(map.pages(), map.cached(), map.mapped(), map.fresh())));
        }
        before = now;
        return new ResidencySample(nanos, counts, maps);
    }

    private PageMap compared(Region region, PageMap map) {
        PageMap last = before.get(region.name());
        boolean same = last != null
                && last.region().address() == region.address()
                && last.region().length() == region.length();
        return last != null && same ? map.after(last) : map;
    }
}
