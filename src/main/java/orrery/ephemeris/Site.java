package orrery.ephemeris;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import orrery.math.Constants;
import orrery.time.Dates;

/**
 * A place on the Earth, relative to the WGS84 ellipsoid.
 *
 * @param name its name; its coordinates if it has no name
 * @param longitude degrees, positive to the east, from -360 to 360
 * @param latitude geodetic, degrees, positive to the north, from -90 to 90
 * @param height above the ellipsoid, m, from -12000 to 1000000
 * @param zone the name of its time zone, such as {@code Europe/Berlin}; {@code UTC} if none is known
 */
public record Site(String name, double longitude, double latitude, double height, String zone) {
    /** WGS84, km. */
    static final double EQUATOR = 6378.137;

    static final double FLATTENING = 1 / 298.257223563;

    private static final double DEEPEST = -12_000;
    private static final double HIGHEST = 1e6;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if longitude, latitude or height is outside these limits
     */
    public Site {
        if (!(Math.abs(longitude) <= 360)) {
            throw new IllegalArgumentException(
                    "longitude " + longitude + ": it is within -360 and 360 degrees, east positive.");
        }
        if (!(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException(
                    "latitude " + latitude + ": it is within -90 and 90 degrees, north positive.");
        }
        if (!(height >= DEEPEST && height <= HIGHEST)) {
            throw new IllegalArgumentException(
                    "height " + height + ": it is in meters above the ellipsoid, from -12000" + " to 1000000.");
        }
    }

    /**
     * Parses a place as people type it: {@code LON,LAT} or {@code LON,LAT,HEIGHT} in degrees and meters, or a city.
     *
     * @param text what was typed
     * @return the place
     * @throws orrery.frames.UnknownNameException if it is not a known city; suggests the nearest names
     * @throws IllegalArgumentException if the figures are not numbers, or there is no such place
     */
    public static Site parse(String text) {
        String[] parts = text.strip().split("\\s*,\\s*", -1);
        if (parts.length < 2 || !parts[0].matches("[-+.0-9].*")) {
            return Cities.named(text);
        }
        if (parts.length > 3) {
            throw new IllegalArgumentException(
                    "site \"" + text + "\": give LON,LAT or LON,LAT,HEIGHT: degrees east, degrees north, meters.");
        }
        double[] figures = new double[3];
        for (int i = 0; i < parts.length; i++) {
            try {
                figures[i] = Double.parseDouble(parts[i]);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "site \"" + text + "\": \"" + parts[i]
                                + "\" is no number. Give LON,LAT or LON,LAT,HEIGHT: degrees east, "
                                + "degrees north, meters.",
                        e);
            }
        }
        return at(figures[0], figures[1], figures[2]);
    }

    /**
     * Makes a place without a name, with clocks on UTC.
     *
     * @param longitude degrees east
     * @param latitude geodetic, degrees north
     * @param height above the ellipsoid, meters
     * @return the place
     * @throws IllegalArgumentException if there is no such place
     */
    public static Site at(double longitude, double latitude, double height) {
        return new Site(figures(longitude, latitude, height), longitude, latitude, height, "UTC");
    }

    /** {@return the time zone of its clocks; UTC if its zone is unknown here} */
    public ZoneId clock() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }

    /**
     * Finds the place's day, from midnight to midnight by its clocks, that contains an epoch.
     *
     * @param et TDB seconds past J2000
     * @return the day
     */
    public Coverage.Span day(double et) {
        ZoneId clock = clock();
        LocalDate day = Dates.instant(et).atZone(clock).toLocalDate();
        return new Coverage.Span(
                Dates.of(day.atStartOfDay(clock).toInstant()),
                Dates.of(day.plusDays(1).atStartOfDay(clock).toInstant()));
    }

    /** {@return the coordinates, which {@link #parse} reads back unchanged} */
    public String figures() {
        return figures(longitude, latitude, height);
    }

    private static String figures(double longitude, double latitude, double height) {
        return longitude + "," + latitude + "," + height;
    }

    /** The name, with the coordinates if the name does not consist of them: {@code Berlin (13.3667 E, 52.5 N, 0 m)}. */
    @Override
    public String toString() {
        String where = Math.abs(longitude) + (longitude < 0 ? " W, " : " E, ") + Math.abs(latitude)
                + (latitude < 0 ? " S, " : " N, ") + height + " m";
        return name.equals(figures()) ? where : name + " (" + where + ")";
    }

    /** The vector from the Earth's center, in the axes that rotate with the Earth, km. */
    double[] fixed() {
        double lat = latitude * Constants.DEGREE;
        double lon = longitude * Constants.DEGREE;
        double sin = StrictMath.sin(lat);
        double cos = StrictMath.cos(lat);
        double square = (1 - FLATTENING) * (1 - FLATTENING);
        double curve = EQUATOR / StrictMath.sqrt(cos * cos + square * sin * sin);
        double out = (curve + height / 1000) * cos;
        return new double[] {
            out * StrictMath.cos(lon), out * StrictMath.sin(lon), (square * curve + height / 1000) * sin
        };
    }

    /** The directions east, north and up, in those axes, row by row. */
    double[] horizon() {
        double lat = latitude * Constants.DEGREE;
        double lon = longitude * Constants.DEGREE;
        double sinLat = StrictMath.sin(lat);
        double cosLat = StrictMath.cos(lat);
        double sinLon = StrictMath.sin(lon);
        double cosLon = StrictMath.cos(lon);
        return new double[] {
            -sinLon, cosLon, 0, -sinLat * cosLon, -sinLat * sinLon, cosLat, cosLat * cosLon, cosLat * sinLon, sinLat
        };
    }
}
