package orrery.ephemeris;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import orrery.spk.NaifIds;

/**
 * Perihelia and aphelia, and the equivalents for orbits around a planet: where the geometric distance begins to grow or
 * to shrink.
 */
final class Apsides implements EventSource {
    private final EarthView view;

    Apsides(EarthView view) {
        this.view = view;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        Set<Integer> orbiting =
                new TreeSet<>(selection.chosen().contains(NaifIds.SUN) ? selection.all() : selection.chosen());
        orbiting.remove(NaifIds.SUN);
        return orbiting.stream().map(body -> pass(selection, body)).toList();
    }

    private EventPass pass(EventSelection selection, int body) {
        int around =
                body >= 1 && body <= 9 ? NaifIds.SUN : Bodies.of(body).parent().orElse(NaifIds.SUN);
        int who = whose(selection, body, around);
        boolean sun = around == NaifIds.SUN;
        return EventPass.between(
                EventFamily.APSIDES, who, around, EarthMotion.parting(view, who, around), (et, rising, out) -> {
                    EventKind kind = rising
                            ? sun ? EventKind.PERIHELION : EventKind.PERIAPSIS
                            : sun ? EventKind.APHELION : EventKind.APOAPSIS;
                    out.accept(new SkyEvent(kind, et, body, around, view.gap(who, around, et)));
                });
    }

    /** The giants' moons move them by more than their distance from the Sun changes near an apsis. */
    private static int whose(EventSelection selection, int body, int around) {
        OptionalInt barycenter = Bodies.barycenterOf(body);
        boolean giant = around == NaifIds.SUN && body != NaifIds.EARTH && barycenter.isPresent();
        return giant && !selection.coverage(barycenter.getAsInt(), NaifIds.SUN).isEmpty()
                ? barycenter.getAsInt()
                : body;
    }
}
