package orrery.ephemeris;

import orrery.math.Constants;

/**
 * How much the air raises the apparent position of what is seen through it: Bennett's formula (Journal of Navigation 35
 * (1982) 255), scaled with pressure and temperature; within 0.1 arcminutes of measured means from the horizon up. More
 * than a degree below the horizon there is none, because nothing is seen there. Immutable.
 *
 * @param pressure hPa, at the place, not at sea level
 * @param temperature degrees Celsius
 */
public record Refraction(double pressure, double temperature) {
    /** 1010 hPa and 10 degrees: the mean for which the formula was made. */
    public static final Refraction MEAN = new Refraction(1010, 10);

    /** Degrees; nothing lower is raised. */
    private static final double LOWEST = -1;

    /** Where the formula crosses zero. */
    private static final double HIGHEST = 89.9;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the values are impossible for air
     */
    public Refraction {
        if (!(pressure >= 0 && pressure <= 1200)) {
            throw new IllegalArgumentException("pressure " + pressure + ": it is in hPa, from 0 to 1200.");
        }
        if (!(temperature >= -100 && temperature <= 70)) {
            throw new IllegalArgumentException(
                    "temperature " + temperature + ": it is in degrees Celsius, -100 to 70.");
        }
    }

    /**
     * Computes the altitude at which something is seen.
     *
     * @param altitude the true altitude, without the air, radians
     * @return radians
     */
    public double seen(double altitude) {
        double still = altitude / Constants.DEGREE;
        double seen = still;
        for (int i = 0; i < 20; i++) {
            double next = still + lift(seen);
            if (Math.abs(next - seen) < 1e-7) {
                break;
            }
            seen = next;
        }
        return (still + lift(seen)) * Constants.DEGREE;
    }

    /** The refraction in degrees at an apparent altitude. */
    private double lift(double seen) {
        if (seen < LOWEST || seen > HIGHEST) {
            return 0;
        }
        double mean = 1 / StrictMath.tan((seen + 7.31 / (seen + 4.4)) * Constants.DEGREE) / 60;
        return mean * (pressure / MEAN.pressure) * ((273 + MEAN.temperature) / (273 + temperature));
    }
}
