package orrery.ephemeris;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import orrery.spk.NaifIds;

/** Conjunctions with the Sun and oppositions: longitudes that are equal or differ by half a turn. */
final class SunConjunctions implements EventSource {
    private final EarthView view;

    SunConjunctions(EarthView view) {
        this.view = view;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        Set<EventFamily> families = EnumSet.of(EventFamily.CONJUNCTIONS, EventFamily.OPPOSITIONS);
        families.removeIf(family -> !selection.has(family));
        return families.isEmpty()
                ? List.of()
                : selection.wanderers().stream()
                        .map(body -> pass(body, families))
                        .toList();
    }

    private EventPass pass(int body, Set<EventFamily> families) {
        return EventPass.zeros(
                families,
                List.of(body),
                EarthMotion.seen(view, et -> view.across(body, NaifIds.SUN, et), body, NaifIds.SUN),
                (et, rising, out) -> {
                    EventKind kind = kind(body, et);
                    if (families.contains(kind.family())) {
                        double degrees = Math.toDegrees(view.separation(body, NaifIds.SUN, et));
                        out.accept(new SkyEvent(kind, et, body, NaifIds.SUN, degrees));
                    }
                });
    }

    private EventKind kind(int body, double et) {
        if (!view.together(body, NaifIds.SUN, et)) {
            return EventKind.OPPOSITION;
        }
        return view.distance(body, et) < view.distance(NaifIds.SUN, et)
                ? EventKind.INFERIOR_CONJUNCTION
                : EventKind.SUPERIOR_CONJUNCTION;
    }
}
