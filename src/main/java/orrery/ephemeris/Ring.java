package orrery.ephemeris;

/**
 * A band of a ring system, in the planet's equatorial plane.
 *
 * @param name as astronomers call it
 * @param inner edge nearer the planet, km from its center
 * @param outer edge farther from the planet, km from its center
 * @param opticalDepth along the normal, a rounded mean: light passing straight through is dimmed by {@code exp(-depth)}
 */
public record Ring(String name, double inner, double outer, double opticalDepth) {}
