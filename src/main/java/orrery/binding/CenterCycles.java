package orrery.binding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import orrery.spk.Problem;

/**
 * Finds the epochs at which following centers would never end, on which CSPICE hangs.
 *
 * <p>Two steps, so that ordinary kernels pay little: bodies that can be on a cycle at all, whatever the epoch (a body
 * that remains when bodies whose centers have all been removed are removed in turn); then, for these alone, every epoch
 * at which an answer changes, and the spans between.
 */
final class CenterCycles {
    /** Steps that the search may take before the set is refused as too tangled: a second or so. */
    private static final long BUDGET = 20_000_000;

    private final Map<Integer, TargetSchedule> byBody;
    private final List<Problem> problems = new ArrayList<>();
    private long steps;

    private CenterCycles(Map<Integer, TargetSchedule> byBody) {
        this.byBody = byBody;
    }

    /**
     * Sets aside the segments of each cycle that lies within one file.
     *
     * @return what was set aside
     * @throws CyclicCentersException for a cycle through several files, or centers too tangled to be searched
     */
    static List<Problem> breakOrRefuse(Map<Integer, TargetSchedule> byBody) {
        CenterCycles search = new CenterCycles(byBody);
        Set<Integer> suspects = search.suspects();
        if (!suspects.isEmpty()) {
            search.atEachEpoch(suspects);
        }
        return List.copyOf(search.problems);
    }

    /** Bodies that can reach a cycle: what is left when chains that surely end are taken away. */
    private Set<Integer> suspects() {
        Map<Integer, Integer> open = new HashMap<>();
        Map<Integer, List<Integer>> dependants = new HashMap<>();
        ArrayDeque<Integer> ended = new ArrayDeque<>();
        byBody.forEach((body, track) -> {
            Set<Integer> centers = track.links().stream()
                    .filter(link -> link.segment().usable())
                    .map(link -> link.segment().center())
                    .filter(byBody::containsKey)
                    .collect(Collectors.toSet());
            open.put(body, centers.size());
            if (centers.isEmpty()) {
                ended.add(body);
            }
            centers.forEach(center ->
                    dependants.computeIfAbsent(center, _ -> new ArrayList<>()).add(body));
        });
        while (!ended.isEmpty()) {
            int body = ended.remove();
            open.remove(body);
            for (int dependant : dependants.getOrDefault(body, List.of())) {
                if (open.merge(dependant, -1, Integer::sum) == 0) {
                    ended.add(dependant);
                }
            }
        }
        return open.keySet();
    }

    private void atEachEpoch(Set<Integer> suspects) {
        double[] bounds = suspects.stream()
                .flatMapToDouble(body ->
                        Arrays.stream(Objects.requireNonNull(byBody.get(body)).bounds()))
                .sorted()
                .distinct()
                .toArray();
        for (int i = 0; i < bounds.length; i++) {
            at(bounds[i], suspects);
            if (i + 1 < bounds.length) {
                double between = bounds[i] + (bounds[i + 1] - bounds[i]) / 2;
                if (between > bounds[i] && between < bounds[i + 1]) {
                    at(between, suspects);
                }
            }
        }
    }

    private void at(double et, Collection<Integer> suspects) {
        Set<Integer> clear = new HashSet<>();
        for (int start : suspects) {
            List<Link> path = new ArrayList<>();
            Set<Integer> onPath = new HashSet<>();
            int body = start;
            while (true) {
                if (++steps > BUDGET) {
                    throw new CyclicCentersException("These kernels give " + suspects.size()
                            + " bodies relative to one another in too tangled a way to be searched for cycles."
                            + " Load fewer of them.");
                }
                if (clear.contains(body)) {
                    break;
                }
                if (!onPath.add(body)) {
                    int from = body;
                    int first = 0;
                    while (path.get(first).segment().target() != from) {
                        first++;
                    }
                    cycle(path.subList(first, path.size()), et);
                    break;
                }
                TargetSchedule track = byBody.get(body);
                Link link = track == null ? null : track.at(et);
                if (link == null || link.cyclic() || !link.segment().usable()) {
                    break;
                }
                path.add(link);
                body = link.segment().center();
            }
            clear.addAll(onPath);
        }
    }

    private void cycle(List<Link> links, double et) {
        String bodies = links.stream()
                        .map(link -> Integer.toString(link.segment().target()))
                        .collect(Collectors.joining(" -> "))
                + " -> " + links.getFirst().segment().target();
        Set<KernelHandle> kernels = links.stream().map(Link::kernel).collect(Collectors.toSet());
        if (kernels.size() > 1) {
            throw new CyclicCentersException(
                    "At et " + et + " these kernels together give bodies in a circle of centers, "
                            + bodies + " ("
                            + kernels.stream().map(KernelHandle::name).sorted().collect(Collectors.joining(", "))
                            + "). Leave one of them out.");
        }
        for (Link link : links) {
            link.breakCycle();
            problems.add(new Problem(
                    link.segment().info().index(),
                    "set aside: at et " + et + " it is part of a circle of centers, " + bodies + ", in "
                            + link.kernel().name() + ". Fetch the file again."));
        }
    }
}
