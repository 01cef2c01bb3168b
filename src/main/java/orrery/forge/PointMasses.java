package orrery.forge;

import java.util.Arrays;
import orrery.math.Constants;

/**
 * Point masses: the Einstein-Infeld-Hoffmann equations among the major bodies, Newton's law between major and minor
 * ones.
 *
 * <p>Source: Folkner et al. (2014), equation 27, with beta = gamma = 1; the accelerations inside the relativistic terms
 * are the Newtonian ones. A minor body also feels the Sun's relativistic term, and the first sixteen minor bodies
 * attract one another. The Sun's GM decreases with time ({@link De440#SUN_LOSS}).
 *
 * <p>Keeps scratch arrays: for use by one thread.
 */
final class PointMasses implements Force {
    /** How many minor bodies, from the first, attract one another. */
    private static final int HEAVY = 16;

    private static final double C2 = Constants.C * Constants.C;

    private final boolean relativistic;
    private final double sunAtEpoch;
    private final double sunLoss;
    private final int major;
    private final double[] newton;
    private final double[] potential;
    private final double[] inverse;
    private final double[] speed2;
    private final double[] pull = new double[3];
    private final double[] relative = new double[6];

    /** The model as used in practice. */
    PointMasses(NBody bodies) {
        this(bodies, Math.min(NBody.MAJOR, bodies.count), true, De440.SUN_LOSS);
    }

    /**
     * @param bodies the bodies
     * @param major number of major bodies, which come first
     * @param relativistic false for Newtonian gravity only
     * @param sunLoss change of the first body's GM, as a fraction per second
     */
    PointMasses(NBody bodies, int major, boolean relativistic, double sunLoss) {
        this.relativistic = relativistic;
        this.sunAtEpoch = bodies.gm[NBody.SUN];
        this.sunLoss = sunLoss;
        this.major = major;
        this.newton = new double[3 * bodies.count];
        this.potential = new double[major];
        this.inverse = new double[major * major];
        this.speed2 = new double[major];
    }

    @Override
    public void addTo(double et, NBody b) {
        b.gm[NBody.SUN] = sunAtEpoch * (1 + sunLoss * et);
        Arrays.fill(newton, 0);
        Arrays.fill(potential, 0);
        majorPairs(b);
        minorPairs(b);
        for (int i = 0; i < newton.length; i++) {
            b.a[i] += newton[i];
        }
        if (relativistic) {
            for (int i = 0; i < major; i++) {
                relativity(b, i);
            }
        }
    }

    private void majorPairs(NBody b) {
        double[] r = b.r;
        for (int i = 0; i < major; i++) {
            double vx = b.v[3 * i];
            double vy = b.v[3 * i + 1];
            double vz = b.v[3 * i + 2];
            speed2[i] = vx * vx + vy * vy + vz * vz;
            for (int j = i + 1; j < major; j++) {
                double x = r[3 * j] - r[3 * i];
                double y = r[3 * j + 1] - r[3 * i + 1];
                double z = r[3 * j + 2] - r[3 * i + 2];
                double inv = attract(b, i, j, x, y, z);
                inverse[i * major + j] = inv;
                inverse[j * major + i] = inv;
                potential[i] += b.gm[j] * inv;
                potential[j] += b.gm[i] * inv;
            }
        }
    }

    private void minorPairs(NBody b) {
        int heavyEnd = Math.min(b.count, major + HEAVY);
        for (int j = major; j < b.count; j++) {
            for (int i = 0; i < major; i++) {
                double inv = pair(b, i, j);
                if (i == NBody.SUN && relativistic) {
                    schwarzschild(b, j, inv);
                }
            }
            for (int i = major; i < Math.min(j, heavyEnd) && j < heavyEnd; i++) {
                pair(b, i, j);
            }
        }
    }

    private double pair(NBody b, int i, int j) {
        return attract(b, i, j, b.offset(i, j, 0), b.offset(i, j, 1), b.offset(i, j, 2));
    }

