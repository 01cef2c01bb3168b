package orrery.forge;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * Carries the bodies from J2000 to another epoch in steps of one fixed length, so that a short run passes through exactly
 * the same bits as a long one.
 *
 * <p>Dormand-Prince 8(5,3) of Hipparchus with its step control held: half the step changes the Moon by some centimetres
 * in twenty years. Integrated are, beside the other bodies' barycentric states, the barycentre of Earth and Moon and the
 * Moon about the Earth, which keeps more digits of the Moon.
 */
final class Integration {
    /** Length of every step, s: a quarter of a day, so that steps end where granules do. */
    static final double STEP = 21_600;

    /** Gets the states at J2000 and at the end of every step, in the order of the integration. */
    interface Steps {
        /**
         * One end of a step.
         *
         * @param et TDB s past J2000
         * @param bodies positions and velocities, valid during the call; accelerations are not
         */
        void reached(double et, NBody bodies);
    }

    private final double[] gm;
    private final double[] start;
    private final List<Force> forces;
    private final double moonShare;

    /**
     * @param gm of the bodies, km^3/s^2
     * @param states of the bodies at J2000: x, y, z, vx, vy, vz each, about the barycentre
     * @param forces the model
     */
    Integration(double[] gm, double[][] states, List<Force> forces) {
        this.gm = gm.clone();
        this.forces = List.copyOf(forces);
        this.moonShare = gm[NBody.MOON] / (gm[NBody.EARTH] + gm[NBody.MOON]);
        int n = gm.length;
        this.start = new double[6 * n];
        for (int i = 0; i < n; i++) {
            for (int axis = 0; axis < 3; axis++) {
                start[3 * i + axis] = states[i][axis];
                start[3 * (n + i) + axis] = states[i][3 + axis];
            }
        }
        joinEarthAndMoon(start, 0);
        joinEarthAndMoon(start, 3 * n);
    }

    /**
     * Runs from J2000 until at least {@code end}, a whole number of steps, forwards or back.
     *
     * @param end TDB seconds past J2000
     * @param steps gets every step's end, and J2000 first
     * @param goOn asked after each step with the epoch reached; false ends the run
     * @return whether the end was reached
     */
    boolean run(double end, Steps steps, DoublePredicate goOn) {
        NBody reached = new NBody(gm);
        unpack(start, reached);
        steps.reached(0, reached);
        double whole = Math.signum(end) * STEP * Math.ceil(Math.abs(end) / STEP);
        if (whole == 0) {
            return true;
        }
        // The tolerance can never be missed: the step then always grows to its limit, which is its floor as well.
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(STEP, STEP, 1e30, 1e30);
        integrator.setInitialStepSize(STEP);
        integrator.setMaxEvaluations(-1);
        integrator.addStepHandler(interpolator -> {
            ODEStateAndDerivative state = interpolator.getCurrentState();
            unpack(state.getPrimaryState(), reached);
            steps.reached(state.getTime(), reached);
            if (!goOn.test(state.getTime())) {
                throw new Stopped();
            }
        });
        try {
            integrator.integrate(new Equations(new NBody(gm)), new ODEState(0, start.clone()), whole);
            return true;
        } catch (Stopped _) {
            return false;
        }
    }

    private void unpack(double[] y, NBody out) {
        int half = y.length / 2;
        System.arraycopy(y, 0, out.r, 0, half);
        System.arraycopy(y, half, out.v, 0, half);
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

    private final class Equations implements OrdinaryDifferentialEquation {
        private final NBody bodies;

        Equations(NBody bodies) {
            this.bodies = bodies;
        }

        @Override
        public int getDimension() {
            return start.length;
        }

        @Override
        public double[] computeDerivatives(double et, double[] y) {
            unpack(y, bodies);
            Arrays.fill(bodies.a, 0);
            for (Force force : forces) {
                force.addTo(et, bodies);
            }
            int half = y.length / 2;
            double[] rate = new double[y.length];
            System.arraycopy(y, half, rate, 0, half);
            System.arraycopy(bodies.a, 0, rate, half, half);
            joinEarthAndMoon(rate, half);
            return rate;
        }
    }

    /** Ends a run that was called off; carries nothing. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super(null, null, false, false);
        }
    }
}
