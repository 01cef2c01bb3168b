package orrery.ephemeris;

/**
 * Something that happens in the sky.
 *
 * @param kind what
 * @param et when, TDB seconds past J2000, at the Earth; within {@link EventFinder#TOLERANCE} seconds of where the model has it
 * @param body NAIF id of whom it happens to
 * @param other NAIF id of the second body: the Sun, the planet of a moon, the Earth
 * @param value what {@link EventKind#measure} says, in its unit
 */
public record SkyEvent(EventKind kind, double et, int body, int other, double value) {}
