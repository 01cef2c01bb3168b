package orrery.ephemeris;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import orrery.spk.NaifIds;

/**
 * Nodes: where a body crosses the ecliptic of date, seen from the Sun (for the Moon, seen from the Earth); geometric.
 */
final class Nodes implements EventSource {
    private final EarthView view;

    Nodes(EarthView view) {
        this.view = view;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        List<EventPass> passes = new ArrayList<>();
        for (int body : selection.wanderers()) {
            passes.add(pass(selection, body, NaifIds.SUN));
        }
        if (selection.moon()) {
            passes.add(pass(selection, NaifIds.MOON, NaifIds.EARTH));
        }
        return passes;
    }

    private EventPass pass(EventSelection selection, int body, int around) {
        int who = whose(selection, body, around);
        return EventPass.between(
                EventFamily.NODES,
                who,
                around,
                EarthMotion.between(view, et -> view.height(who, around, et), who, around),
                (et, rising, out) -> out.accept(new SkyEvent(
                        rising ? EventKind.ASCENDING_NODE : EventKind.DESCENDING_NODE,
                        et,
                        body,
                        around,
                        Math.toDegrees(view.bearing(who, around, et)))));
    }

    /** A planet's moons also move it through the ecliptic, so its barycenter is used if the kernels have it. */
    private static int whose(EventSelection selection, int body, int around) {
        OptionalInt barycenter = Bodies.barycenterOf(body);
        boolean planet = around == NaifIds.SUN && barycenter.isPresent();
        return planet && !selection.coverage(barycenter.getAsInt(), NaifIds.SUN).isEmpty()
                ? barycenter.getAsInt()
                : body;
    }
}
