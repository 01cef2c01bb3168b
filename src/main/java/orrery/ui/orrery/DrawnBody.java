package orrery.ui.orrery;

/**
 * A body as it was drawn.
 *
 * @param id NAIF id
 * @param x column, pixels of the picture
 * @param y row, pixels of the picture
 * @param radius of what was drawn, pixels
 * @param depth from the eye, km
 * @param strength 0..1; a moon too near its planet to be told apart, or behind it, has 0
 * @param pathStrength 0..1; of its ways, which a planet hides only where they run behind its disc: 0 where all of its orbit is
 *     too near the planet to be told apart
 * @param trueSize whether the disc is as large as the body, or a larger marker
 * @param gone whether no kernel covers the body now: this is where it was last, or will be first
 */
public record DrawnBody(
        int id,
        double x,
        double y,
        double radius,
        double depth,
        double strength,
        double pathStrength,
        boolean trueSize,
        boolean gone) {}
