package orrery.ephemeris;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import orrery.binding.KernelPool;
import orrery.binding.Link;
import orrery.binding.TargetSchedule;

/**
 * The times at which a {@link Route} leads from one body to another. The answer changes only where a segment on one of
 * the chains begins or ends, so it is checked at these epochs and between them. Examines every segment concerned: not
 * for the query path. Stateless.
 */
final class RouteCoverage {
    private RouteCoverage() {}

    /**
     * Each bound is checked separately, and everything strictly between two bounds has the same answer. A span that is
     * open at a bound ends at the last number before it.
     */
    static Coverage of(KernelPool pool, int target, int center) {
        Route route = new Route(pool);
        double[] bounds = bounds(pool, target, center);
        List<Coverage.Span> spans = new ArrayList<>();
        double start = Double.NaN;
        double end = Double.NaN;
        for (int i = 0; i < 2 * bounds.length - 1; i++) {
            boolean between = i % 2 == 1;
            double from = between ? Math.nextUp(bounds[i / 2]) : bounds[i / 2];
            double until = between ? Math.nextDown(bounds[i / 2 + 1]) : from;
            if (from > until) {
                continue;
            }
            boolean leads = route.leads(target, center, from);
            if (leads && Double.isNaN(start)) {
                start = from;
            } else if (!leads && !Double.isNaN(start)) {
                spans.add(new Coverage.Span(start, end));
                start = Double.NaN;
            }
            end = until;
        }
        if (!Double.isNaN(start)) {
            spans.add(new Coverage.Span(start, end));
        }
        return new Coverage(spans);
    }

    /** All epochs at which anything on any route from target or center may change. */
    private static double[] bounds(KernelPool pool, int target, int center) {
        Set<Integer> seen = new HashSet<>(List.of(target, center));
        Deque<Integer> open = new ArrayDeque<>(seen);
        Set<Double> bounds = new TreeSet<>();
        while (!open.isEmpty()) {
            TargetSchedule schedule = pool.schedule(open.remove());
            if (schedule == null) {
                continue;
            }
            for (double bound : schedule.bounds()) {
                bounds.add(bound);
            }
            for (Link link : schedule.links()) {
                int next = link.segment().center();
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return bounds.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