    /** Adds what two bodies with this offset do to each other; returns one over their distance, 1/km. */
    private double attract(NBody b, int i, int j, double x, double y, double z) {
        double inv = 1 / Math.sqrt(x * x + y * y + z * z);
        double inv3 = inv * inv * inv;
        double onI = b.gm[j] * inv3;
        double onJ = b.gm[i] * inv3;
        newton[3 * i] += onI * x;
        newton[3 * i + 1] += onI * y;
        newton[3 * i + 2] += onI * z;
        newton[3 * j] -= onJ * x;
        newton[3 * j + 1] -= onJ * y;
        newton[3 * j + 2] -= onJ * z;
        return inv;
    }

    /** The one-body limit of the relativistic terms, for a minor body about the Sun. */
    private void schwarzschild(NBody b, int j, double inv) {
        for (int axis = 0; axis < 3; axis++) {
            relative[axis] = b.offset(NBody.SUN, j, axis);
            relative[3 + axis] = b.drift(NBody.SUN, j, axis);
        }
        schwarzschild(b.gm[NBody.SUN], inv, relative, pull);
        b.accelerate(j, pull[0], pull[1], pull[2]);
    }

    /**
     * The relativistic acceleration, km/s^2, of a massless object about the Sun.
     *
     * @param mu GM of the Sun, km^3/s^2
     * @param inv one over the distance, 1/km
     * @param state relative to the Sun, km and km/s
     */
    static void schwarzschild(double mu, double inv, double[] state, double[] out) {
        double x = state[0];
        double y = state[1];
        double z = state[2];
        double vx = state[3];
        double vy = state[4];
        double vz = state[5];
        double k = mu * inv * inv * inv / C2;
        double radial = k * (4 * mu * inv - (vx * vx + vy * vy + vz * vz));
        double along = 4 * k * (x * vx + y * vy + z * vz);
        out[0] = radial * x + along * vx;
        out[1] = radial * y + along * vy;
        out[2] = radial * z + along * vz;
    }

    private void relativity(NBody b, int i) {
        double[] r = b.r;
        double[] v = b.v;
        double vix = v[3 * i];
        double viy = v[3 * i + 1];
        double viz = v[3 * i + 2];
        double sx = 0;
        double sy = 0;
        double sz = 0;
        for (int j = 0; j < major; j++) {
            if (j == i) {
                continue;
            }
            double x = r[3 * j] - r[3 * i];
            double y = r[3 * j + 1] - r[3 * i + 1];
            double z = r[3 * j + 2] - r[3 * i + 2];
            double vjx = v[3 * j];
            double vjy = v[3 * j + 1];
            double vjz = v[3 * j + 2];
            double ajx = newton[3 * j];
            double ajy = newton[3 * j + 1];
            double ajz = newton[3 * j + 2];
            double inv = inverse[i * major + j];
            double pull = b.gm[j] * inv * inv * inv;
            double approach = (x * vjx + y * vjy + z * vjz) * inv;
            double bracket = -4 * potential[i]
                    - potential[j]
                    + speed2[i]
                    + 2 * speed2[j]
                    - 4 * (vix * vjx + viy * vjy + viz * vjz)
                    - 1.5 * approach * approach
                    + 0.5 * (x * ajx + y * ajy + z * ajz);
            double along = -(x * (4 * vix - 3 * vjx) + y * (4 * viy - 3 * vjy) + z * (4 * viz - 3 * vjz));
            double drag = 3.5 * b.gm[j] * inv;
            sx += pull * (bracket * x + along * (vix - vjx)) + drag * ajx;
            sy += pull * (bracket * y + along * (viy - vjy)) + drag * ajy;
            sz += pull * (bracket * z + along * (viz - vjz)) + drag * ajz;
        }
        b.accelerate(i, sx / C2, sy / C2, sz / C2);
    }
}
