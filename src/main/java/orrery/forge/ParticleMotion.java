package orrery.forge;

import java.util.function.DoubleConsumer;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.DenseOutputModel;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import orrery.ephemeris.Bodies;
import orrery.math.Constants;
import orrery.math.TwoBody;
import orrery.spk.NaifIds;
import orrery.spk.Progress;

/**
 * The motion of a massless object about the Sun, integrated from one epoch in both directions: Newtonian attraction of
 * all {@link Attractors}, the Sun's relativistic term and the figures of the Sun and the Earth as in the forge, and
 * {@link Outgassing}. Hipparchus's Dormand-Prince 8(5,3) with step control, about the solar-system barycenter.
 *
 * <p>For use by one thread.
 */
final class ParticleMotion implements Motion {
    /** Allowed error of a step: as small as rounding permits. */
    private static final double[] ABSOLUTE = {1e-6, 1e-6, 1e-6, 1e-13, 1e-13, 1e-13};

    private static final double[] RELATIVE = {1e-15, 1e-15, 1e-15, 1e-15, 1e-15, 1e-15};
    private static final double SHORTEST = 1e-3;
    private static final double LONGEST = 40 * Constants.DAY;
    private static final double FIRST = 3600;
    /** Beyond this many radii the figure of the Earth is negligible. */
    private static final double EARTH_REACH = 3e6;

    private static final double SUN_REACH = 1e9;

    private final int target;
    private final double start;
    private final double end;
    private final Attractors attractors;
    private final DenseOutputModel back = new DenseOutputModel();
    private final DenseOutputModel forth = new DenseOutputModel();
    private final double epoch;
    private final double closing;
    private final double[] sun = new double[6];

    /**
     * Integrates.
     *
     * @param from first epoch, TDB seconds past J2000
     * @param to last epoch
     * @throws RefitException if it cannot be integrated: it meets another body
     */
    ParticleMotion(Particle particle, Attractors all, double from, double to, Progress progress) {
        this.target = particle.target();
        this.start = from;
        this.end = to;
        this.epoch = particle.epoch();
        this.attractors = all.without(target);
        Field field = new Field(particle, progress);
        double[] first = particle.state();
        attractors.state(0, epoch, sun);
        for (int i = 0; i < 6; i++) {
            first[i] += sun[i];
        }
        double far = 0;
        if (to > epoch) {
            far = run(field, first, to, forth);
        }
        if (from < epoch) {
            far = Math.max(far, run(field, first, from, back));
        }
        this.closing = far;
    }

    /** There and back again, to see how far from the start it ends, km. */
    private double run(Field field, double[] first, double last, DenseOutputModel dense) {
        try {
            DormandPrince853Integrator there = integrator();
            there.addStepHandler(dense);
            double[] reached =
                    there.integrate(field, new ODEState(epoch, first), last).getPrimaryState();
            double[] again = integrator()
                    .integrate(field, new ODEState(last, reached), epoch)
                    .getPrimaryState();
            return Math.sqrt(square(again[0] - first[0]) + square(again[1] - first[1]) + square(again[2] - first[2]));
        } catch (MathRuntimeException e) {
            throw new RefitException(
                    "it comes too close to " + (field.nearest == NaifIds.SUN ? "the " : "")
                            + Bodies.name(field.nearest),
                    "ask for a span that ends before");
        }
    }

    private static double square(double x) {
        return x * x;
    }

    private static DormandPrince853Integrator integrator() {
        DormandPrince853Integrator made = new DormandPrince853Integrator(SHORTEST, LONGEST, ABSOLUTE, RELATIVE);
        made.setInitialStepSize(FIRST);
        return made;
    }

    /** How far from its start it returns from the farther end of the span, km: the accuracy of the integration. */
    double closing() {
        return closing;
    }

    @Override
    public int target() {
        return target;
    }

    @Override
    public int center() {
        return NaifIds.SUN;
    }

    @Override
    public double start() {
        return start;
    }

    @Override
    public double end() {
        return end;
    }

    @Override
    public double jump(double from, double to, double tolerance) {
        return Double.NaN;
    }

    /** None: the integration is smooth, and its steps are much longer than what is looked at. */
    @Override
    public void own(double from, double to, DoubleConsumer visitor) {}

    @Override
    public void state(double et, double[] out) {
        double[] there = (et < epoch ? back : forth).getInterpolatedState(et).getPrimaryState();
        attractors.state(0, et, sun);
        for (int i = 0; i < 6; i++) {
            out[i] = there[i] - sun[i];
        }
    }

    /** The equations of motion. */
    private final class Field implements OrdinaryDifferentialEquation {
        private static final int LOOK = 0xff;

        private final Outgassing push;
        private final boolean pushed;
        private final Progress progress;
        private final TwoBody before = new TwoBody();
        private final EarthPole earthPole = new EarthPole();
        private final double[] sunPole = new double[3];
        private final double[] pole = new double[3];
        private final double[] body = new double[6];
        private final double[] relative = new double[6];
        private final double[] pull = new double[3];
        private int count;
        private int nearest = NaifIds.SUN;

        Field(Particle particle, Progress progress) {
            this.push = particle.push();
            this.pushed = push.acts();
            this.progress = progress;
            SunPole.write(sunPole);
        }

        @Override
        public int getDimension() {
            return 6;
        }

        @Override
        public double[] computeDerivatives(double et, double[] y) {
            if ((++count & LOOK) == 0) {
                progress.check("The import was cancelled.");
            }
            double[] out = {y[3], y[4], y[5], 0, 0, 0};
            double least = Double.POSITIVE_INFINITY;
            for (int i = attractors.count() - 1; i >= 0; i--) {
                attractors.state(i, et, body);
                for (int axis = 0; axis < 6; axis++) {
                    relative[axis] = y[axis] - body[axis];
                }
                double x = relative[0];
                double dy = relative[1];
                double z = relative[2];
                double r2 = x * x + dy * dy + z * z;
                double inv = 1 / Math.sqrt(r2);
                double k = -attractors.gm(i) * inv * inv * inv;
                out[3] += k * x;
                out[4] += k * dy;
                out[5] += k * z;
                if (r2 < least) {
                    least = r2;
                    nearest = attractors.id(i);
                }
                if (attractors.id(i) == NaifIds.EARTH && r2 < EARTH_REACH * EARTH_REACH) {
                    earthPole.at(et, pole);
                    ZonalFigure.pull(attractors.gm(i), De440.EARTH_RADIUS, De440.EARTH_ZONALS, pole, relative, pull);
                    add(out);
                }
                if (i == 0) {
                    sunTerms(inv, out);
                }
            }
            return out;
        }

        private void sunTerms(double inv, double[] out) {
            double gm = attractors.gm(0);
            PointMasses.schwarzschild(gm, inv, relative, pull);
            add(out);
            if (1 / inv < SUN_REACH) {
                ZonalFigure.pull(gm, De440.SUN_RADIUS, SUN_ZONALS, sunPole, relative, pull);
                add(out);
            }
            if (pushed) {
                double far = 1 / inv;
                if (push.delay() != 0 && before.propagate(gm, relative, -push.delay() * Constants.DAY)) {
                    double[] s = before.state;
                    far = Math.sqrt(s[0] * s[0] + s[1] * s[1] + s[2] * s[2]);
                }
                push.push(push.share(far), relative, pull);
                add(out);
            }
        }

        private void add(double[] out) {
            out[3] += pull[0];
            out[4] += pull[1];
            out[5] += pull[2];
        }
    }

    private static final double[] SUN_ZONALS = {De440.SUN_J2};
}
