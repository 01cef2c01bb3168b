package orrery.ephemeris;

import java.util.List;
import java.util.Set;
import orrery.spk.NaifIds;

/**
 * Equinoxes and solstices: where the Sun's apparent longitude, from the true equinox of date, is a multiple of a
 * quarter of a turn.
 */
final class Seasons implements EventSource {
    private static final EventKind[] KINDS = {
        EventKind.MARCH_EQUINOX, EventKind.JUNE_SOLSTICE, EventKind.SEPTEMBER_EQUINOX, EventKind.DECEMBER_SOLSTICE
    };

    private final EarthView view;

    Seasons(EarthView view) {
        this.view = view;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        if (!selection.everyone()) {
            return List.of();
        }
        // The sine of twice the longitude is zero at all four.
        return List.of(EventPass.zeros(
                Set.of(EventFamily.SEASONS),
                List.of(NaifIds.SUN),
                EarthMotion.seen(view, et -> StrictMath.sin(2 * view.longitude(NaifIds.SUN, et)), NaifIds.SUN),
                (et, rising, out) -> {
                    int quarter = Math.floorMod(Math.round(view.longitude(NaifIds.SUN, et) / (Math.PI / 2)), 4);
                    double km = view.distance(NaifIds.SUN, et);
                    out.accept(new SkyEvent(KINDS[quarter], et, NaifIds.SUN, NaifIds.EARTH, km));
                }));
    }
}
