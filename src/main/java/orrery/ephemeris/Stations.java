package orrery.ephemeris;

import java.util.List;
import java.util.Set;
import orrery.math.Constants;
import orrery.spk.NaifIds;

/**
 * Stations: where the apparent longitude of a body, from the true equinox of date, reverses and the body begins to move
 * backward (westward) among the stars, or forward again.
 */
final class Stations implements EventSource {
    /** The rate is the change of longitude from this many seconds before to as many after. */
    private static final double HALF = 200;

    private final EarthView view;

    Stations(EarthView view) {
        this.view = view;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        return selection.wanderers().stream().map(this::pass).toList();
    }

    private EventPass pass(int body) {
        return EventPass.zeros(
                Set.of(EventFamily.STATIONS),
                List.of(body),
                EarthMotion.seen(view, et -> turned(body, et), body),
                (et, rising, out) -> {
                    double degrees = Math.toDegrees(view.longitude(body, et));
                    out.accept(new SkyEvent(
                            rising ? EventKind.STATION_DIRECT : EventKind.STATION_RETROGRADE,
                            et,
                            body,
                            NaifIds.EARTH,
                            degrees < 0 ? degrees + 360 : degrees));
                });
    }

    /** The increase of longitude in twice {@link #HALF}, radians. */
    private double turned(int body, double et) {
        return Math.IEEEremainder(view.longitude(body, et + HALF) - view.longitude(body, et - HALF), Constants.TURN);
    }
}
