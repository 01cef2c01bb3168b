package orrery.ephemeris;

import java.util.List;
import orrery.spk.NaifIds;

/** Closest approaches to the Earth: where the geometric distance begins to grow. */
final class Approaches implements EventSource {
    private final EarthView view;

    Approaches(EarthView view) {
        this.view = view;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        return selection.wanderers().stream().map(this::pass).toList();
    }

    private EventPass pass(int body) {
        return EventPass.between(
                EventFamily.APPROACHES,
                body,
                NaifIds.EARTH,
                EarthMotion.parting(view, body, NaifIds.EARTH),
                (et, rising, out) -> {
                    if (rising) {
                        double km = view.gap(body, NaifIds.EARTH, et);
                        out.accept(new SkyEvent(EventKind.CLOSEST_APPROACH, et, body, NaifIds.EARTH, km));
                    }
                });
    }
}
