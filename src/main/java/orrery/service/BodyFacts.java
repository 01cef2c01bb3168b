package orrery.service;

import java.util.List;
import java.util.Optional;

/**
 * What is known of one body at one epoch. All states are geometric, ICRF, without aberration.
 *
 * @param body NAIF id
 * @param et TDB seconds past J2000
 * @param fromSun the body relative to the Sun
 * @param fromEarth the body relative to the Earth's centre
 * @param fromParent the body relative to what it goes round
 * @param parent NAIF id of what it goes round
 * @param orbit the ellipse that it is on round its parent, two bodies taken alone
 * @param sources which kernel and segment answered, from the body to the origin
 * @param trouble why there is nothing to tell, in the reader's own words
 */
public record BodyFacts(
        int body,
        double et,
        Optional<State> fromSun,
        Optional<State> fromEarth,
        Optional<State> fromParent,
        int parent,
        Optional<Orbit> orbit,
        List<Source> sources,
        Optional<String> trouble) {
    /** Speed of light, km/s (exact, SI). */
    public static final double LIGHT = 299_792.458;

    public BodyFacts {
        sources = List.copyOf(sources);
    }

    /** Position in km and velocity in km/s, ICRF. */
    public record State(double x, double y, double z, double vx, double vy, double vz) {
        public double distance() {
            return Math.sqrt(x * x + y * y + z * z);
        }

        public double speed() {
            return Math.sqrt(vx * vx + vy * vy + vz * vz);
        }

        /** Seconds that light takes over the distance. */
        public double lightTime() {
            return distance() / LIGHT;
        }
    }

    /** Size, shape and period of an osculating ellipse: km, one, radians to the ecliptic of J2000, seconds. */
    public record Orbit(double semiMajor, double eccentricity, double inclination, double period) {}

    /**
     * One step of the chain that answered.
     *
     * @param kernel file name
     * @param segment 0-based position in the file
     * @param target NAIF id
     * @param center NAIF id
     * @param type SPK data type, and its name
     * @param typeName its name
     * @param granule 0-based position in the segment
     * @param granules how many there are
     */
    public record Source(
            String kernel,
            int segment,
            int target,
            int center,
            int type,
            String typeName,
            long granule,
            long granules) {}
}
