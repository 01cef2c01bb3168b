package orrery.ephemeris;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import orrery.spk.NaifIds;

/**
 * Transits of Mercury and Venus in front of the Sun as seen from the Earth's center: the contacts of the discs and the
 * least angle between their centers, found independently. The Sun's radius is the canons' ({@link
 * SolarEclipses#SUN_RADIUS}), the planets' the IAU's.
 */
final class PlanetTransits implements EventSource {
    private final EarthView view;

    PlanetTransits(EarthView view) {
        this.view = view;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        List<EventPass> passes = new ArrayList<>();
        for (int body : selection.wanderers()) {
            int system = EventSelection.system(body);
            if (system == 1 || system == 2) {
                double radius = Bodies.of(NaifIds.planetOf(system))
                        .radii()
                        .orElseThrow()
                        .a();
                passes.add(contacts(body, radius, EventKind.TRANSIT_BEGINS, EventKind.TRANSIT_ENDS));
                passes.add(contacts(body, -radius, EventKind.TRANSIT_FULLY_IN, EventKind.TRANSIT_LEAVES));
                passes.add(middle(body, radius));
            }
        }
        return passes;
    }

    /** Where the edge of one disc touches that of the other: from outside, or, with a negative radius, from inside. */
    private EventPass contacts(int body, double radius, EventKind first, EventKind last) {
        return EventPass.zeros(
                Set.of(EventFamily.TRANSITS),
                List.of(body),
                EarthMotion.seen(view, et -> gap(body, radius, et), body, NaifIds.SUN),
                (et, rising, out) -> add(rising ? last : first, body, et, out));
    }

    private EventPass middle(int body, double radius) {
        return EventPass.maxima(
                EventFamily.TRANSITS,
                List.of(body),
                EarthMotion.seen(view, et -> -view.separation(body, NaifIds.SUN, et), body, NaifIds.SUN),
                (et, rising, out) -> {
                    if (gap(body, radius, et) < 0) {
                        add(EventKind.GREATEST_TRANSIT, body, et, out);
                    }
                });
    }

    /** The angle between the centers minus its value when the discs touch, radians. */
    private double gap(int body, double radius, double et) {
        double sun = StrictMath.asin(SolarEclipses.SUN_RADIUS / view.distance(NaifIds.SUN, et));
        return view.separation(body, NaifIds.SUN, et) - sun - StrictMath.asin(radius / view.distance(body, et));
    }

    /** A planet beyond the Sun cannot transit it. */
    private void add(EventKind kind, int body, double et, Consumer<SkyEvent> out) {
        if (view.distance(body, et) < view.distance(NaifIds.SUN, et)) {
            out.accept(
                    new SkyEvent(kind, et, body, NaifIds.SUN, Math.toDegrees(view.separation(body, NaifIds.SUN, et))));
        }
    }
}
