package orrery.ephemeris;

import java.util.ArrayList;
import java.util.List;

/**
 * When something can be answered: closed intervals of TDB seconds past J2000, ascending, disjoint.
 *
 * @param spans the intervals; none if there is no answer at any time
 */
public record Coverage(List<Span> spans) {

    /** One closed interval, {@code start <= end}, TDB seconds past J2000. */
    public record Span(double start, double end) {
        public boolean contains(double et) {
            return start <= et && et <= end;
        }
    }

    public Coverage {
        spans = List.copyOf(spans);
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    public boolean contains(double et) {
        return spans.stream().anyMatch(span -> span.contains(et));
    }

    /** When both are: also where they but touch, at one epoch. */
    public Coverage and(Coverage other) {
        List<Span> both = new ArrayList<>();
        for (Span one : spans) {
            for (Span second : other.spans) {
                double start = Math.max(one.start, second.start);
                double end = Math.min(one.end, second.end);
                if (start <= end) {
                    both.add(new Span(start, end));
                }
            }
        }
        return new Coverage(both);
    }

    /** First epoch covered; NaN if none. */
    public double start() {
        return spans.isEmpty() ? Double.NaN : spans.getFirst().start();
    }

    /** Last epoch covered; NaN if none. */
    public double end() {
        return spans.isEmpty() ? Double.NaN : spans.getLast().end();
    }

    /** The covered epoch nearest to {@code et}; NaN if none. */
    public double nearest(double et) {
        if (et >= end()) {
            return end();
        }
        double best = Double.NaN;
        for (Span span : spans) {
            double near = Math.clamp(et, span.start(), span.end());
            if (Double.isNaN(best) || Math.abs(near - et) < Math.abs(best - et)) {
                best = near;
            }
        }
        return best;
    }
}
