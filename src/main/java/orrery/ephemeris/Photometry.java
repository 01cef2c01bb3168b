package orrery.ephemeris;

import orrery.math.Constants;
import orrery.math.Polynomial;
import orrery.spk.NaifIds;

/**
 * Apparent visual magnitudes: the planets by Mallama and Hilton, "Computing apparent planetary magnitudes for The
 * Astronomical Almanac", Astronomy and Computing 25 (2018) 10 (arXiv:1808.01973); the Moon by Allen, Astrophysical
 * Quantities; Pluto by the Explanatory Supplement to the Astronomical Almanac (1992); asteroids by Bowell's H, G law
 * with JPL's H and G; the Sun by Willmer, ApJS 236 (2018) 47.
 *
 * <p>What the paper leaves out is left out here: Mars' albedo features and weather (0.06), and Saturn's rings at phases
 * never seen from the Earth (above 6.5 degrees only the globe is counted). Beyond its range, a law is extrapolated;
 * {@link #extrapolates} returns whether it is. Stateless, and safe for any number of threads.
 */
public final class Photometry {
    private static final double DEGREES = 180 / Math.PI;
    private static final double SUN_AT_ONE_AU = -26.76;

    private Photometry() {}

    /**
     * The directions and distances from which a body is lit and seen.
     *
     * @param sunDistance from the Sun, au
     * @param observerDistance from the observer, au
     * @param phaseAngle between Sun and observer at the body, radians
     * @param sunLatitude the Sun's latitude above the body's equator, radians; used for Saturn and Uranus
     * @param observerLatitude the observer's, likewise
     * @param et TDB seconds past J2000; used for Neptune, which brightened from 1980 to 2000
     */
    public record Geometry(
            double sunDistance,
            double observerDistance,
            double phaseAngle,
            double sunLatitude,
            double observerLatitude,
            double et) {}

    /**
     * Returns whether a magnitude law is known for a body.
     *
     * @param id NAIF id; a planet other than the Earth may be given by its barycenter
     * @return whether there is one: for the Sun, the Moon, the planets, Pluto, and the asteroids 1 Ceres, 2 Pallas, 3
     *     Juno and 4 Vesta
     */
    public static boolean knows(int id) {
        return !Double.isNaN(magnitude(id, new Geometry(1, 1, 0, 0, 0, 0)));
    }

    /**
     * Computes the apparent visual magnitude of a body.
     *
     * @param id NAIF id; a barycenter may be used for any planet except the Earth
     * @param seen the directions and distances from which it is lit and seen
     * @return magnitude, or NaN if there is no law for the body
     */
    public static double magnitude(int id, Geometry seen) {
        double distances = 5 * StrictMath.log10(seen.sunDistance * seen.observerDistance);
        double phase = seen.phaseAngle * DEGREES;
        return switch (id) {
            case NaifIds.SUN -> SUN_AT_ONE_AU + 5 * StrictMath.log10(seen.observerDistance);
            case NaifIds.MERCURY_BARYCENTER, NaifIds.MERCURY -> distances + mercury(phase);
            case NaifIds.VENUS_BARYCENTER, NaifIds.VENUS -> distances + venus(phase);
            case NaifIds.EARTH -> distances - 3.99 + Polynomial.at(phase, 0, -1.060e-3, 2.054e-4);
            case NaifIds.MOON -> distances + 0.21 + Polynomial.at(phase, 0, 0.026, 0, 0, 4e-9);
            case NaifIds.MARS_BARYCENTER, NaifIds.MARS -> distances + mars(phase);
            case NaifIds.JUPITER_BARYCENTER, NaifIds.JUPITER -> distances + jupiter(phase);
            case NaifIds.SATURN_BARYCENTER, NaifIds.SATURN -> distances + saturn(phase, seen);
            case NaifIds.URANUS_BARYCENTER, NaifIds.URANUS -> distances + uranus(phase, seen);
            case NaifIds.NEPTUNE_BARYCENTER, NaifIds.NEPTUNE -> distances + neptune(phase, seen.et);
            case NaifIds.PLUTO_BARYCENTER, NaifIds.PLUTO -> distances - 1.01 + 0.041 * phase;
            case 2_000_001, 20_000_001 -> distances + asteroid(3.34, 0.12, seen.phaseAngle);
            case 2_000_002, 20_000_002 -> distances + asteroid(4.11, 0.11, seen.phaseAngle);
            case 2_000_003, 20_000_003 -> distances + asteroid(5.33, 0.32, seen.phaseAngle);
            case 2_000_004, 20_000_004 -> distances + asteroid(3.20, 0.32, seen.phaseAngle);
            default -> Double.NaN;
        };
    }

