package orrery.exchange;

import java.util.Locale;
import orrery.forge.Attractors;
import orrery.forge.Outgassing;
import orrery.frames.InertialFrame;
import orrery.math.Constants;
import orrery.math.TwoBody;

/**
 * Osculating elements about the Sun in the ecliptic of J2000 (obliquity 84381.448", as used by MPC, JPL and SPICE's
 * ECLIPJ2000).
 *
 * @param body the body
 * @param epoch TDB seconds past J2000
 * @param perihelion perihelion distance, au
 * @param eccentricity 0 or more
 * @param inclination rad
 * @param node longitude of the ascending node, rad
 * @param argument argument of perihelion, rad
 * @param passage epoch of perihelion minus {@code epoch}, s
 * @param push non-gravitational accelerations
 * @param line its line
 */
record OsculatingElements(
        SmallBodyName body,
        double epoch,
        double perihelion,
        double eccentricity,
        double inclination,
        double node,
        double argument,
        double passage,
        Outgassing push,
        long line) {
    static final Outgassing NO_PUSH = Outgassing.ofIce(0, 0, 0, 0);

    /** The perihelion passage nearest to the epoch, s from it, for a mean anomaly in rad. */
    static double passage(double anomaly, double perihelion, double eccentricity) {
        double a = perihelion * Constants.AU / (1 - eccentricity);
        double motion = Math.sqrt(Attractors.sunGm() / a) / a;
        return -Math.IEEEremainder(anomaly, Constants.TURN) / motion;
    }

    /** The state at the epoch about the Sun in J2000, km and km/s; null if the conic does not extend so far. */
    double @org.jspecify.annotations.Nullable [] state() {
        double q = perihelion * Constants.AU;
        double speed = Math.sqrt(Attractors.sunGm() * (1 + eccentricity) / q);
        double cosNode = StrictMath.cos(node);
        double sinNode = StrictMath.sin(node);
        double cosArgument = StrictMath.cos(argument);
        double sinArgument = StrictMath.sin(argument);
        double cosI = StrictMath.cos(inclination);
        double sinI = StrictMath.sin(inclination);
        TwoBody orbit = new TwoBody();
        double[] state = {
            q * (cosNode * cosArgument - sinNode * sinArgument * cosI),
            q * (sinNode * cosArgument + cosNode * sinArgument * cosI),
            q * sinArgument * sinI,
            speed * (-cosNode * sinArgument - sinNode * cosArgument * cosI),
            speed * (-sinNode * sinArgument + cosNode * cosArgument * cosI),
            speed * cosArgument * sinI
        };
        boolean done = orbit.propagate(Attractors.sunGm(), state, -passage);
        if (!done || !(Math.abs(orbit.state[0]) <= Double.MAX_VALUE)) {
            return null;
        }
        InertialFrame.byName("ECLIPJ2000").toJ2000(orbit.state);
        return orbit.state;
    }

    /** A line for the comment area. */
    String words() {
        return String.format(
                Locale.ROOT,
                "q %.12g au, e %.12g, i %.10g, node %.10g, perihelion %.10g deg (ecliptic of J2000), passage"
                        + " %.10g d after"
                        + " the epoch",
                perihelion,
                eccentricity,
                inclination / Constants.DEGREE,
                node / Constants.DEGREE,
                argument / Constants.DEGREE,
                passage / Constants.DAY);
    }
}
