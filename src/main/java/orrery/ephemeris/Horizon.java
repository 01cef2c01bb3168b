package orrery.ephemeris;

/**
 * Where a body stands in the sky of a place.
 *
 * @param altitude above the plane across the plumb line of the ellipsoid, radians; no refraction in it
 * @param azimuth from north through east, radians, from 0 to a turn
 * @param hourAngle from the meridian westward, radians, within half a turn
 * @param distance along the light's way, km
 */
public record Horizon(double altitude, double azimuth, double hourAngle, double distance) {}
