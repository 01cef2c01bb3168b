package orrery.ephemeris;

/**
 * The half axes of the ellipsoid that stands for a body, in km: along the prime meridian, 90 degrees east of it, and to
 * the north pole.
 */
public record Radii(double a, double b, double c) {
    /** The radius of the sphere of the same volume, in km. */
    public double mean() {
        return StrictMath.cbrt(a * b * c);
    }

    /** How much shorter the polar axis is than the mean equatorial one, as a part of that. */
    public double flattening() {
        double equator = (a + b) / 2;
        return (equator - c) / equator;
    }
}
