package orrery.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.Hop;
import orrery.service.KernelRegions;
import orrery.service.SkyBody;
import orrery.service.SkyCatalogue;
import orrery.service.SkyFrame;
import orrery.service.SkyService;
import orrery.spk.KernelException;
import orrery.telemetry.WatchedRegion;
import orrery.ui.telemetry.ReadRange;

/**
 * The service's mapped kernels for the Telemetry tab, and where each body of the newest frame is read from.
 * {@link #regions} is for the sampling thread, {@link #readings} for any thread.
 */
final class MappedKernels {
    private final SkyService service;
    private volatile List<ReadRange> readings = List.of();
    private double read = Double.NaN;
    /** For the pool examined last: a kernel with very many segments has very many ranges, which do not change. */
    private @Nullable KernelPool seen;

    private Map<KernelHandle, WatchedRegion> mapped = Map.of();

    MappedKernels(SkyService service) {
        this.service = service;
    }

    /** The mapped kernels of the current pool; also finds the readings. */
    List<WatchedRegion> regions() {
        KernelPool pool = service.live().current();
        if (!pool.equals(seen)) {
            mapped = KernelRegions.of(pool);
            seen = pool;
        }
        find(pool, mapped);
        return mapped.values().stream().distinct().toList();
    }

    /** Where the bodies of the newest frame are read from. */
    List<ReadRange> readings() {
        return readings;
    }

    private void find(KernelPool pool, Map<KernelHandle, WatchedRegion> regions) {
        SkyFrame frame = service.frame();
        if (frame == null || frame.et() == read) {
            return;
        }
        read = frame.et();
        SkyCatalogue catalogue = frame.catalogue();
        Ephemeris ephemeris = Ephemeris.of(pool);
        List<ReadRange> found = new ArrayList<>();
        for (SkyBody body : catalogue.bodies()) {
            if (body.covers(read)) {
                explain(ephemeris, body.id(), body.root(), regions, found);
            }
        }
        readings = List.copyOf(found);
    }

    private void explain(
            Ephemeris ephemeris,
            int body,
            int origin,
            Map<KernelHandle, WatchedRegion> regions,
            List<ReadRange> found) {
        try {
            for (Hop hop : ephemeris.explain(body, origin, read)) {
                WatchedRegion region = regions.get(hop.kernel());
                if (region != null) {
                    found.add(new ReadRange(
                            region.name(), hop.granule().offset(), hop.granule().bytes()));
                }
            }
        } catch (KernelException e) {
            // A body that cannot be read now has no place; the frame says why.
        }
    }
}
