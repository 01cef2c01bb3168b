package orrery.ephemeris;

import orrery.math.Constants;
import orrery.math.Vectors;

/**
 * Osculating elements: the conic that a body would follow if it and its center were alone (Bate, Mueller and White,
 * Fundamentals of Astrodynamics, 2.4 and 4.3; SPICE: {@code oscelt}). Angles are in radians, on the ecliptic and
 * equinox of J2000 (obliquity 84381.448 arcseconds, SPICE's ECLIPJ2000).
 *
 * <p>Immutable.
 *
 * @param epoch TDB seconds past J2000
 * @param gm combined value of both bodies, km^3/s^2
 * @param semiMajor km; negative for a hyperbola, infinite for a parabola
 * @param eccentricity 0 for a circle, below 1 for an ellipse
 * @param inclination 0 to half a turn
 * @param node longitude of the ascending node, 0 to a full turn; 0 if the orbit is in the ecliptic
 * @param periapsisArgument from the node to the periapsis, 0 to a full turn; 0 for a circle
 * @param trueAnomaly from the periapsis to the body, 0 to a full turn
 * @param meanAnomaly 0 to a full turn for an ellipse; any angle for a hyperbola, negative before the periapsis; 0 for a
 *     parabola
 * @param periapsis least distance, km
 */
public record Elements(
        double epoch,
        double gm,
        double semiMajor,
        double eccentricity,
        double inclination,
        double node,
        double periapsisArgument,
        double trueAnomaly,
        double meanAnomaly,
        double periapsis) {
    private static final double OBLIQUITY = StrictMath.toRadians(84381.448 / 3600);
    private static final double SIN = StrictMath.sin(OBLIQUITY);
    private static final double COS = StrictMath.cos(OBLIQUITY);
    /** An orbit with a smaller eccentricity has no periapsis; one with a smaller inclination has no node. */
    private static final double NOTHING = 1e-12;

    /**
     * Computes the osculating elements of a state.
     *
     * @param state x, y, z in km and vx, vy, vz in km/s relative to the center, ICRF; the path must not go through the
     *     center
     * @param gm combined value of both bodies, km^3/s^2
     * @param epoch TDB seconds past J2000
     * @return the elements
     */
    public static Elements of(double[] state, double gm, double epoch) {
        double[] r = ecliptic(state, 0);
        double[] v = ecliptic(state, 3);
        double hx = r[1] * v[2] - r[2] * v[1];
        double hy = r[2] * v[0] - r[0] * v[2];
        double hz = r[0] * v[1] - r[1] * v[0];
        double h = StrictMath.sqrt(hx * hx + hy * hy + hz * hz);
        double distance = Vectors.norm(r, 0);
        double speed2 = Vectors.dot(v, 0, v, 0);
        double along = Vectors.dot(r, 0, v, 0);
        double parameter = h * h / gm;
        // e cos and e sin of the true anomaly, from the conic's equation and its rate.
        double eCos = parameter / distance - 1;
        double eSin = h * along / (gm * distance);
        double e = StrictMath.hypot(eCos, eSin);
        double tilt = StrictMath.hypot(hx, hy);
        double node = tilt < NOTHING * h ? 0 : StrictMath.atan2(hx, -hy);
        double inclination = StrictMath.atan2(tilt, hz);
        // The body's angle from the node, in the plane of the orbit.
        double cosNode = StrictMath.cos(node);
        double sinNode = StrictMath.sin(node);
        double ahead = (hy * r[2] - hz * r[1]) * cosNode + (hz * r[0] - hx * r[2]) * sinNode;
        double fromNode = StrictMath.atan2(-ahead / h, r[0] * cosNode + r[1] * sinNode);
        double anomaly = e < NOTHING ? fromNode : StrictMath.atan2(eSin, eCos);
        return new Elements(
                epoch,
                gm,
                1 / (2 / distance - speed2 / gm),
                e,
                inclination,
                turn(node),
                turn(fromNode - anomaly),
                turn(anomaly),
                mean(anomaly, e),
                parameter / (1 + e));
    }

    private static double[] ecliptic(double[] state, int at) {
        double y = state[at + 1];
        double z = state[at + 2];
        return new double[] {state[at], COS * y + SIN * z, -SIN * y + COS * z};
    }

    private static double mean(double anomaly, double e) {
        double half = StrictMath.atan2(StrictMath.sin(anomaly), 1 + StrictMath.cos(anomaly));
        if (e < 1) {
            double eccentric = 2
                    * StrictMath.atan2(
                            StrictMath.sqrt(1 - e) * StrictMath.sin(half),
                            StrictMath.sqrt(1 + e) * StrictMath.cos(half));
            return turn(eccentric - e * StrictMath.sin(eccentric));
        }
        double t = StrictMath.sqrt((e - 1) / (e + 1)) * StrictMath.tan(half);
        double hyperbolic = StrictMath.log1p(2 * t / (1 - t));
        return e * StrictMath.sinh(hyperbolic) - hyperbolic;
    }

    private static double turn(double angle) {
        double rest = angle % Constants.TURN;
        return rest < 0 ? rest + Constants.TURN : rest;
    }

    /** {@return whether the orbit is an ellipse, so that the body returns} */
    public boolean isEllipse() {
        return eccentricity < 1 && semiMajor > 0 && semiMajor < Double.MAX_VALUE;
    }

    /** {@return the period in seconds; infinite if the body does not return} */
    public double period() {
        return isEllipse() ? Constants.TURN / meanMotion() : Double.POSITIVE_INFINITY;
    }

    /** {@return the mean motion in radians per second} */
    public double meanMotion() {
        double size = Math.abs(semiMajor);
        return StrictMath.sqrt(gm / (size * size * size));
    }

    /** {@return the greatest distance in km; infinite if the body does not return} */
    public double apoapsis() {
        return isEllipse() ? semiMajor * (1 + eccentricity) : Double.POSITIVE_INFINITY;
    }

    /**
     * {@return when the body next passes periapsis if nothing else acts on it, TDB seconds past J2000; NaN if never
     * again, and for a parabola}
     */
    public double nextPeriapsis() {
        if (isEllipse()) {
            return epoch + (Constants.TURN - meanAnomaly) / meanMotion();
        }
        return meanAnomaly < 0 ? epoch - meanAnomaly / meanMotion() : Double.NaN;
    }
}
