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
 * Reports what a search for events could not search, and which bodies were missing: one line for all
 * bodies of one cause and span.
 */
final class UnsearchedText {
    private static final EpochFormat DATE = EpochFormat.seconds(TimeScale.TDB, 0);

    private UnsearchedText() {}

    /** What one line reports: gaps of one cause that begin together; those without coverage also end together. */
    private record Stretch(SearchGap.Why why, double from, double to, Set<EventFamily> families) {
        static Stretch of(SearchGap gap) {
            SearchGap.Reason reason = gap.reason();
            return switch (reason.why()) {
                case ABSENT -> new Stretch(reason.why(), 0, 0, gap.families());
                case UNCOVERED -> new Stretch(reason.why(), reason.from(), reason.to(), Set.of());
                // The farther the body, the longer the light takes.
                case LIGHT -> new Stretch(reason.why(), reason.from(), 0, Set.of());
            };
        }
    }

    static List<String> lines(List<SearchGap> unsearched) {
        Map<Stretch, List<SearchGap>> stretches = new LinkedHashMap<>();
        unsearched.forEach(gap -> stretches
                .computeIfAbsent(Stretch.of(gap), _ -> new ArrayList<>())
                .add(gap));
        return stretches.values().stream().map(UnsearchedText::line).toList();
    }

    /** One line for gaps of one stretch. */
    private static String line(List<SearchGap> gaps) {
        SearchGap.Reason first = gaps.getFirst().reason();
        Set<Integer> bodies = new TreeSet<>();
        Set<EventFamily> families = EnumSet.noneOf(EventFamily.class);
        double ends = first.to();
        for (SearchGap gap : gaps) {
            bodies.add(gap.reason().body());
            families.addAll(gap.families());
            ends = Math.max(ends, gap.reason().to());
        }
        String names = list(bodies.stream().map(Bodies::label).toList());
        String kinds = list(families.stream().map(EventFamily::word).toList());
        String from = DATE.format(first.from());
        String to = DATE.format(ends);
        boolean alone = gaps.size() == 1;
        return switch (first.why()) {
            case ABSENT ->
                "%s: in none of these kernels. Not searched, because they need %s: %s."
                        .formatted(names, bodies.size() == 1 ? "it" : "them", kinds);
            case UNCOVERED ->
                "%s: not in these kernels from %s to %s. Not searched then, where needed: %s."
                        .formatted(names, from, to, kinds);
            case LIGHT ->
                ("%s: not visible from %s to %s%s, because the light left before these kernels begin."
                                + " Not searched then%s: %s.")
                        .formatted(
                                names, from, to, alone ? "" : " at the latest", alone ? "" : ", where needed", kinds);
        };
    }

    private static String list(Collection<String> words) {
        return words.stream().collect(Collectors.joining(", "));
    }
}
