package orrery.cli;

import java.util.Optional;

/**
 * The direction of a position in its own axes: right ascension and declination, or ecliptic longitude and latitude.
 *
 * @param longitude degrees, from 0 to 360
 * @param latitude degrees
 */
record PlaceAngles(double longitude, double latitude) {
    /** The direction of a position; empty for a body seen from itself, which has none. */
    static Optional<PlaceAngles> of(double[] position) {
        double across = Math.hypot(position[0], position[1]);
        if (across == 0 && position[2] == 0) {
            return Optional.empty();
        }
        double longitude = Math.toDegrees(Math.atan2(position[1], position[0]));
        return Optional.of(new PlaceAngles(
                longitude < 0 ? longitude + 360 : longitude, Math.toDegrees(Math.atan2(position[2], across))));
    }
}
