package orrery.ephemeris;

import java.util.List;
import orrery.spk.NaifIds;

/** Greatest elongations of Mercury and Venus: the largest angles to the Sun. */
final class Elongations implements EventSource {
    private final EarthView view;

    Elongations(EarthView view) {
        this.view = view;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        return selection.innerPlanets().stream().map(this::pass).toList();
    }

    private EventPass pass(int body) {
        return EventPass.maxima(
                EventFamily.ELONGATIONS,
                List.of(body),
                EarthMotion.seen(view, et -> view.separation(body, NaifIds.SUN, et), body, NaifIds.SUN),
                (et, rising, out) -> out.accept(new SkyEvent(
                        view.across(body, NaifIds.SUN, et) > 0
                                ? EventKind.GREATEST_ELONGATION_EAST
                                : EventKind.GREATEST_ELONGATION_WEST,
                        et,
                        body,
                        NaifIds.SUN,
                        Math.toDegrees(view.separation(body, NaifIds.SUN, et)))));
    }
}
