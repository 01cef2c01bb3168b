package orrery.ephemeris;

import java.util.List;
import java.util.Set;
import orrery.spk.NaifIds;

/**
 * New Moon, full Moon and the quarters: where the Moon's longitude minus the Sun's is a multiple of a quarter of a
 * turn.
 */
final class MoonPhases implements EventSource {
    private static final EventKind[] KINDS = {
        EventKind.NEW_MOON, EventKind.FIRST_QUARTER, EventKind.FULL_MOON, EventKind.LAST_QUARTER
    };

    private final EarthView view;

    MoonPhases(EarthView view) {
        this.view = view;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        if (!selection.moon()) {
            return List.of();
        }
        // The sine of twice the angle is zero at all four.
        return List.of(EventPass.zeros(
                Set.of(EventFamily.PHASES),
                List.of(NaifIds.MOON),
                EarthMotion.seen(view, et -> StrictMath.sin(2 * angle(et)), NaifIds.MOON, NaifIds.SUN),
                (et, rising, out) -> {
                    int quarter = Math.floorMod(Math.round(angle(et) / (Math.PI / 2)), 4);
                    double km = view.distance(NaifIds.MOON, et);
                    out.accept(new SkyEvent(KINDS[quarter], et, NaifIds.MOON, NaifIds.SUN, km));
                }));
    }

    private double angle(double et) {
        return view.apart(NaifIds.MOON, NaifIds.SUN, et);
    }
}
