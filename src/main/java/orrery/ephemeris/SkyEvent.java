package orrery.ephemeris;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An event in the sky.
 *
 * @param kind what happens
 * @param et the time, TDB seconds past J2000, at the Earth; within {@link EventFinder#TOLERANCE} seconds of the model
 * @param body NAIF id of the main body
 * @param other NAIF id of the second body: the other one of a conjunction; the Sun; the Earth; the body that the main
 *     body orbits; the body that hides it, or whose shadow falls on it
 * @param value what {@link EventKind#measure} describes, in its unit
 * @param local the view from a place on the Earth: from the given one, or from where an event that is seen from
 *     somewhere on the Earth is seen best; empty for other events
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
     * @param altitude without refraction, degrees: of the Sun for a solar eclipse or a transit, of the Moon for a lunar
     *     eclipse, of the planet for the phenomena of its moons, otherwise of the main body
     * @param azimuth of the same body, from north through east, degrees
     * @param obscuration the fraction of the area of the Sun's disc that the Moon hides; empty if this is not an
     *     eclipse of the Sun
     * @param nearest the place, at sea level, if it was found and not given
     */
    public record Local(double altitude, double azimuth, OptionalDouble obscuration, Optional<Site> nearest) {
        /**
         * Makes the view from the given place.
         *
         * @param altitude as the record's
         * @param azimuth as the record's
         * @param obscuration as the record's
         */
        public Local(double altitude, double azimuth, OptionalDouble obscuration) {
            this(altitude, azimuth, obscuration, Optional.empty());
        }
    }
}
