package orrery.ephemeris;

import java.util.List;
import java.util.Set;
import orrery.spk.NaifIds;

/** Quadratures: longitudes that differ from the Sun's by a quarter of a turn. The Moon's are its quarters. */
final class Quadratures implements EventSource {
    private final EarthView view;
    private final LitView light;

    Quadratures(EarthView view, LitView light) {
        this.view = view;
        this.light = light;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        return selection.wanderers().stream().map(this::pass).toList();
    }

    private EventPass pass(int body) {
        return EventPass.zeros(
                Set.of(EventFamily.QUADRATURES),
                List.of(body),
                EarthMotion.seen(view, et -> view.along(body, NaifIds.SUN, et), body, NaifIds.SUN),
                (et, rising, out) -> out.accept(new SkyEvent(
                        view.across(body, NaifIds.SUN, et) > 0
                                ? EventKind.EASTERN_QUADRATURE
                                : EventKind.WESTERN_QUADRATURE,
                        et,
                        body,
                        NaifIds.SUN,
                        Math.toDegrees(light.phase(body, et)))));
    }
}
