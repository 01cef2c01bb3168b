package orrery.ephemeris;

import java.util.List;

/** Closest approaches to the Earth: where the geometric distance begins to grow. */
final class Approaches implements EventSource {
    private final EarthView view;

    Approaches(EarthView view) {
        this.view = view;
    }

    @Override
    public List<EventPass> passes(EventsAsked asked) {
        return !asked.has(EventFamily.APPROACHES)
                ? List.of()
                : asked.wanderers().stream().map(this::pass).toList();
    }

    private EventPass pass(int body) {
        return EventPass.between(
                EventFamily.APPROACHES,
                body,
                EarthView.EARTH,
                EarthMotion.parting(view, body, EarthView.EARTH),
                (et, rising, out) -> {
                    if (rising) {
                        double km = view.gap(body, EarthView.EARTH, et);
                        out.accept(new SkyEvent(EventKind.CLOSEST_APPROACH, et, body, EarthView.EARTH, km));
                    }
                });
    }
}
