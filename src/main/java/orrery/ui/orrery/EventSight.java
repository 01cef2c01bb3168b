package orrery.ui.orrery;

import java.util.Optional;
import orrery.ephemeris.EventFamily;
import orrery.ephemeris.EventKind;
import orrery.ephemeris.SkyEvent;
import orrery.spk.NaifIds;

/** How an event is viewed: from the Earth, with a field that shows both bodies. Pure functions. */
final class EventSight {
    /** A telescope's field, degrees: the smallest field shown. */
    private static final double TELESCOPE = 0.02;

    /** A field that frames the disc of the Sun or the Moon comfortably, degrees. */
    private static final double DISC = 1.2;

    private EventSight() {}

    /** The camera that shows an event from the Earth; empty for events that cannot be seen. */
    static Optional<Camera> of(SkyEvent event, Camera camera) {
        Optional<Double> field = switch (event.kind().family()) {
            case ECLIPSES, TRANSITS, PHASES -> Optional.of(DISC);
            case MOONS, MUTUALS -> Optional.of(Math.max(TELESCOPE, 3 * event.value()));
            // From the Earth's center the two may be more than the Moon's width apart.
            case OCCULTATIONS ->
                Optional.of(Math.max(moon(event) ? DISC + 2 * event.value() : TELESCOPE, 4 * event.value()));
            case CONJUNCTIONS, ELONGATIONS, DICHOTOMIES ->
                event.kind().measure() == EventKind.Measure.SEPARATION
                        ? Optional.of(Math.clamp(2.5 * event.value(), DISC, CameraFrame.WIDEST))
                        : Optional.empty();
            case OPPOSITIONS, STATIONS, BRILLIANCIES, RINGS -> Optional.of(TELESCOPE);
            case APSIDES, APPROACHES, SEASONS, QUADRATURES, NODES -> Optional.empty();
        };
        boolean transit = event.kind().family() == EventFamily.TRANSITS;
        int at = transit || event.body() == NaifIds.EARTH ? event.other() : event.body();
        return at == NaifIds.EARTH
                ? Optional.empty()
                : field.map(degrees -> Approach.free(camera)
                        .at(at)
                        .orthographic(false)
                        .in(CameraFrame.from(NaifIds.EARTH, degrees), Axes.ECLIPTIC, 1));
    }

    private static boolean moon(SkyEvent event) {
        return event.body() == NaifIds.MOON || event.other() == NaifIds.MOON;
    }
}
