package orrery.ephemeris;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import orrery.spk.NaifIds;

/** Conjunctions of planets with planets, and of a named body, including the Moon, with each planet. */
final class PairConjunctions implements EventSource {
    private final EarthView view;

    PairConjunctions(EarthView view) {
        this.view = view;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        return pairs(selection).stream()
                .map(pair -> pass(pair.get(0), pair.get(1)))
                .toList();
    }

    private static Set<List<Integer>> pairs(EventSelection selection) {
        List<Integer> planets = selection.all().stream()
                .filter(id -> EventSelection.system(id) > 0 && id != NaifIds.EARTH)
                .toList();
        List<Integer> bodies = !selection.byName() || selection.everyone() ? planets : selection.chosen();
        Set<List<Integer>> pairs = new LinkedHashSet<>();
        for (int planet : planets) {
            for (int body : bodies) {
                boolean same = body == planet
                        || (EventSelection.system(body) > 0
                                && EventSelection.system(body) == EventSelection.system(planet));
                if (!same && body != NaifIds.SUN && body != NaifIds.EARTH) {
                    pairs.add(List.of(Math.min(body, planet), Math.max(body, planet)));
                }
            }
        }
        return pairs;
    }

    private EventPass pass(int body, int other) {
        return EventPass.zeros(
                Set.of(EventFamily.CONJUNCTIONS),
                List.of(body, other),
                EarthMotion.seen(view, et -> view.across(body, other, et), body, other),
                (et, rising, out) -> {
                    if (view.together(body, other, et)) {
                        double degrees = Math.toDegrees(view.separation(body, other, et));
                        out.accept(new SkyEvent(EventKind.CONJUNCTION, et, body, other, degrees));
                    }
                });
    }
}
