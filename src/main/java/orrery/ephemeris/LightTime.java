package orrery.ephemeris;

import java.util.Arrays;
import orrery.frames.ReferenceFrame;
import orrery.math.Constants;
import orrery.math.StateRotation;
import orrery.math.Vectors;
import orrery.spk.NaifIds;
import orrery.spk.OutsideCoverageException;

/**
 * Computes where an observer sees a target, or where light from the observer meets it: light time, its rate and stellar
 * aberration (SPICE: {@code SPKEZ}, {@code SPKACS}, {@code SPKAPS}, {@code SPKLTC}, in the same order of operations).
 * Newtonian; no deflection.
 *
 * <p>Confined to one thread; it belongs to that thread's {@link Query}.
 */
final class LightTime {
    private static final int J2000 = ReferenceFrame.J2000;
    private static final double CONVERGED = 1e-17;

    /** The observer's state relative to the solar-system barycenter, the starting point of {@link #lightTime}. */
    final double[] observer = new double[6];
    /** After {@link #lightTime}: the target's state when light left it or meets it. */
    final double[] target = new double[6];

    private final Route route;
    private final StellarAberration stellar = new StellarAberration();
    /** The observer a second before and after. */
    private final double[] before = new double[6];

    private final double[] after = new double[6];
    private final double[] acceleration = new double[3];

    /** The rate of the last light time computed, in seconds per second. */
    private double rate;

    /** For rotating frames: the vector to their center, and the rotation to the frame. */
    private final double[] toCenter = new double[6];

    private final double[] rotation = StateRotation.identity();

    LightTime(Route route) {
        this.route = route;
    }

    /**
     * Computes the state of a target as seen by an observer.
     *
     * @param et TDB seconds past J2000 at the observer
     * @param out km and km/s, ICRF
     * @return light time, seconds
     */
    double place(int body, int seer, double et, Aberration aberration, double[] out) {
        return inertial(body, seer, et, aberration, J2000, out);
    }

    /**
     * The same in any frame. A rotating frame is evaluated when light left its center for the observer (with
     * transmission, when light from the observer meets it), and its rotation rate is scaled by the rate of that epoch.
     *
     * @param frame the frame's number and its center
     */
    double place(int body, int seer, double et, Aberration aberration, ReferenceFrame frame, double[] out) {
        if (aberration == Aberration.NONE || frame.isInertial()) {
            return inertial(body, seer, et, aberration, frame.id(), out);
        }
        double lightTime = inertial(body, seer, et, aberration, J2000, out);
        double centerTime = 0;
        double centerRate = 0;
        if (frame.center() == body) {
            centerTime = lightTime;
            centerRate = rate;
        } else if (frame.center() != seer) {
            try {
                route.state(seer, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, observer);
                centerTime = lightTime(frame.center(), et, aberration, J2000, toCenter);
            } catch (NoDataException | OutsideCoverageException e) {
                throw NoDataException.forCenterOf(frame, e);
            }
            centerRate = rate;
        }
        PoolFrames.of(route.pool()).rotation(J2000, frame.id(), et + aberration.sign() * centerTime, rotation);
        StateRotation.scaleDerivative(rotation, aberration.sign() * centerRate + 1);
        StateRotation.apply(rotation, out);
        return lightTime;
    }

    /** As {@link #place(int, int, double, Aberration, double[])}, for any observer. */
    double place(int body, Observer seer, double et, Aberration aberration, double[] out) {
        seer.state(et, observer);
        if (aberration == Aberration.NONE) {
            return distance(body, et, J2000, out) / Constants.C;
        }
        if (aberration.stellar()) {
            seer.state(et - 1, before);
            seer.state(et + 1, after);
            accelerate();
        }
        return seen(body, et, aberration, J2000, out);
    }

    private double inertial(int body, int seer, double et, Aberration aberration, int frame, double[] out) {
        if (aberration == Aberration.NONE) {
            route.state(body, seer, et, frame, out);
            return Vectors.norm(out, 0) / Constants.C;
        }
        route.state(seer, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, frame, observer);
        if (aberration.stellar()) {
            // SPICE differentiates the observer's velocity over two seconds.
            route.state(seer, NaifIds.SOLAR_SYSTEM_BARYCENTER, et - 1, frame, before);
            route.state(seer, NaifIds.SOLAR_SYSTEM_BARYCENTER, et + 1, frame, after);
            accelerate();
        }
        return seen(body, et, aberration, frame, out);
    }

    private void accelerate() {
        for (int i = 0; i < 3; i++) {
            acceleration[i] = 0.5 * after[i + 3] + -0.5 * before[i + 3];
        }
    }

    private double seen(int body, double et, Aberration aberration, int frame, double[] out) {
        double lightTime = lightTime(body, et, aberration, frame, out);
        if (aberration.stellar() && lightTime > 0) {
            stellar.correct(aberration.transmission(), acceleration, observer, out);
        }
        return lightTime;
    }

    /**
     * Stores in {@code out} the state relative to {@link #observer}, corrected for light time and its rate, and in
     * {@link #target} the target's own state; returns the light time. Stellar aberration is not included.
     */
    double lightTime(int body, double et, Aberration aberration, int frame, double[] out) {
        int sign = aberration.sign();
        double lightTime = distance(body, et, frame, out) / Constants.C;
        if (lightTime == 0) {
            Arrays.fill(out, 0, 3, 0.0);
            rate = 0;
            return 0;
        }
        double change = 1;
        for (int i = 0; i < aberration.iterations() && change > CONVERGED; i++) {
            double epoch = et + sign * lightTime;
            double previous = lightTime;
            lightTime = distance(body, epoch, frame, out) / Constants.C;
            change = Math.abs(lightTime - previous) / Math.max(1, Math.abs(epoch));
        }
        double a = 1 / (Constants.C * Vectors.norm(out, 0));
        double b = Vectors.dot(out, 0, out, 3);
        double c = Vectors.dot(out, 0, target, 3);
        rate = a * b / (1 - sign * c * a);
        double slowed = sign * rate + 1;
        for (int i = 3; i < 6; i++) {
            out[i] = slowed * target[i] - observer[i];
        }
        return lightTime;
    }

    private double distance(int body, double et, int frame, double[] out) {
        route.state(body, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, frame, target);
        for (int i = 0; i < 6; i++) {
            out[i] = target[i] - observer[i];
        }
        return Vectors.norm(out, 0);
    }
}
