package orrery.ephemeris;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import orrery.spk.NaifIds;

/**
 * Saturn's rings seen edge on: the Earth or the Sun passes through the plane of the rings, which is that of Saturn's
 * equator. The pole is from the kernels, or built in, at the epoch at which the light left Saturn.
 */
final class RingCrossings implements EventSource {
    private final EarthView view;
    private final LitView light;

    RingCrossings(EarthView view, LitView light) {
        this.view = view;
        this.light = light;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        List<EventPass> passes = new ArrayList<>();
        for (int body : selection.wanderers()) {
            if (EventSelection.system(body) == 6) {
                passes.add(pass(body, true));
                passes.add(pass(body, false));
            }
        }
        return passes;
    }

    private EventPass pass(int body, boolean sun) {
        return EventPass.zeros(
                Set.of(EventFamily.RINGS),
                List.of(body),
                EarthMotion.seen(view, et -> light.latitude(body, NaifIds.SATURN, sun, et), body, NaifIds.SUN),
                (et, rising, out) -> out.accept(new SkyEvent(
                        sun ? EventKind.SUN_CROSSES_RINGS : EventKind.EARTH_CROSSES_RINGS,
                        et,
                        body,
                        sun ? NaifIds.SUN : NaifIds.EARTH,
                        Math.toDegrees(light.latitude(body, NaifIds.SATURN, !sun, et)))));
    }
}
