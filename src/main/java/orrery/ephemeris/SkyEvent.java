package orrery.ephemeris;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something that happens in the sky.
 *
 * @param kind what
 * @param et when, TDB seconds past J2000, at the Earth; within {@link EventFinder#TOLERANCE} seconds of where the model has it
 * @param body NAIF id of whom it happens to
 * @param other NAIF id of the second body: the Sun, the planet of a moon, the Earth, who hides another
 * @param value what {@link EventKind#measure} says, in its unit
 * @param local how a place on the Earth sees it; empty where it is not looked for from one
 */
public record SkyEvent(EventKind kind, double et, int body, int other, double value, Optional<Local> local) {
    /**
     * Makes an event as the Earth's center sees it.
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
     * From a place.
     *
     * @param altitude of the body, of an eclipse or a transit the Sun, degrees; no refraction
     * @param azimuth from north through east, degrees
     * @param obscuration the part of the Sun's disc that the Moon hides; empty of what is no eclipse of the Sun
     */
    public record Local(double altitude, double azimuth, OptionalDouble obscuration) {}
}
