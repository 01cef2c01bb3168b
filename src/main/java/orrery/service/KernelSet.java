package orrery.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.binding.Link;
import orrery.binding.Track;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.Ephemeris;
import orrery.spk.KernelException;

/** Reads off a pool of kernels which bodies it puts into the sky, and tries one state of each before anybody relies on it. */
final class KernelSet {
    private static final int BARYCENTER = 0;

    /** Where a body is tried, as shares of its first span: damage in one place does not take it out of the sky. */
    private static final double[] PROBES = {0.5, 0, 1, 0.25, 0.75};

    private KernelSet() {}

    /**
     * The catalogue of a pool.
     *
     * @throws NothingToShowException if no body of it gives a state
     */
    static SkyCatalogue catalogue(KernelPool pool, List<Path> paths, long generation) {
        Ephemeris ephemeris = Ephemeris.of(pool);
        int origin = origin(pool, ephemeris);
        List<SkyBody> bodies = new ArrayList<>();
        String first = "";
        for (int id : pool.targets()) {
            Track track = pool.track(id);
            if (id == BARYCENTER || track == null) {
                continue;
            }
            Coverage coverage = ephemeris.coverage(id, origin);
            if (coverage.isEmpty()) {
                continue;
            }
            String trouble = trouble(ephemeris, id, origin, coverage);
            if (trouble == null) {
                int center = track.links().getLast().segment().center();
                bodies.add(new SkyBody(id, SkyBody.parentOf(id, center), coverage));
            } else if (first.isEmpty()) {
                first = trouble;
            }
        }
        if (bodies.isEmpty()) {
            throw new NothingToShowException(
                    first.isEmpty()
                            ? "No body of these kernels has a state at any epoch. Choose another kernel."
                            : first);
        }
        return new SkyCatalogue(generation, origin, paths, bodies);
    }

    /** The solar-system barycentre if any chain reaches it; else where most chains end. */
    private static int origin(KernelPool pool, Ephemeris ephemeris) {
        Map<Integer, Integer> ends = new HashMap<>();
        for (int id : pool.targets()) {
            if (!ephemeris.coverage(id, BARYCENTER).isEmpty()) {
                return BARYCENTER;
            }
            int end = id;
            Track track = pool.track(id);
            while (track != null) {
                Link link = track.links().getLast();
                end = link.segment().center();
                track = link.cyclic() ? null : link.center();
            }
            ends.merge(end, 1, Integer::sum);
        }
        int best = BARYCENTER;
        for (Map.Entry<Integer, Integer> end : ends.entrySet()) {
            if (end.getValue() > ends.getOrDefault(best, 0)) {
                best = end.getKey();
            }
        }
        return best;
    }

    /** Why a body has no state at any of some epochs spread over its coverage, or null where one of them answers. */
    private static @Nullable String trouble(Ephemeris ephemeris, int id, int origin, Coverage coverage) {
        double[] out = new double[6];
        Coverage.Span span = coverage.spans().getFirst();
        String first = null;
        for (double share : PROBES) {
            try {
                ephemeris.state(id, origin, span.start() + (span.end() - span.start()) * share, out);
                return null;
            } catch (KernelException e) {
                first = first == null ? String.valueOf(e.getMessage()) : first;
            }
        }
        return first;
    }
}
