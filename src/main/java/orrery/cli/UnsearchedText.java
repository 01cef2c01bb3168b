package orrery.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.EventFamily;
import orrery.ephemeris.SearchGap;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/**
 * Reports what a search for events could not search, and which bodies were missing: one line for all bodies of one
 * span.
 */
final class UnsearchedText {
    private static final EpochFormat DATE = EpochFormat.seconds(TimeScale.TDB, 0);

    private UnsearchedText() {}

    /** Bodies missing in the same span that affect the same families. */
    private record Stretch(SearchGap.Why why, double from, double to, Set<EventFamily> families) {}

    static List<String> lines(List<SearchGap> unsearched) {
        Map<Stretch, Set<Integer>> stretches = new LinkedHashMap<>();
        for (SearchGap one : unsearched) {
            SearchGap.Reason reason = one.reason();
            stretches
                    .computeIfAbsent(
                            new Stretch(reason.why(), reason.from(), reason.to(), one.families()),
                            key -> new TreeSet<>())
                    .add(reason.body());
        }
        List<String> lines = new ArrayList<>();
        stretches.forEach((stretch, bodies) -> lines.add(line(stretch, bodies)));
        return lines;
    }

    private static String line(Stretch stretch, Set<Integer> bodies) {
        String names = list(bodies.stream().map(Bodies::label).toList());
        String kinds = list(
                EnumSet.copyOf(stretch.families).stream().map(EventFamily::word).toList());
        String span = DATE.format(stretch.from) + " to " + DATE.format(stretch.to);
        return switch (stretch.why) {
            case ABSENT ->
                "%s: in none of these kernels. Not searched, because they need %s: %s."
                        .formatted(names, bodies.size() == 1 ? "it" : "them", kinds);
            case UNCOVERED ->
                "%s: not in these kernels from %s. Not searched then, where needed: %s.".formatted(names, span, kinds);
            case LIGHT ->
                "%s: not visible from %s, because the light left before these kernels begin. Not searched then: %s."
                        .formatted(names, span, kinds);
        };
    }

    private static String list(Collection<String> words) {
        return words.stream().collect(Collectors.joining(", "));
    }
}
