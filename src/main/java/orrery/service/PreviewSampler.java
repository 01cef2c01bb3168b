package orrery.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.Elements;
import orrery.ephemeris.Ephemeris;
import orrery.frames.CommentNames;
import orrery.spk.KernelException;
import orrery.spk.Progress;
import orrery.spk.Segment;
import orrery.spk.SegmentInfo;

/**
 * Samples the trajectories of a kernel that is not loaded, as they would be if it were: about the centers of its
 * segments, converted to J2000.
 *
 * <p>Stateless and thread-safe.
 */
public final class PreviewSampler {
    /** With this many knots per turn, a cubic is within a few meters of a low satellite. */
    private static final int KNOTS_A_TURN = 48;

    private static final int LEAST_KNOTS = 240;
    /** Longer paths are shown from their start: 400 days of a low satellite. */
    private static final int MOST_KNOTS = 300_000;

    /** So many that times without a state are seen as wide as they are. */
    private static final double KNOTS_FOR_GAPS = 20_000;

    private static final int PROBES = 64;

    /**
     * The result.
     *
     * @param preview what can be drawn
     * @param cut NAIF ids of bodies of which only the first part is drawn
     * @param troubles why some states are unavailable, each reason once
     */
    public record PreviewSample(SkyPreview preview, List<Integer> cut, List<String> troubles) {
        public PreviewSample {
            cut = List.copyOf(cut);
            troubles = List.copyOf(troubles);
        }
    }

    private record Pair(int target, int center) {}

    private record Extent(List<Coverage.Span> spans) {
        double start() {
            return spans.getFirst().start();
        }

        double end() {
            return spans.getLast().end();
        }

        /** Seconds of the shortest time without a state; infinity where there is none. */
        double leastGap() {
            double least = Double.POSITIVE_INFINITY;
            for (int i = 1; i < spans.size(); i++) {
                least = Math.min(least, spans.get(i).start() - spans.get(i - 1).end());
            }
            return least;
        }
    }

    private PreviewSampler() {}

    /**
     * Samples.
     *
     * @param all an ephemeris in which the kernel is on top of those that are loaded
     * @throws CancellationException if {@code progress} requested it
     */
    public static PreviewSample of(KernelHandle kernel, Ephemeris all, Progress progress) {
        Map<Integer, String> own = CommentNames.of(List.of(kernel));
        Map<Pair, List<SegmentInfo>> segments = new LinkedHashMap<>();
        for (Segment segment : kernel.file().segments()) {
            SegmentInfo info = segment.info();
            segments.computeIfAbsent(new Pair(info.target(), info.center()), _ -> new ArrayList<>())
                    .add(info);
        }
        List<SkyPreview.Way> ways = new ArrayList<>();
        List<Integer> cut = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        int done = 0;
        for (Map.Entry<Pair, List<SegmentInfo>> each : segments.entrySet()) {
            Extent extent = new Extent(covered(each.getValue()).spans());
            SkyPath path = path(each.getKey(), extent, all, troubles, progress);
            if (path != null) {
                String named = Bodies.of(path.body()).isNamed()
                        ? Bodies.name(path.body())
                        : own.getOrDefault(
                                path.body(), each.getValue().getFirst().name().strip());
                ways.add(new SkyPreview.Way(path, named.isEmpty() ? Bodies.label(path.body()) : named));
                if (path.end() < extent.end() - path.step()) {
                    cut.add(path.body());
                }
            }
            progress.at((double) ++done / segments.size());
        }
        return new PreviewSample(new SkyPreview(ways), cut, troubles);
    }

    /**
     * When a kernel has a body itself, whatever others have.
     *
     * @param kernel any kernel
     * @param target NAIF id
     * @param center NAIF id of the center that its segments name
     */
    public static Coverage covered(KernelHandle kernel, int target, int center) {
        return covered(kernel.file().segments().stream()
                .map(Segment::info)
                .filter(info -> info.target() == target && info.center() == center)
                .toList());
    }

