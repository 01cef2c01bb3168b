package orrery.ephemeris;

import java.util.List;
import java.util.Set;
import orrery.spk.NaifIds;

/** Dichotomy: Mercury or Venus half lit, at a phase angle of a quarter of a turn. */
final class Dichotomies implements EventSource {
    private final EarthView view;
    private final LitView light;

    Dichotomies(EarthView view, LitView light) {
        this.view = view;
        this.light = light;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        return selection.innerPlanets().stream().map(this::pass).toList();
    }

    private EventPass pass(int body) {
        return EventPass.zeros(
                Set.of(EventFamily.DICHOTOMIES),
                List.of(body),
                EarthMotion.seen(view, et -> light.cosPhase(body, et), body, NaifIds.SUN),
                (et, rising, out) -> out.accept(new SkyEvent(
                        view.across(body, NaifIds.SUN, et) > 0
                                ? EventKind.EVENING_DICHOTOMY
                                : EventKind.MORNING_DICHOTOMY,
                        et,
                        body,
                        NaifIds.SUN,
                        Math.toDegrees(view.separation(body, NaifIds.SUN, et)))));
    }
}
