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
        /**
         * {@return whether an epoch lies in the span, both ends included}
         *
         * @param et TDB seconds past J2000
         */
        public boolean contains(double et) {
            return start <= et && et <= end;
        }
    }

    /** The spans are copied. */
    public Coverage {
        spans = List.copyOf(spans);
    }

    /** {@return whether there is no epoch at all} */
    public boolean isEmpty() {
        return spans.isEmpty();
    }

    /**
     * {@return whether a state can be had at an epoch} Found by bisection, as a kernel may be in very many pieces.
     *
     * @param et TDB seconds past J2000
     */
    public boolean contains(double et) {
        int last = lastFrom(et);
        return last >= 0 && spans.get(last).contains(et);
    }

    /** The last span that begins no later than an epoch, or -1. */
    private int lastFrom(double et) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).start <= et) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** When both are: also where they but touch, at one epoch. */
    public Coverage and(Coverage other) {
        List<Span> both = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < spans.size() && j < other.spans.size()) {
            Span one = spans.get(i);
            Span second = other.spans.get(j);
            double start = Math.max(one.start, second.start);
            double end = Math.min(one.end, second.end);
            if (start <= end) {
                both.add(new Span(start, end));
            }
            // The one that ends first meets no later span of the other's; where both do, neither of their next does.
            if (one.end <= second.end) {
                i++;
            } else {
                j++;
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
        if (spans.isEmpty() || et >= end()) {
            return end();
        }
        int before = lastFrom(et);
        if (before < 0) {
            return start();
        }
        double end = spans.get(before).end;
        // Not the last span: the epoch lies before the end of that.
        return et <= end || et - end <= spans.get(before + 1).start - et
                ? Math.min(et, end)
                : spans.get(before + 1).start;
    }
}
