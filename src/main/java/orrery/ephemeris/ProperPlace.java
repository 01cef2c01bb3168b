package orrery.ephemeris;

import orrery.frames.ReferenceFrame;
import orrery.math.Constants;
import orrery.math.Vectors;
import orrery.spk.NaifIds;

/**
 * Computes where an observer sees a body, as almanacs do: converged light time, the Sun's deflection of the light, and
 * relativistic aberration (Explanatory Supplement to the Astronomical Almanac, 3rd edition, 7.2.3 to 7.2.5; Klioner,
 * Astronomical Journal 125 (2003) 1580; the formulas of ERFA's {@code ld} and {@code ab}). The Sun is where it was when
 * the light passed it (Kaplan et al., Astronomical Journal 97 (1989) 1197). Deflection by other bodies is not included:
 * Jupiter's is 0.017 arcseconds at its limb.
 *
 * <p>Confined to one thread; it belongs to that thread's {@link Query}.
 */
final class ProperPlace {
    /** Twice the Sun's GM divided by c squared, au. */
    private static final double SCHWARZSCHILD = 1.97412574336e-8;
    /** Within about 5 arcminutes of the Sun's center, the deflection is limited and goes to zero. */
    private static final double LIMIT = 1e-6;

    private final Route route;
    private final LightTime light;
    private final AxesOfDate axes = new AxesOfDate();
    private final double[] sun = new double[6];
    /** The place a second before and after. */
    private final double[] earlier = new double[6];

    private final double[] later = new double[6];
    /** Unit vectors: to the body as seen, from the Sun to the body, and from the Sun to the observer. */
    private final double[] line = new double[3];

    private final double[] toTarget = new double[3];
    private final double[] toObserver = new double[3];

    private final BodyObserver body;

    /** An observer at the center of a body. */
    private static final class BodyObserver implements Observer {
        private final Route route;
        private int id;

        private BodyObserver(Route route) {
            this.route = route;
        }

        @Override
        public int id() {
            return id;
        }

        @Override
        public void state(double et, double[] out) {
            route.state(id, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, out);
        }
    }

    ProperPlace(Route route, LightTime light) {
        this.route = route;
        this.light = light;
        this.body = new BodyObserver(route);
    }

    /**
     * Computes the state of a target as seen by an observer.
     *
     * @param et TDB seconds past J2000 at the observer
     * @param place the axes: ICRF, or those of date
     * @param out km and km/s; the length is that of the light path
     * @return light time, seconds
     */
    double state(int target, int observer, double et, PlaceKind place, double[] out) {
        body.id = observer;
        return state(target, body, et, place, out);
    }

    /** The same, for any observer. */
    double state(int target, Observer observer, double et, PlaceKind place, double[] out) {
        // The rate is the change of the place from a second before to a second after.
        position(target, observer, et - 1, earlier);
        position(target, observer, et + 1, later);
        double lightTime = position(target, observer, et, out);
        for (int i = 0; i < 3; i++) {
            out[i + 3] = 0.5 * later[i] - 0.5 * earlier[i];
        }
        if (place != PlaceKind.PROPER) {
            axes.turn(et, place == PlaceKind.TRUE_ECLIPTIC, out);
        }
        return lightTime;
    }

    /** Stores the position in the first three elements of {@code out}, ICRF; the others are undefined. */
    double position(int target, int observer, double et, double[] out) {
        body.id = observer;
        return position(target, body, et, out);
    }

    /** The same, for any observer. */
    double position(int target, Observer observer, double et, double[] out) {
        double[] from = light.observer;
        observer.state(et, from);
        double lightTime = light.lightTime(target, et, Aberration.CN, ReferenceFrame.J2000, out);
        if (lightTime == 0) {
            return 0;
        }
        double range = Vectors.norm(out, 0);
        Vectors.hat(out, 0, line, 0);
        double potential = 0;
        if (observer.id() != NaifIds.SUN) {
            route.state(NaifIds.SUN, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, sun);
            potential = SCHWARZSCHILD / (Vectors.distance(from, sun) / Constants.AU);
            if (target != NaifIds.SUN) {
                double passed =
                        (line[0] * (sun[0] - from[0]) + line[1] * (sun[1] - from[1]) + line[2] * (sun[2] - from[2]))
                                / Constants.C;
                double then = et - Math.clamp(passed, 0, lightTime);
                route.state(NaifIds.SUN, NaifIds.SOLAR_SYSTEM_BARYCENTER, then, sun);
                deflect();
            }
        }
        aberrate(line, from, potential);
        for (int i = 0; i < 3; i++) {
            out[i] = range * line[i];
        }
        return lightTime;
    }

    /** Bends the line of sight away from the Sun (ERFA: {@code ld}). */
    private void deflect() {
        for (int i = 0; i < 3; i++) {
            toTarget[i] = light.target[i] - sun[i];
            toObserver[i] = light.observer[i] - sun[i];
        }
        if (Vectors.hat(toTarget, 0, toTarget, 0) == 0) {
            return;
        }
        double au = Vectors.hat(toObserver, 0, toObserver, 0) / Constants.AU;
        double opening = 1 + Vectors.dot(toTarget, 0, toObserver, 0);
        double bend = SCHWARZSCHILD / au / Math.max(opening, LIMIT / Math.max(1, au * au));
        double across = Vectors.dot(line, 0, toTarget, 0);
        double along = Vectors.dot(line, 0, toObserver, 0);
        // p x (e x q) = e (p q) - q (p e)
        for (int i = 0; i < 3; i++) {
            line[i] += bend * (across * toObserver[i] - along * toTarget[i]);
        }
    }

    /** Turns the line of sight towards the observer's motion (ERFA: {@code ab}). */
    private static void aberrate(double[] line, double[] from, double potential) {
        double vx = from[3] / Constants.C;
        double vy = from[4] / Constants.C;
        double vz = from[5] / Constants.C;
        double slow = StrictMath.sqrt(1 - (vx * vx + vy * vy + vz * vz));
        double along = line[0] * vx + line[1] * vy + line[2] * vz;
        double ahead = 1 + along / (1 + slow);
        line[0] = line[0] * slow + ahead * vx + potential * (vx - along * line[0]);
        line[1] = line[1] * slow + ahead * vy + potential * (vy - along * line[1]);
        line[2] = line[2] * slow + ahead * vz + potential * (vz - along * line[2]);
        Vectors.hat(line, 0, line, 0);
    }
}
