package orrery.ephemeris;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import orrery.spk.NaifIds;

/**
 * The times that a pass can search, and those that it cannot, with the reason. The data of each body that it needs are
 * examined separately, so no body is blamed for a gap in another.
 *
 * <p>Confined to one thread.
 */
final class EventSpans {
    private final Ephemeris ephemeris;
    private final EarthView view;
    private final Coverage.Span whole;
    private final Map<SearchGap.Reason, Set<EventFamily>> unsearched = new LinkedHashMap<>();

    EventSpans(Ephemeris ephemeris, EarthView view, double from, double to) {
        this.ephemeris = ephemeris;
        this.view = view;
        this.whole = new Coverage.Span(from, to);
    }

    /**
     * The complete spans of a pass's data, including what is outside the requested span. The parts of the requested
     * span that they do not cover are recorded with the reason.
     *
     * @param answers whether the pass's function has a value at an epoch: the light must have left the body after the
     *     data begin
     */
    List<Coverage.Span> of(EventPass pass, DoublePredicate answers) {
        Coverage data = null;
        for (EventPass.Need need : pass.needs()) {
            Coverage own = coverage(pass, need);
            data = data == null ? own : data.and(own);
        }
        List<Coverage.Span> spans = new ArrayList<>();
        for (Coverage.Span span : data == null ? List.<Coverage.Span>of() : data.spans()) {
            double start = limit(span.start(), span.end(), answers);
            if (start > span.start()) {
                double end = Math.min(start, span.end());
                leave(pass, lastSeen(pass, end - 1), SearchGap.Why.LIGHT, span.start(), end);
            }
            // A single epoch is not a span to search. A rate needs slightly later data, so the last minutes of the data
            // have none.
            double end = start < span.end() ? limit(span.end(), start, answers) : start;
            if (start < end) {
                spans.add(new Coverage.Span(start, end));
            }
        }
        return spans;
    }

    /** What could not be searched, with one entry per body and stretch of time. */
    List<SearchGap> unsearched() {
        return unsearched.entrySet().stream()
                .map(e -> new SearchGap(e.getKey(), e.getValue()))
                .toList();
    }

    private Coverage coverage(EventPass pass, EventPass.Need need) {
        Coverage covered = ephemeris.coverage(need.body(), need.center());
        int lacking = need.body();
        if (covered.isEmpty() && need.center() != NaifIds.SOLAR_SYSTEM_BARYCENTER) {
            lacking = known(need.body()) && !known(need.center()) ? need.center() : need.body();
        }
        if (covered.isEmpty()) {
            leave(pass, lacking, SearchGap.Why.ABSENT, whole.start(), whole.end());
            return covered;
        }
        double at = whole.start();
        for (Coverage.Span span : covered.spans()) {
            if (span.start() > at) {
                leave(pass, lacking, SearchGap.Why.UNCOVERED, at, Math.min(span.start(), whole.end()));
            }
            at = Math.max(at, span.end());
        }
        leave(pass, lacking, SearchGap.Why.UNCOVERED, at, whole.end());
        return covered;
    }

    private boolean known(int body) {
        return ephemeris.pool().schedule(body) != null;
    }

    private void leave(EventPass pass, int lacking, SearchGap.Why why, double from, double to) {
        double start = Math.max(from, whole.start());
        double end = Math.min(to, whole.end());
        if (start < end) {
            unsearched
                    .computeIfAbsent(
                            new SearchGap.Reason(lacking, why, start, end), key -> EnumSet.noneOf(EventFamily.class))
                    .addAll(pass.families());
        }
    }

    /** The body, among those of a pass, whose light has not arrived yet. */
    private int lastSeen(EventPass pass, double et) {
        for (EventPass.Need need : pass.needs()) {
            if (!view.sees(need.body(), et)) {
                return need.body();
            }
        }
        return pass.needs().getFirst().body();
    }

    /**
     * Finds where answers begin, to a second, going from one end of a span to the other.
     *
     * @return an epoch that has an answer; {@code to} itself or beyond if there is none
     */
    private static double limit(double from, double to, DoublePredicate answers) {
        if (answers.test(from)) {
            return from;
        }
        double way = Math.signum(to - from);
        double length = Math.abs(to - from);
        double none = 0;
        double some = 60;
        while (some < length && !answers.test(from + way * some)) {
            none = some;
            some *= 2;
        }
        if (some >= length) {
            some = length;
            if (!answers.test(to)) {
                return to;
            }
        }
        while (some - none > 1) {
            double middle = none + (some - none) / 2;
            if (answers.test(from + way * middle)) {
                some = middle;
            } else {
                none = middle;
            }
        }
        return from + way * some;
    }
}
