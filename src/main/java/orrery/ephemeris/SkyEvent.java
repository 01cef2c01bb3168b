package orrery.ephemeris;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An event in the sky.
 *
 * @param kind what
 * @param et the time, TDB seconds past J2000, at the Earth; within {@link EventFinder#TOLERANCE} seconds of the model
 * @param body NAIF id of the main body
 * @param other NAIF id of the second body: the Sun, the planet of a moon, the Earth, or the body that hides another
 * @param value what {@link EventKind#measure} describes, in its unit
 * @param local the view from a place on the Earth; empty if no place was given
 */
public record SkyEvent(EventKind kind, double et, int body, int other, double value, Optional<Local> local) {
    /**
     * Makes an event as seen from the Earth's center.
     *
     * @param kind as the record's
     * @param et as the record's
     * @param body as the record's
     * @param other as the record's
     * @param value as the record's
     */
    public SkyEvent(EventKind kind, double et, int body, int other, double value) {
        this(kind, et, body, other, value, Optional.empty());
    }

    /**
     * The view from a place.
     *
     * @param altitude of the body, or of the Sun for an eclipse or a transit, degrees; without refraction
     * @param azimuth from north through east, degrees
     * @param obscuration the fraction of the Sun's disc that the Moon hides; empty if this is not an eclipse of the Sun
     */
    public record Local(double altitude, double azimuth, OptionalDouble obscuration) {}
}
