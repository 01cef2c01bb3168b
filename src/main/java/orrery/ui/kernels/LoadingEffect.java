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
 * The effect of a change of the kernel list, in sentences: which bodies would be answered from which file instead of
 * which other, and when. Bodies share a sentence only if their spans are the same. Stateless.
 */
final class LoadingEffect {
    private static final int MOST_NAMED = 12;
    /** The most spans in one sentence; the rest, for fragmented kernels, is counted. */
    private static final int MOST_STRETCHES = 3;

    /** A change that is the same for several bodies. */
    private record Alike(Optional<String> before, Optional<String> after, String when) {}

    /** Changes beyond this number are only counted: nobody would read them, and they would take longer than a frame. */
    private static final int MOST_CHANGES = 5_000;

    private LoadingEffect() {}

    /**
     * One sentence for all bodies with the same change, in the order of their first; if nothing changes, one that says
     * so.
     */
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
                + (more > 0 ? words.get("effect.more", KernelText.grouped(more)) : "");
        String before = alike.before.orElse("");
        return alike.after
                .map(after -> before.isEmpty()
                        ? words.get("effect.new", named, alike.when, after)
                        : words.get("effect.instead", named, alike.when, after, before))
                .orElseGet(() -> words.get("effect.lost", named, alike.when, before));
    }
}
