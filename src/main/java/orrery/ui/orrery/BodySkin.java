package orrery.ui.orrery;

/** The appearance of a body's surface: a color for each direction from its center. A pure function. */
@FunctionalInterface
interface BodySkin {
    /**
     * The color at a place.
     *
     * @param x unit vector along the body's own axes: x to the prime meridian, z to the north pole
     * @param y as x
     * @param z as x
     * @return 0xRRGGBB
     */
    int color(double x, double y, double z);

    /** Longitude in degrees east, -180..180. */
    static double longitude(double x, double y) {
        return Math.toDegrees(Math.atan2(y, x));
    }

    /** Latitude in degrees. */
    static double latitude(double z) {
        return Math.toDegrees(Math.asin(Math.clamp(z, -1.0, 1.0)));
    }
}
