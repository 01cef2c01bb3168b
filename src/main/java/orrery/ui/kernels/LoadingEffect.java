package orrery.ui.kernels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import orrery.library.Precedence;
import orrery.ui.fx.Words;

/**
 * What a change of the list of kernels would do, in sentences: which bodies would be answered from which file instead of
 * which other, and when. Bodies are told of together only where it is the same stretches of time. Stateless.
 */
final class LoadingEffect {
    private static final int MOST_NAMED = 12;
    /** Of the stretches of time in one sentence; those of a kernel in pieces are counted. */
    private static final int MOST_STRETCHES = 3;

    /** What changes alike for some bodies. */
    private record Alike(Optional<String> before, Optional<String> after, String when) {}

    /** Beyond so many changes the rest is counted: nobody reads them, and they would take longer than a frame. */
    private static final int MOST_CHANGES = 5_000;

    private LoadingEffect() {}

    /** A sentence for all bodies that change alike, in the order of the first of them; one that says so if nothing changes. */
    static List<String> of(List<Precedence.Change> changes, Words words) {
        if (changes.size() > MOST_CHANGES) {
            List<String> sentences = new ArrayList<>(of(changes.subList(0, MOST_CHANGES), words));
            sentences.add(words.get("effect.rest", KernelText.grouped(changes.size() - MOST_CHANGES)));
            return sentences;
        }
        if (changes.isEmpty()) {
            return List.of(words.get("effect.none"));
        }
        Map<List<Object>, List<Precedence.Change>> ofBodies = changes.stream()
                .collect(Collectors.groupingBy(
                        c -> List.of(c.body(), c.before(), c.after()), LinkedHashMap::new, Collectors.toList()));
        Map<Alike, List<Integer>> alike = new LinkedHashMap<>();
        for (List<Precedence.Change> ofBody : ofBodies.values()) {
            Precedence.Change one = ofBody.getFirst();
            alike.computeIfAbsent(new Alike(one.before(), one.after(), when(ofBody, words)), _ -> new ArrayList<>())
                    .add(one.body());
        }
        return alike.entrySet().stream()
                .map(e -> sentence(e.getKey(), e.getValue(), words))
                .toList();
    }

    private static String when(List<Precedence.Change> stretches, Words words) {
        int more = stretches.size() - MOST_STRETCHES;
        return stretches.stream()
                        .limit(MOST_STRETCHES)
                        .map(c -> words.get("effect.span", KernelText.day(c.start()), KernelText.day(c.end())))
                        .collect(Collectors.joining(", "))
                + (more > 0
                        ? words.get(
                                "effect.spans",
                                more,
                                KernelText.day(stretches.getLast().end()))
                        : "");
    }

    private static String sentence(Alike alike, List<Integer> bodies, Words words) {
        int more = bodies.size() - MOST_NAMED;
        String named = bodies.stream()
                        .limit(MOST_NAMED)
                        .map(b -> KernelText.body(b, words))
                        .collect(Collectors.joining(", "))
                + (more > 0 ? words.get("effect.more", more) : "");
        String before = alike.before.orElse("");
        return alike.after
                .map(after -> before.isEmpty()
                        ? words.get("effect.new", named, alike.when, after)
                        : words.get("effect.instead", named, alike.when, after, before))
                .orElseGet(() -> words.get("effect.lost", named, alike.when, before));
    }
}
