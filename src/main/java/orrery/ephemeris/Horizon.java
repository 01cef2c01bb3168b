package orrery.ephemeris;

/**
 * The position of a body in the sky of a place.
 *
 * @param altitude above the plane perpendicular to the ellipsoid's vertical, radians; without refraction
 * @param azimuth from north through east, radians, from 0 to a full turn
 * @param hourAngle from the meridian westward, radians, within half a turn
 * @param distance along the light path, km
 */
public record Horizon(double altitude, double azimuth, double hourAngle, double distance) {}
