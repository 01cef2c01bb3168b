package orrery.ui.orrery;

import orrery.ephemeris.Radii;

/**
 * A place on the ground of a body, from which an observer looks around.
 *
 * @param longitude east of the body's prime meridian, degrees, -180..180
 * @param latitude of the vertical there (on a spheroid not of the line from the middle), northern positive, degrees,
 *     -90..90
 */
public record Ground(double longitude, double latitude) {
    /**
     * Brings the longitude to within half a turn.
     *
     * @throws IllegalArgumentException if the latitude is none, or either is no number
     */
    public Ground {
        if (!Double.isFinite(longitude) || !(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("A place has a longitude east and a latitude of -90 to 90 degrees.");
        }
        longitude = Math.IEEEremainder(longitude, 360);
    }

    /**
     * From where bodies low in the sky can be looked at: a direction of the body's stands so high there.
     *
     * @param turn how the body stands: the rotation from ICRF to its axes, row by row
     * @param x direction, ICRF, of any length
     * @param y as x
     * @param z as x
     * @param altitude degrees
     */
    static Ground under(double[] turn, double x, double y, double z, double altitude) {
        double bx = turn[0] * x + turn[1] * y + turn[2] * z;
        double by = turn[3] * x + turn[4] * y + turn[5] * z;
        double bz = turn[6] * x + turn[7] * y + turn[8] * z;
        double beneath = Math.toDegrees(Math.atan2(bz, Math.hypot(bx, by)));
        // Along the meridian, to the side that is farther from a pole.
        double latitude = beneath > 0 ? beneath - (90 - altitude) : beneath + (90 - altitude);
        return new Ground(Math.toDegrees(Math.atan2(by, bx)), latitude);
    }

    /** North, west and up, which are the first, second and third of the axes. */
    Axes axes(double[] turn) {
        double sl = Math.sin(Math.toRadians(longitude));
        double cl = Math.cos(Math.toRadians(longitude));
        double sp = Math.sin(Math.toRadians(latitude));
        double cp = Math.cos(Math.toRadians(latitude));
        double[] north = new double[3];
        double[] west = new double[3];
        double[] up = new double[3];
        back(turn, -sp * cl, -sp * sl, cp, north);
        back(turn, sl, -cl, 0, west);
        back(turn, cp * cl, cp * sl, sp, up);
        return new Axes(north[0], north[1], north[2], west[0], west[1], west[2], up[0], up[1], up[2]);
    }

    /** The way here from the body's middle: km, ICRF. */
    void from(double[] turn, Radii radii, double[] out) {
        double latitudeRadians = Math.toRadians(latitude);
        double longitudeRadians = Math.toRadians(longitude);
        double squeezed = radii.c() * radii.c() / (radii.a() * radii.a());
        double sin = Math.sin(latitudeRadians);
        double cos = Math.cos(latitudeRadians);
        double curve = radii.a() / Math.sqrt(cos * cos + squeezed * sin * sin);
        back(
                turn,
                curve * cos * Math.cos(longitudeRadians),
                curve * cos * Math.sin(longitudeRadians),
                curve * squeezed * sin,
                out);
    }

    private static void back(double[] turn, double x, double y, double z, double[] out) {
        for (int i = 0; i < 3; i++) {
            out[i] = turn[i] * x + turn[3 + i] * y + turn[6 + i] * z;
        }
    }
}
