package orrery.ephemeris;

import java.util.ArrayList;
import java.util.List;

/**
 * The times at which a query has an answer: closed intervals of TDB seconds past J2000, ascending and disjoint.
 *
 * @param spans the intervals; empty if there is never an answer
 */
public record Coverage(List<Span> spans) {

    /**
     * One closed interval, {@code start <= end}, TDB seconds past J2000.
     *
     * @param start first epoch
     * @param end last epoch
     */
    public record Span(double start, double end) {
        /**
         * {@return whether an epoch is in the span, both ends included}
         *
         * @param et TDB seconds past J2000
         */
        public boolean contains(double et) {
            return start <= et && et <= end;
        }
    }

    /** Copies the spans. */
    public Coverage {
        spans = List.copyOf(spans);
    }

    /** {@return whether there are no epochs at all} */
    public boolean isEmpty() {
        return spans.isEmpty();
    }

    /**
     * {@return whether an epoch is covered} Uses a binary search, because a kernel may have very many pieces.
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

    /**
     * Intersects two coverages; if spans only touch, a single epoch remains.
     *
     * @param other another coverage
     * @return the epochs that are in both
     */
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
            // The span that ends first overlaps no later span of the other coverage; if both end together, neither
            // does.
            if (one.end <= second.end) {
                i++;
            } else {
                j++;
            }
        }
        return new Coverage(both);
    }

    /** {@return the first epoch covered, TDB seconds past J2000; NaN if there is none} */
    public double start() {
        return spans.isEmpty() ? Double.NaN : spans.getFirst().start();
    }

    /** {@return the last epoch covered, TDB seconds past J2000; NaN if there is none} */
    public double end() {
        return spans.isEmpty() ? Double.NaN : spans.getLast().end();
    }

    /**
     * Finds the covered epoch nearest to an epoch.
     *
     * @param et TDB seconds past J2000
     * @return {@code et} itself if it is covered; of two epochs equally near, the earlier; NaN if nothing is covered
     */
    public double nearest(double et) {
        if (spans.isEmpty() || et >= end()) {
            return end();
        }
        int before = lastFrom(et);
        if (before < 0) {
            return start();
        }
        double end = spans.get(before).end;
        // This is not the last span: the epoch is before the end of that one.
        return et <= end || et - end <= spans.get(before + 1).start - et
                ? Math.min(et, end)
                : spans.get(before + 1).start;
    }
}
