package orrery.ephemeris;

import java.util.Arrays;
import orrery.binding.KernelPool;
import orrery.math.Constants;
import orrery.math.Vectors;
import orrery.spk.NaifIds;

/**
 * Where an observer sees a target: light time, its rate, and stellar aberration (SPICE: {@code SPKEZ}, {@code SPKACS},
 * {@code SPKAPS}, {@code SPKLTC}, reception case, in the same order of operations). Newtonian; no deflection.
 *
 * <p>Stateless; the arrays are the calling thread's.
 */
final class LightTime {
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
        if (aberration == Aberration.NONE) {
            Route.state(pool, target, observer, et, out, scratch);
            return Vectors.norm(out, 0) / Constants.C;
        }
        PlaceScratch own = scratch.place;
        double[] from = own.observer;
        Route.state(pool, observer, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, from, scratch);
        if (aberration.stellar()) {
            // SPICE differentiates the observer's velocity over two seconds.
            Route.state(pool, observer, NaifIds.SOLAR_SYSTEM_BARYCENTER, et - 1, own.before, scratch);
            Route.state(pool, observer, NaifIds.SOLAR_SYSTEM_BARYCENTER, et + 1, own.after, scratch);
            for (int i = 0; i < 3; i++) {
                own.acceleration[i] = 0.5 * own.after[i + 3] + -0.5 * own.before[i + 3];
            }
        }
        double lightTime = lightTime(pool, target, et, aberration.iterations(), from, own.target, out, scratch);
        if (aberration.stellar() && lightTime > 0) {
            own.stellar.correct(own.acceleration, from, out);
        }
        return lightTime;
    }

    /** Leaves in {@code out} the state corrected for light time, its rate included; returns the light time. */
    static double lightTime(
            KernelPool pool,
            int target,
            double et,
            int iterations,
            double[] from,
            double[] seen,
            double[] out,
            QueryScratch scratch) {
        double lightTime = distance(pool, target, et, from, seen, out, scratch) / Constants.C;
        if (lightTime == 0) {
            Arrays.fill(out, 0, 3, 0.0);
            return 0;
        }
        double change = 1;
        for (int i = 0; i < iterations && change > CONVERGED; i++) {
            double epoch = et - lightTime;
            double previous = lightTime;
            lightTime = distance(pool, target, epoch, from, seen, out, scratch) / Constants.C;
            change = Math.abs(lightTime - previous) / Math.max(1, Math.abs(epoch));
        }
        double a = 1 / (Constants.C * Vectors.norm(out, 0));
        double b = Vectors.dot(out, 0, out, 3);
        double c = Vectors.dot(out, 0, seen, 3);
        double rate = a * b / (1 + c * a);
        double slowed = 1 - rate;
        for (int i = 3; i < 6; i++) {
            out[i] = slowed * seen[i] - from[i];
        }
        return lightTime;
    }

    private static double distance(
            KernelPool pool, int target, double et, double[] from, double[] seen, double[] out, QueryScratch scratch) {
        Route.state(pool, target, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, seen, scratch);
        for (int i = 0; i < 6; i++) {
            out[i] = seen[i] - from[i];
        }
        return Vectors.norm(out, 0);
    }
}
