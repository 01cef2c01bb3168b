package orrery.ui.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.MappingInfo;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.Hop;
import orrery.service.SkyBody;
import orrery.service.SkyCatalogue;
import orrery.service.SkyFrame;
import orrery.service.SkyService;
import orrery.spk.KernelException;
import orrery.spk.Segment;
import orrery.spk.SegmentInfo;
import orrery.telemetry.Region;
import orrery.ui.telemetry.Reading;

/**
 * The service's mapped kernels as telemetry wants them: neutral regions, labelled by segment, and where each body of the
 * newest frame is read from. {@link #regions} is for the sampling thread, {@link #readings} for any.
 */
final class MappedKernels {
    private final SkyService service;
    private volatile List<Reading> readings = List.of();
    private double read = Double.NaN;

    MappedKernels(SkyService service) {
        this.service = service;
    }

    /** The mapped kernels of the present pool; finds the readings too. */
    List<Region> regions() {
        KernelPool pool = service.live().current();
        Map<Long, Region> regions = new HashMap<>();
        Map<KernelHandle, Region> byHandle = new HashMap<>();
        for (KernelHandle kernel : pool.members()) {
            MappingInfo mapping = kernel.mapping().orElse(null);
            if (mapping != null && mapping.length() > 0) {
                byHandle.put(
                        kernel,
                        regions.computeIfAbsent(mapping.address(), _ -> region(kernel, mapping, regions.size())));
            }
        }
        find(pool, byHandle);
        return List.copyOf(regions.values());
    }

    /** Where the bodies of the newest frame are read from. */
    List<Reading> readings() {
        return readings;
    }

    private static Region region(KernelHandle kernel, MappingInfo mapping, int before) {
        List<Region.Range> ranges = new ArrayList<>();
        for (Segment segment : kernel.file().segments()) {
            SegmentInfo info = segment.info();
            if (info.bytes() > 0 && info.offset() + info.bytes() <= mapping.length()) {
                ranges.add(new Region.Range(Bodies.label(info.target()), info.offset(), info.bytes()));
            }
        }
        ranges.sort((a, b) -> Long.compare(a.offset(), b.offset()));
        String name = before == 0 ? mapping.name() : mapping.name() + " (" + (before + 1) + ")";
        return new Region(name, mapping.address(), mapping.length(), ranges);
    }

    private void find(KernelPool pool, Map<KernelHandle, Region> byHandle) {
        SkyFrame frame = service.frame();
        double et = frame == null ? Double.NaN : frame.et();
        if (frame == null || et == read) {
            return;
        }
        read = et;
        SkyCatalogue catalogue = frame.catalogue();
        Ephemeris ephemeris = Ephemeris.of(pool);
        List<Reading> found = new ArrayList<>();
        for (SkyBody body : catalogue.bodies()) {
            if (body.covers(et)) {
                explain(ephemeris, body.id(), catalogue.origin(), et, byHandle, found);
            }
        }
        readings = List.copyOf(found);
    }

    private static void explain(
            Ephemeris ephemeris,
            int body,
            int origin,
            double et,
            Map<KernelHandle, Region> byHandle,
            List<Reading> found) {
        try {
            for (Hop hop : ephemeris.explain(body, origin, et)) {
                Region region = byHandle.get(hop.kernel());
                if (region != null) {
                    found.add(new Reading(
                            region.name(), hop.granule().offset(), hop.granule().bytes()));
                }
            }
        } catch (KernelException e) {
            // A body that cannot be read now is read from nowhere; the frame says why.
        }
    }
}
