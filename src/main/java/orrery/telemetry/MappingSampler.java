package orrery.telemetry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Samples the mappings of the watched regions. */
final class MappingSampler implements Sampler {
    private final Supplier<List<WatchedRegion>> regions;
    private final Measurement<Mappings> mappings = Mappings.open();

    MappingSampler(Supplier<List<WatchedRegion>> regions) {
        this.regions = regions;
    }

    @Override
    public SamplerKind kind() {
        return SamplerKind.MAPPINGS;
    }

    @Override
    public @Nullable Sample sample(long nanos) {
        List<WatchedRegion> watched = regions.get();
        if (watched.isEmpty()) {
            return null;
        }
        Map<String, Measurement<MappingUse>> uses = new HashMap<>();
        switch (mappings) {
            case Measurement.Value<Mappings>(Mappings mappings) -> {
                List<Measurement<MappingUse>> all = mappings.use(watched);
                for (int i = 0; i < watched.size(); i++) {
                    uses.put(watched.get(i).name(), all.get(i));
                }
            }
            case Measurement.NotAvailable<Mappings>(String why) ->
                watched.forEach(region -> uses.put(region.name(), Measurement.notAvailable(why)));
        }
        return new MappingsSample(nanos, uses);
    }

    @Override
    public void close() {
        mappings.value().ifPresent(Mappings::close);
    }
}
