package orrery.ephemeris;

import java.util.Arrays;
import orrery.binding.KernelPool;
import orrery.frames.ReferenceFrame;
import orrery.math.Constants;
import orrery.math.StateRotation;
import orrery.math.Vectors;
import orrery.spk.NaifIds;
import orrery.spk.OutsideCoverageException;

/**
 * Where an observer sees a target, or light from the observer meets it: light time, its rate, and stellar aberration (SPICE:
 * {@code SPKEZ}, {@code SPKACS}, {@code SPKAPS}, {@code SPKLTC}, in the same order of operations). Newtonian; no deflection.
 *
 * <p>Stateless; the arrays are the calling thread's.
 */
final class LightTime {
    private static final int J2000 = ReferenceFrame.J2000;
    private static final double CONVERGED = 1e-17;

    private LightTime() {}

    /**
     * The state of a target as seen by an observer.
     *
     * @param et TDB seconds past J2000 at the observer
     * @param out km and km/s, ICRF
     * @return light time, seconds
     */
    static double place(
            KernelPool pool,
            int target,
            int observer,
            double et,
            Aberration aberration,
            double[] out,
            QueryScratch scratch) {
        return inertial(pool, target, observer, et, aberration, J2000, out, scratch);
    }

    /**
     * The same in any frame: one that turns is taken when light left its center for the observer (with transmission: when
     * light from the observer meets it), and its turning runs at the rate at which that epoch does.
     *
     * @param frame the frame's number and its center
     */
    static double place(
            KernelPool pool,
            int target,
            int observer,
            double et,
            Aberration aberration,
            ReferenceFrame frame,
            double[] out,
            QueryScratch scratch) {
        if (aberration == Aberration.NONE) {
            Route.state(pool, target, observer, et, frame.id(), out, scratch);
            return Vectors.norm(out, 0) / Constants.C;
        }
        if (frame.isInertial()) {
            return inertial(pool, target, observer, et, aberration, frame.id(), out, scratch);
        }
        PlaceScratch own = scratch.place;
        double lightTime = inertial(pool, target, observer, et, aberration, J2000, out, scratch);
        double toCenter = 0;
        double rate = 0;
        if (frame.center() == target) {
            toCenter = lightTime;
            rate = own.lightTimeRate;
        } else if (frame.center() != observer) {
            try {
                Route.state(pool, observer, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, own.observer, scratch);
                toCenter = lightTime(
                        pool, frame.center(), et, aberration, J2000, own.observer, own.target, own.center, scratch);
            } catch (NoDataException | OutsideCoverageException e) {
                throw NoDataException.forCenterOf(frame, e);
            }
            rate = own.lightTimeRate;
        }
        PoolFrames.of(pool).rotation(J2000, frame.id(), et + aberration.sign() * toCenter, own.rotation);
        StateRotation.scaleDerivative(own.rotation, aberration.sign() * rate + 1);
        StateRotation.apply(own.rotation, out);
        return lightTime;
    }

    private static double inertial(
            KernelPool pool,
            int target,
            int observer,
            double et,
            Aberration aberration,
            int frame,
            double[] out,
            QueryScratch scratch) {
        if (aberration == Aberration.NONE) {
            Route.state(pool, target, observer, et, frame, out, scratch);
            return Vectors.norm(out, 0) / Constants.C;
        }
        PlaceScratch own = scratch.place;
        double[] from = own.observer;
        Route.state(pool, observer, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, frame, from, scratch);
        if (aberration.stellar()) {
            // SPICE differentiates the observer's velocity over two seconds.
            Route.state(pool, observer, NaifIds.SOLAR_SYSTEM_BARYCENTER, et - 1, frame, own.before, scratch);
            Route.state(pool, observer, NaifIds.SOLAR_SYSTEM_BARYCENTER, et + 1, frame, own.after, scratch);
            for (int i = 0; i < 3; i++) {
                own.acceleration[i] = 0.5 * own.after[i + 3] + -0.5 * own.before[i + 3];
            }
        }
        double lightTime = lightTime(pool, target, et, aberration, frame, from, own.target, out, scratch);
        if (aberration.stellar() && lightTime > 0) {
            own.stellar.correct(aberration.transmission(), own.acceleration, from, out);
        }
        return lightTime;
    }

    /**
     * Leaves in {@code out} the state corrected for light time, its rate included, and the rate in the scratch; returns the
     * light time. Stellar aberration is not its concern.
     */
    static double lightTime(
            KernelPool pool,
            int target,
            double et,
            Aberration aberration,
            int frame,
            double[] from,
            double[] seen,
            double[] out,
            QueryScratch scratch) {
        int sign = aberration.sign();
        double lightTime = distance(pool, target, et, frame, from, seen, out, scratch) / Constants.C;
        if (lightTime == 0) {
            Arrays.fill(out, 0, 3, 0.0);
            scratch.place.lightTimeRate = 0;
            return 0;
        }
        double change = 1;
        for (int i = 0; i < aberration.iterations() && change > CONVERGED; i++) {
            double epoch = et + sign * lightTime;
            double previous = lightTime;
            lightTime = distance(pool, target, epoch, frame, from, seen, out, scratch) / Constants.C;
            change = Math.abs(lightTime - previous) / Math.max(1, Math.abs(epoch));
        }
        double a = 1 / (Constants.C * Vectors.norm(out, 0));
        double b = Vectors.dot(out, 0, out, 3);
        double c = Vectors.dot(out, 0, seen, 3);
        double rate = a * b / (1 - sign * c * a);
        double slowed = sign * rate + 1;
        for (int i = 3; i < 6; i++) {
            out[i] = slowed * seen[i] - from[i];
        }
        scratch.place.lightTimeRate = rate;
        return lightTime;
    }

    private static double distance(
            KernelPool pool,
            int target,
            double et,
            int frame,
            double[] from,
            double[] seen,
            double[] out,
            QueryScratch scratch) {
        Route.state(pool, target, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, frame, seen, scratch);
        for (int i = 0; i < 6; i++) {
            out[i] = seen[i] - from[i];
        }
        return Vectors.norm(out, 0);
    }
}
