package orrery.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import orrery.binding.FileKind;
import orrery.binding.KernelPool;
import orrery.binding.Link;
import orrery.binding.TargetSchedule;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.Ephemeris;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;

/**
 * Determines which bodies a pool of kernels puts into the sky, and tries one state of each before it is used.
 */
final class KernelSet {
    /** Where a body is tried, as shares of its first span: damage in one place does not remove it from the sky. */
    private static final double[] PROBES = {0.5, 0, 1, 0.25, 0.75};

    /** More bodies are not in the sky: with so many it still moves. */
    static final int MOST_BODIES = 20_000;

    private KernelSet() {}

    /**
     * The catalogue of a pool.
     *
     * @throws NothingToShowException if no body of it gives a state
     */
    static SkyCatalogue catalogue(KernelPool pool, List<Path> paths, long generation) {
        if (pool.members().isEmpty()) {
            throw new NothingToShowException(
                    "None of these kernels holds positions, only frames, orientation or constants. Open an SPK with"
                            + " them.");
        }
        Ephemeris ephemeris = Ephemeris.of(pool);
        int origin = origin(pool, ephemeris);
        List<SkyBody> bodies = new ArrayList<>();
        String first = "";
        int left = 0;
        for (int id : inOrder(pool.targets())) {
            if (bodies.size() == MOST_BODIES) {
                left++;
                continue;
            }
            TargetSchedule schedule = pool.schedule(id);
            if (id == NaifIds.SOLAR_SYSTEM_BARYCENTER || schedule == null) {
                continue;
            }
            int root = origin;
            Coverage coverage = ephemeris.coverage(id, origin);
            if (coverage.isEmpty()) {
                root = end(pool, id);
                int standIn = SkyBody.standIn(root);
                coverage = standIn == NaifIds.SOLAR_SYSTEM_BARYCENTER
                        ? coverage
                        : ephemeris.coverage(id, root).and(ephemeris.coverage(standIn, origin));
            }
            if (coverage.isEmpty()) {
                continue;
            }
            String trouble = trouble(ephemeris, id, root, coverage);
            if (trouble == null) {
                int center = schedule.links().getLast().segment().center();
                int parent = SkyBody.parentOf(id, center);
                bodies.add(new SkyBody(id, drawn(pool, parent, origin) ? parent : center, root, coverage));
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
        if (SkyBody.isSeen(origin) && bodies.stream().noneMatch(b -> b.id() == origin)) {
            // Nothing gives its position, but everything else is drawn about it.
            bodies.add(new SkyBody(origin, origin, origin, any(bodies)));
        }
        bodies.sort(Comparator.comparingInt(SkyBody::id));
        return new SkyCatalogue(generation, origin, paths, foremost(paths), bodies, left);
    }

    /** The Sun, planets and moons first: if there is not room for all, these have it. */
    private static int[] inOrder(int[] ids) {
        return IntStream.of(ids)
                .boxed()
                .sorted(Comparator.comparing(SkyCatalogue::isMinor))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Path foremost(List<Path> paths) {
        for (Path path : paths.reversed()) {
            try {
                FileKind kind = FileKind.of(path);
                if (kind != FileKind.BINARY_PCK && kind != FileKind.TEXT_KERNEL) {
                    return path;
                }
            } catch (IOException _) {
                // Vanished since it was opened: its name is still valid.
                return path;
            }
        }
        return paths.getLast();
    }

    /** Whether a body has a place in the sky about which others can be drawn. */
    private static boolean drawn(KernelPool pool, int id, int origin) {
        int standIn = SkyBody.standIn(id);
        return id == origin
                || pool.schedule(id) != null
                || (standIn != NaifIds.SOLAR_SYSTEM_BARYCENTER && pool.schedule(standIn) != null);
    }

    /** When any of these bodies is covered. */
    private static Coverage any(List<SkyBody> bodies) {
        List<Coverage.Span> all = bodies.stream()
                .flatMap(b -> b.coverage().spans().stream())
                .sorted(Comparator.comparingDouble(Coverage.Span::start))
                .toList();
        List<Coverage.Span> merged = new ArrayList<>();
        for (Coverage.Span span : all) {
            Coverage.Span last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && span.start() <= last.end()) {
                merged.set(merged.size() - 1, new Coverage.Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return new Coverage(merged);
    }

    /** The solar-system barycenter if any chain reaches it; else the end of most chains. */
    private static int origin(KernelPool pool, Ephemeris ephemeris) {
        Map<Integer, Integer> ends = new HashMap<>();
        for (int id : pool.targets()) {
            if (!ephemeris.coverage(id, NaifIds.SOLAR_SYSTEM_BARYCENTER).isEmpty()) {
                return NaifIds.SOLAR_SYSTEM_BARYCENTER;
            }
            ends.merge(end(pool, id), 1, Integer::sum);
        }
        int best = NaifIds.SOLAR_SYSTEM_BARYCENTER;
        for (Map.Entry<Integer, Integer> end : ends.entrySet()) {
            if (end.getValue() > ends.getOrDefault(best, 0)) {
                best = end.getKey();
            }
        }
        return best;
    }

    /** The end of a body's chain. */
    private static int end(KernelPool pool, int id) {
        int end = id;
        TargetSchedule schedule = pool.schedule(id);
        while (schedule != null) {
            Link link = schedule.links().getLast();
            end = link.segment().center();
            schedule = link.center();
        }
        return end;
    }

    /** Why a body has no state at any of several epochs spread over its coverage, or null if one of them answers. */
    private static @Nullable String trouble(Ephemeris ephemeris, int id, int root, Coverage coverage) {
        double[] out = new double[6];
        Coverage.Span span = coverage.spans().getFirst();
        String first = null;
        for (double share : PROBES) {
            try {
                ephemeris.state(id, root, span.start() + (span.end() - span.start()) * share, out);
                return null;
            } catch (KernelException e) {
                first = first == null ? String.valueOf(e.getMessage()) : first;
            }
        }
        return first;
    }
}
