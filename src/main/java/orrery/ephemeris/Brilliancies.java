package orrery.ephemeris;

import java.util.List;
import java.util.Set;
import orrery.spk.NaifIds;

/**
 * Greatest brilliancy of Venus: where its magnitude ({@link Photometry}) is least while it is a crescent. The slight
 * brightening near superior conjunction, where it is full, and near inferior conjunction, through the haze around its
 * disc, does not count.
 */
final class Brilliancies implements EventSource {
    /** The rate is the change of magnitude from this many seconds before to as many after. */
    private static final double HALF = 600;
    /** Where the haze matters (Mallama and Hilton, equation 4). */
    private static final double HAZE = Math.toRadians(163.7);

    private final EarthView view;
    private final LitView light;

    Brilliancies(EarthView view, LitView light) {
        this.view = view;
        this.light = light;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        return selection.wanderers().stream()
                .filter(body -> EventSelection.system(body) == 2)
                .map(this::pass)
                .toList();
    }

    private EventPass pass(int body) {
        return EventPass.zeros(
                Set.of(EventFamily.BRILLIANCIES),
                List.of(body),
                EarthMotion.seen(
                        view,
                        et -> light.magnitude(body, et + HALF) - light.magnitude(body, et - HALF),
                        body,
                        NaifIds.SUN),
                (et, rising, out) -> {
                    double phase = light.phase(body, et);
                    if (rising && phase > Math.PI / 2 && phase < HAZE) {
                        EventKind kind = view.across(body, NaifIds.SUN, et) > 0
                                ? EventKind.GREATEST_BRILLIANCY_EVENING
                                : EventKind.GREATEST_BRILLIANCY_MORNING;
                        out.accept(new SkyEvent(kind, et, body, NaifIds.EARTH, light.magnitude(body, et)));
                    }
                });
    }
}
