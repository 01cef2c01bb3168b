package orrery.exchange;

import java.util.OptionalInt;
import orrery.math.Constants;

/**
 * Mean elements of an Earth satellite for SGP4, as in a type 10 packet.
 *
 * @param number its number in the catalogue of Earth satellites
 * @param name its name in the file
 * @param et epoch, TDB seconds past J2000
 * @param meanMotionDot half the rate of the mean motion, rad/min^2
 * @param meanMotionDdot a sixth of its second rate, rad/min^3
 * @param bstar drag term, 1/Earth radii
 * @param inclination rad
 * @param node right ascension of the ascending node, rad
 * @param eccentricity of the orbit
 * @param perigee argument of perigee, rad
 * @param anomaly mean anomaly, rad
 * @param meanMotion rad/min
 * @param line its line
 */
record ElementSet(
        int number,
        String name,
        double et,
        double meanMotionDot,
        double meanMotionDdot,
        double bstar,
        double inclination,
        double node,
        double eccentricity,
        double perigee,
        double anomaly,
        double meanMotion,
        long line) {
    private static final double MINUTES_A_DAY = 1440;
    /** The catalogue's own limit, nine digits. */
    private static final double GREATEST = 999_999_999;

    /** A number of the catalogue; empty if it is not one. */
    static OptionalInt catalogueNumber(double number) {
        return number >= 0 && number <= GREATEST && number == Math.rint(number)
                ? OptionalInt.of((int) number)
                : OptionalInt.empty();
    }

    /** Converts a mean motion in revolutions per day to rad/min; its rates likewise with higher powers of a day. */
    static double perMinute(double revolutions, int power) {
        return revolutions * Constants.TURN / StrictMath.pow(MINUTES_A_DAY, power);
    }
}
