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
import java.util.TreeSet;
import java.util.stream.Collectors;
import orrery.spk.Problem;
import orrery.spk.ProblemTally;

/**
 * Finds chains of centers that never end, on which CSPICE hangs, and chains longer than those of any real kernel.
 * Refusing both keeps the work per body bounded.
 *
 * <p>The search has two steps, to keep it cheap for ordinary kernels. The first finds the bodies that could be on a
 * cycle at any epoch: it removes bodies whose centers have all been removed, again and again, and keeps what remains.
 * The second checks these bodies alone, at every epoch at which an answer changes and in the spans between.
 */
final class CenterCycles {
    /** A moon's surface station has 5 centers between itself and the solar-system barycenter; CSPICE keeps 20. */
    static final int MOST_CENTERS = 100;
    /** Steps that the search may take before the set is refused as too tangled: about a second. */
    private static final long BUDGET = 20_000_000;
    /** The number of bodies of a cycle that a message names. */
    private static final int MOST_NAMED = 4;

    private final Map<Integer, TargetSchedule> byBody;
    private final ProblemTally problems = new ProblemTally();
    /** The longest possible path from a body to the end of its chain at any epoch. */
    private final Map<Integer, Integer> depths = new HashMap<>();

    private long steps;

    private CenterCycles(Map<Integer, TargetSchedule> byBody) {
        this.byBody = byBody;
    }

    /**
     * Sets aside the segments of each cycle within one file, and segments with too many centers beyond them.
     *
     * @return what was set aside; if there are many of a kind, the first few and their number
     * @throws CyclicCentersException for a cycle through several files, or centers too tangled to be searched
     */
    static List<Problem> breakOrRefuse(Map<Integer, TargetSchedule> byBody) {
        CenterCycles search = new CenterCycles(byBody);
        Set<Integer> suspects = search.suspects();
        if (!suspects.isEmpty()) {
            search.atEachEpoch(suspects);
        }
        return search.problems.problems();
    }

    /** Bodies that can reach a cycle: what is left after chains that certainly end are removed. */
    private Set<Integer> suspects() {
        Map<Integer, Integer> open = new HashMap<>();
        Map<Integer, List<Integer>> dependants = new HashMap<>();
        ArrayDeque<Integer> ended = new ArrayDeque<>();
        byBody.forEach((body, schedule) -> {
            Set<Integer> centers = schedule.links().stream()
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
            depths.put(body, depth(body));
            for (int dependant : dependants.getOrDefault(body, List.of())) {
                if (open.merge(dependant, -1, Integer::sum) == 0) {
                    ended.add(dependant);
                }
            }
        }
        return new TreeSet<>(open.keySet());
    }

    /** The longest path from a body whose centers are known; segments that are too deep are set aside. */
    private int depth(int body) {
        int deepest = 0;
        for (Link link : Objects.requireNonNull(byBody.get(body)).links()) {
            if (link.isUsable()) {
                int depth = 1 + depths.getOrDefault(link.segment().center(), 0);
                if (depth > MOST_CENTERS) {
                    tooDeep(link);
                } else {
                    deepest = Math.max(deepest, depth);
                }
            }
        }
        return deepest;
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
        Map<Integer, Integer> known = new HashMap<>();
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
                if (known.containsKey(body) || depths.containsKey(body)) {
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
                TargetSchedule schedule = byBody.get(body);
                Link link = schedule == null ? null : schedule.at(et);
                if (link == null || !link.isUsable()) {
                    break;
                }
                path.add(link);
                body = link.segment().center();
            }
            int depth = known.getOrDefault(body, depths.getOrDefault(body, 0));
            known.putIfAbsent(body, depth);
            for (Link link : path.reversed()) {
                depth = link.isUsable() ? depth + 1 : 0;
                if (depth > MOST_CENTERS) {
                    tooDeep(link);
                    depth = 0;
                }
                known.put(link.segment().target(), depth);
            }
        }
    }

    private void tooDeep(Link link) {
        link.refuse("it is at the end of a chain of more than " + MOST_CENTERS + " centers. Fetch the file again.");
        tell(ProblemTally.Kind.CHAIN, link);
    }

    private void cycle(List<Link> links, double et) {
        String bodies = links.stream()
                        .limit(MOST_NAMED)
                        .map(link -> Integer.toString(link.segment().target()))
                        .collect(Collectors.joining(" -> "))
                + (links.size() > MOST_NAMED ? " -> ... -> " : " -> ")
                + links.getFirst().segment().target();
        Set<KernelHandle> kernels = links.stream().map(Link::kernel).collect(Collectors.toSet());
        if (kernels.size() > 1) {
            throw new CyclicCentersException(
                    "At et " + et + " these kernels together give bodies in a circle of centers, "
                            + bodies + " ("
                            + kernels.stream()
                                    .map(KernelHandle::name)
                                    .sorted()
                                    .limit(MOST_NAMED)
                                    .collect(Collectors.joining(", "))
                            + (kernels.size() > MOST_NAMED ? " and " + (kernels.size() - MOST_NAMED) + " more" : "")
                            + "). Leave one of them out.");
        }
        String reason = "at et " + et + " it is part of a circle of " + links.size() + " centers, " + bodies + ", in "
                + kernels.iterator().next().name() + ". Fetch the file again.";
        for (Link link : links) {
            link.refuse(reason);
            tell(ProblemTally.Kind.CIRCLE, link);
        }
    }

    private void tell(ProblemTally.Kind kind, Link link) {
        problems.add(kind, link.segment().info().index(), () -> "set aside: " + link.refusal());
    }
}