    private static Coverage covered(List<SegmentInfo> segments) {
        List<Coverage.Span> spans = new ArrayList<>();
        segments.stream().sorted(Comparator.comparingDouble(SegmentInfo::start)).forEach(info -> {
            if (!spans.isEmpty() && info.start() <= spans.getLast().end()) {
                Coverage.Span last = spans.removeLast();
                spans.add(new Coverage.Span(last.start(), Math.max(last.end(), info.end())));
            } else {
                spans.add(new Coverage.Span(info.start(), info.end()));
            }
        });
        return new Coverage(spans);
    }

    private static @Nullable SkyPath path(
            Pair pair, Extent extent, Ephemeris all, List<String> troubles, Progress progress) {
        double width = extent.end() - extent.start();
        if (!(width > 0)) {
            return null;
        }
        Coverage coverage = all.coverage(pair.target, pair.center).and(new Coverage(extent.spans));
        double period = period(pair, extent, all, coverage);
        double wanted = period > 0 ? width / period * KNOTS_A_TURN : LEAST_KNOTS;
        int pieces = (int) Math.clamp(
                Math.max(wanted, Math.min(2 * width / extent.leastGap(), KNOTS_FOR_GAPS)), LEAST_KNOTS, MOST_KNOTS);
        double step = wanted > MOST_KNOTS ? period / KNOTS_A_TURN : width / pieces;
        double[] knots = new double[(pieces + 1) * 6];
        Arrays.fill(knots, Double.NaN);
        double[] state = new double[6];
        boolean any = false;
        for (int i = 0; i <= pieces; i++) {
            double et = i == pieces && wanted <= MOST_KNOTS ? extent.end() : extent.start() + i * step;
            if ((i & 1023) == 0) {
                progress.check("The preview was cancelled.");
            }
            if (coverage.contains(et)) {
                try {
                    all.state(pair.target, pair.center, et, state);
                    System.arraycopy(state, 0, knots, i * 6, 6);
                    any = true;
                } catch (KernelException e) {
                    String why = String.valueOf(e.getMessage());
                    if (troubles.isEmpty()) {
                        troubles.add(why);
                    }
                }
            }
        }
        breakAt(extent, step, knots);
        return any
                ? new SkyPath(
                        pair.target,
                        pair.center,
                        new SkyPath.Knots(extent.start(), step, knots),
                        period > 0 ? period : width,
                        false)
                : null;
    }

    /** Where a time without a state falls between two knots, the line ends before it. */
    private static void breakAt(Extent extent, double step, double[] knots) {
        for (int i = 1; i < extent.spans.size(); i++) {
            int before = (int) Math.floor((extent.spans.get(i - 1).end() - extent.start()) / step);
            int after = (int) Math.ceil((extent.spans.get(i).start() - extent.start()) / step);
            if (after == before + 1 && after * 6 < knots.length) {
                Arrays.fill(knots, before * 6, before * 6 + 6, Double.NaN);
            }
        }
    }

    /** Seconds of the shortest turn; NaN if the body does not return. */
    private static double period(Pair pair, Extent extent, Ephemeris all, Coverage coverage) {
        double gm = Bodies.gm(pair.target, pair.center);
        double shortest = Double.NaN;
        double[] state = new double[6];
        for (int i = 0; gm > 0 && i <= PROBES; i++) {
            double et = extent.start() + (extent.end() - extent.start()) * i / PROBES;
            if (!coverage.contains(et)) {
                continue;
            }
            try {
                all.state(pair.target, pair.center, et, state);
                Elements turn = Elements.of(state, gm, et);
                if (turn.isEllipse() && !(turn.period() >= shortest)) {
                    shortest = turn.period();
                }
            } catch (KernelException _) {
                // The path gives the reason.
                return shortest;
            }
        }
        return shortest;
    }
}
