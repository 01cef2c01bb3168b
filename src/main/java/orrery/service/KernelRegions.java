package orrery.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.MappingInfo;
import orrery.ephemeris.Bodies;
import orrery.spk.Segment;
import orrery.spk.SegmentInfo;
import orrery.telemetry.WatchedRegion;

/** A pool's mapped files for telemetry: neutral regions, labeled by the body of each segment. */
public final class KernelRegions {
    /** More ranges of one file than this cannot be told apart in any chart. */
    private static final int MOST = 20_000;

    private KernelRegions() {}

    /** The region of each of the pool's mapped handles; handles that share a mapping share a region. */
    public static Map<KernelHandle, WatchedRegion> of(KernelPool pool) {
        Map<Long, WatchedRegion> byAddress = new LinkedHashMap<>();
        Map<KernelHandle, WatchedRegion> byHandle = new LinkedHashMap<>();
        for (KernelHandle kernel : pool.members()) {
            MappingInfo mapping = kernel.mapping().orElse(null);
            if (mapping != null && mapping.length() > 0) {
                WatchedRegion region = byAddress.get(mapping.address());
                if (region == null) {
                    region = region(kernel, mapping, byAddress.values());
                    byAddress.put(mapping.address(), region);
                }
                byHandle.put(kernel, region);
            }
        }
        return byHandle;
    }

    private static WatchedRegion region(KernelHandle kernel, MappingInfo mapping, Iterable<WatchedRegion> others) {
        List<SegmentInfo> inside = new ArrayList<>();
        for (Segment segment : kernel.file().segments()) {
            SegmentInfo info = segment.info();
            if (info.bytes() > 0 && info.offset() + info.bytes() <= mapping.length()) {
                inside.add(info);
            }
        }
        inside.sort((a, b) -> Long.compare(a.offset(), b.offset()));
        List<WatchedRegion.Range> ranges = ranges(inside);
        int same = 1;
        for (WatchedRegion other : others) {
            same += other.name().equals(mapping.name()) || other.name().startsWith(mapping.name() + " (") ? 1 : 0;
        }
        String name = same == 1 ? mapping.name() : mapping.name() + " (" + same + ")";
        return new WatchedRegion(name, mapping.address(), mapping.length(), ranges);
    }

    /** A range for each segment, or for several neighbors where a file has very many. */
    private static List<WatchedRegion.Range> ranges(List<SegmentInfo> inside) {
        int each = (inside.size() + MOST - 1) / MOST;
        List<WatchedRegion.Range> ranges = new ArrayList<>(Math.min(inside.size(), MOST));
        for (int from = 0; from < inside.size(); from += each) {
            SegmentInfo first = inside.get(from);
            SegmentInfo last = inside.get(Math.min(from + each, inside.size()) - 1);
            String label = Bodies.label(first.target());
            ranges.add(new WatchedRegion.Range(
                    first.equals(last) ? label : label + " \u2026 " + Bodies.label(last.target()),
                    first.offset(),
                    last.offset() + last.bytes() - first.offset()));
        }
        return ranges;
    }
}
