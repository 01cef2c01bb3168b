package orrery.forge;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * Integrates the bodies from J2000 to another epoch in steps of one fixed length, so that a short run passes through
 * exactly the same bits as a long one.
 *
 * <p>The steps are those of {@link GaussJackson}; its first accelerations are computed with Hipparchus's Dormand-Prince
 * 8(5,3) in small steps. Besides the barycentric states of the other bodies, the integration uses the Earth-Moon
 * barycenter and the Moon about the Earth, which keeps more digits of the Moon.
 */
final class Integration {
    /** Length of every step, s: a quarter of a day, so that steps end where granules do. */
    static final double STEP = 21_600;

    /** The number of parts into which the steps before J2000 are divided. */
    private static final int START_PARTS = 8;

    /** Receives the states at J2000 and at the end of every step, in integration order. */
    interface Steps {
        /**
         * The end of one step.
         *
         * @param et TDB seconds past J2000
         * @param bodies positions and velocities, valid during the call; accelerations are not
         */
        void reached(double et, NBody bodies);
    }

    private final double[] gm;
    private final double[] start;
    private final List<Force> forces;
    private final double moonShare;

    /**
     * @param gm GMs of the bodies, km^3/s^2
     * @param states states of the bodies at J2000: x, y, z, vx, vy, vz each, about the barycenter
     * @param forces the force model
     */
    Integration(double[] gm, double[][] states, List<Force> forces) {
        this.gm = gm.clone();
        this.forces = List.copyOf(forces);
        this.moonShare = gm[NBody.MOON] / (gm[NBody.EARTH] + gm[NBody.MOON]);
        int n = gm.length;
        int half = 3 * (n + NBody.ROTATIONS);
        this.start = new double[2 * half];
        for (int i = 0; i < n + NBody.ROTATIONS; i++) {
            double[] state = i < n ? states[i] : InitialStates.MOON_ROTATION[i - n];
            for (int axis = 0; axis < 3; axis++) {
                start[3 * i + axis] = state[axis];
                start[half + 3 * i + axis] = state[3 + axis];
            }
        }
        joinEarthAndMoon(start, 0);
        joinEarthAndMoon(start, half);
    }

    /**
     * Runs from J2000 until at least {@code end}, a whole number of steps, forward or backward.
     *
     * @param end TDB seconds past J2000
     * @param steps receives J2000 first, and then the end of every step
     * @param goOn called after each step with the epoch reached; false ends the run
     * @return whether the end was reached
     */
    boolean run(double end, Steps steps, DoublePredicate goOn) {
        Motion motion = new Motion(new NBody(gm));
        NBody reached = new NBody(gm);
        int half = start.length / 2;
        double[] x = Arrays.copyOf(start, half);
        double[] v = Arrays.copyOfRange(start, half, start.length);
        unpack(x, v, reached);
        steps.reached(0, reached);
        long count = (long) Math.ceil(Math.abs(end) / STEP);
        if (count == 0) {
            return true;
        }
        double step = Math.copySign(STEP, end);
        GaussJackson method = new GaussJackson(motion, step, x, v, before(step, motion), 3 * gm.length);
        for (long i = 0; i < count; i++) {
            method.advance();
            unpack(x, v, reached);
            steps.reached(method.et(), reached);
            if (!goOn.test(method.et())) {
                return false;
            }
        }
        return true;
    }

    /** Accelerations at J2000 and at the steps before it. */
    private double[][] before(double step, Motion motion) {
        int half = start.length / 2;
        double[][] accelerations = new double[GaussJackson.ORDER + 1][];
        double small = STEP / START_PARTS;
        // The tolerance can never be missed: the step then always grows to its limit, which is also its minimum.
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(small, small, 1e30, 1e30);
        integrator.setInitialStepSize(small);
        accelerations[0] = Arrays.copyOfRange(motion.computeDerivatives(0, start), half, start.length);
        ODEState state = new ODEState(0, start.clone());
        for (int i = 1; i < accelerations.length; i++) {
            ODEStateAndDerivative there = integrator.integrate(motion, state, -step * i);
            accelerations[i] = Arrays.copyOfRange(there.getPrimaryDerivative(), half, start.length);
            state = new ODEState(there.getTime(), there.getPrimaryState());
        }
        return accelerations;
    }

    private void unpack(double[] x, double[] v, NBody out) {
        System.arraycopy(x, 0, out.r, 0, x.length);
        System.arraycopy(v, 0, out.v, 0, v.length);
        splitEarthAndMoon(out.r);
        splitEarthAndMoon(out.v);
    }

    private void splitEarthAndMoon(double[] x) {
        for (int axis = 0; axis < 3; axis++) {
            double joint = x[3 * NBody.EARTH + axis];
            double moon = x[3 * NBody.MOON + axis];
            double earth = joint - moonShare * moon;
            x[3 * NBody.EARTH + axis] = earth;
            x[3 * NBody.MOON + axis] = earth + moon;
        }
    }

    private void joinEarthAndMoon(double[] x, int from) {
        for (int axis = from; axis < from + 3; axis++) {
            double earth = x[3 * NBody.EARTH + axis];
            double moon = x[3 * NBody.MOON + axis] - earth;
            x[3 * NBody.EARTH + axis] = earth + moonShare * moon;
            x[3 * NBody.MOON + axis] = moon;
        }
    }

    /** The equations of motion, of second and of first order. */
    private final class Motion implements GaussJackson.Acceleration, OrdinaryDifferentialEquation {
        private final NBody bodies;

        Motion(NBody bodies) {
            this.bodies = bodies;
        }

        @Override
        public void at(double et, double[] x, double[] v, double[] out) {
            unpack(x, v, bodies);
            Arrays.fill(bodies.a, 0);
            for (Force force : forces) {
                force.addTo(et, bodies);
            }
            System.arraycopy(bodies.a, 0, out, 0, out.length);
            joinEarthAndMoon(out, 0);
        }

        @Override
        public int getDimension() {
            return start.length;
        }

        @Override
        public double[] computeDerivatives(double et, double[] y) {
            int half = y.length / 2;
            double[] v = Arrays.copyOfRange(y, half, y.length);
            double[] a = new double[half];
            at(et, Arrays.copyOf(y, half), v, a);
            double[] rate = new double[y.length];
            System.arraycopy(v, 0, rate, 0, half);
            System.arraycopy(a, 0, rate, half, half);
            return rate;
        }
    }
}
