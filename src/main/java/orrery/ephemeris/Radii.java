package orrery.ephemeris;

/**
 * The semi-axes of the ellipsoid that represents a body.
 *
 * @param a along the prime meridian, km
 * @param b 90 degrees east of it, km
 * @param c to the north pole, km
 */
public record Radii(double a, double b, double c) {
    /** {@return the radius of the sphere of the same volume, km} */
    public double mean() {
        return StrictMath.cbrt(a * b * c);
    }

    /** {@return how much shorter the polar axis is than the mean equatorial one, as a fraction of the latter} */
    public double flattening() {
        double equator = (a + b) / 2;
        return (equator - c) / equator;
    }
}