    /**
     * Returns whether a body is seen at a phase angle outside its law's measured range. The magnitude is then
     * extrapolated and may be far off.
     *
     * @param id NAIF id, as for {@link #magnitude}
     * @param seen distances and angles of the view
     * @return whether it is outside
     */
    public static boolean extrapolates(int id, Geometry seen) {
        double phase = seen.phaseAngle * DEGREES;
        return switch (id) {
            case NaifIds.MERCURY_BARYCENTER, NaifIds.MERCURY -> phase < 2 || phase > 170;
            case NaifIds.VENUS_BARYCENTER, NaifIds.VENUS -> phase > 179;
            case NaifIds.EARTH -> phase > 170;
            // Allen's table.
            case NaifIds.MOON -> phase > 150;
            case NaifIds.MARS_BARYCENTER, NaifIds.MARS -> phase > 120;
            case NaifIds.JUPITER_BARYCENTER, NaifIds.JUPITER -> phase > 130;
            // With rings at phases seen from the Earth, without them beyond.
            case NaifIds.SATURN_BARYCENTER, NaifIds.SATURN ->
                phase > 150 || (phase <= 6.5 && Math.abs(seen.observerLatitude) * DEGREES > 27);
            case NaifIds.URANUS_BARYCENTER, NaifIds.URANUS -> phase > 154;
            case NaifIds.NEPTUNE_BARYCENTER, NaifIds.NEPTUNE -> phase > 133;
            // The largest value ever seen from the Earth.
            case NaifIds.PLUTO_BARYCENTER, NaifIds.PLUTO -> phase > 2.1;
            case 2_000_001, 2_000_002, 2_000_003, 2_000_004, 20_000_001, 20_000_002, 20_000_003, 20_000_004 ->
                phase > 120;
            default -> false;
        };
    }

    /** Equation 2: phases 2 to 170 degrees. */
    private static double mercury(double phase) {
        return -0.613 + Polynomial.at(phase, 0, 6.3280e-2, -1.6336e-3, 3.3644e-5, -3.4265e-7, 1.6893e-9, -3.0334e-12);
    }

    /** Equations 3 and 4: phases to 163.7 degrees, and beyond, where the haze around the disc matters. */
    private static double venus(double phase) {
        return phase < 163.7
                ? -4.384 + Polynomial.at(phase, 0, -1.044e-3, 3.687e-4, -2.814e-6, 8.938e-9)
                : Polynomial.at(phase, 236.05828, -2.81914, 8.39034e-3);
    }

    /** Equations 6 and 7, without the terms in rotation and season. */
    private static double mars(double phase) {
        return phase <= 50
                ? -1.601 + Polynomial.at(phase, 0, 2.267e-2, -1.302e-4)
                : -0.367 + Polynomial.at(phase, 0, -0.02573, 3.445e-4);
    }

    /** Equations 8 and 9: seen from Earth, and from a spacecraft. */
    private static double jupiter(double phase) {
        return phase <= 12
                ? -9.395 + Polynomial.at(phase, 0, -3.7e-4, 6.16e-4)
                : -9.428
                        - 2.5
                                * StrictMath.log10(
                                        // The fit is for phases up to 130 degrees; near 180 it would pass zero.
                                        Math.max(
                                                1e-4,
                                                Polynomial.at(phase / 180, 1, -1.507, -0.363, -0.062, 2.809, -1.876)));
    }

    /** Equation 10, globe and rings, as seen from Earth; equation 12, the globe alone, beyond. */
    private static double saturn(double phase, Geometry seen) {
        if (phase > 6.5) {
            return -8.94 + Polynomial.at(phase, 0, 2.446e-4, 2.672e-4, -1.506e-6, 4.767e-9);
        }
        // The rings show their dark side if Sun and observer are on opposite sides of them.
        double product = seen.sunLatitude * seen.observerLatitude;
        double sine = product > 0 ? StrictMath.sin(StrictMath.sqrt(product)) : 0;
        return -8.914 - 1.825 * sine + 0.026 * phase - 0.378 * sine * StrictMath.exp(-2.25 * phase);
    }

    /** Equations 13 and 14. */
    private static double uranus(double phase, Geometry seen) {
        double latitude = (Math.abs(seen.sunLatitude) + Math.abs(seen.observerLatitude)) / 2 * DEGREES;
        return -7.110 - 8.4e-4 * latitude + (phase > 3.1 ? Polynomial.at(phase, 0, 6.587e-3, 1.045e-4) : 0);
    }

    /** Equations 16 and 17. */
    private static double neptune(double phase, double et) {
        double year = 2000 + et / Constants.JULIAN_YEAR;
        double atUnit = Math.clamp(-6.89 - 0.0054 * (year - 1980), -7.00, -6.89);
        return atUnit + (phase > 1.9 ? Polynomial.at(phase, 0, 7.944e-3, 9.617e-5) : 0);
    }

    /** Bowell et al. in Asteroids II (1989), p. 524. */
    private static double asteroid(double h, double g, double phaseAngle) {
        double tangent = StrictMath.tan(Math.min(phaseAngle, 3.0) / 2);
        double first = StrictMath.exp(-3.33 * StrictMath.pow(tangent, 0.63));
        double second = StrictMath.exp(-1.87 * StrictMath.pow(tangent, 1.22));
        return h - 2.5 * StrictMath.log10((1 - g) * first + g * second);
    }
}
