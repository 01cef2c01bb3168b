package orrery.math;

/** {@code PROP2B} as in SPICE, with every halving of the interval computed: what {@link TwoBody} must reproduce. */
final class HalvedTwoBody {
    /** 1 / (i (i + 1)), for the series of the Stumpff functions. */
    private static final double[] PAIRS = new double[21];

    private static final double LEAST_ARGUMENT;

    static {
        for (int i = 1; i <= 20; i++) {
            PAIRS[i] = 1.0 / ((double) i * (i + 1));
        }
        double y = StrictMath.log(2) + StrictMath.log(Double.MAX_VALUE);
        LEAST_ARGUMENT = -y * y;
    }

    /** The state propagated: km, km/s. */
    final double[] state = new double[6];

    private double c0;
    private double c1;
    private double c2;
    private double c3;

    boolean propagate(double gm, double x, double y, double z, double vx, double vy, double vz, double dt) {
        if (!(gm > 0) || (x == 0 && y == 0 && z == 0) || (vx == 0 && vy == 0 && vz == 0)) {
            return false;
        }
        double r0 = Vectors.norm(x, y, z);
        double rv = x * vx + y * vy + z * vz;
        double hx = y * vz - z * vy;
        double hy = z * vx - x * vz;
        double hz = x * vy - y * vx;
        double h2 = hx * hx + hy * hy + hz * hz;
        if (!(h2 > 0)) {
            return false;
        }
        double byGm = 1 / gm;
        double byR = -1 / r0;
        double e = Vectors.norm(
                byGm * (vy * hz - vz * hy) + byR * x,
                byGm * (vz * hx - vx * hz) + byR * y,
                byGm * (vx * hy - vy * hx) + byR * z);
        double q = h2 / (gm * (e + 1));
        double f = 1 - e;
        double b = Math.sqrt(q / gm);
        double br0 = b * r0;
        double b2rv = b * b * rv;
        double bq = b * q;
        double qovr0 = q / r0;
        double bound = bound(f, br0, b2rv, bq, qovr0);
        if (dt == 0) {
            set(x, y, z, vx, vy, vz);
            return true;
        }
        double s = clamp(dt / bq, bound);
        if (!stumpff(f * s * s)) {
            return false;
        }
        double kepler = s * (br0 * c1 + s * (b2rv * c2 + s * (bq * c3)));
        double lower;
        double upper;
        if (dt < 0) {
            upper = 0;
            lower = s;
            while (kepler > dt) {
                upper = lower;
                lower *= 2;
                double old = s;
                s = clamp(lower, bound);
                if (s == old || !stumpff(f * s * s)) {
                    return false;
                }
                kepler = s * (br0 * c1 + s * (b2rv * c2 + s * (bq * c3)));
            }
        } else {
            lower = 0;
            upper = s;
            while (kepler < dt) {
                lower = upper;
                upper *= 2;
                double old = s;
                s = clamp(upper, bound);
                if (s == old || !stumpff(f * s * s)) {
                    return false;
                }
                kepler = s * (br0 * c1 + s * (b2rv * c2 + s * bq * c3));
            }
        }
        if (!(Math.abs(kepler) <= Double.MAX_VALUE)) {
            return false;
        }
        s = Math.min(upper, Math.max(lower, (lower + upper) / 2));
        if (!stumpff(f * s * s)) {
            return false;
        }
        int count = 0;
        int most = 1000;
        while (s > lower && s < upper && count < most) {
            kepler = s * (br0 * c1 + s * (b2rv * c2 + s * bq * c3));
            if (kepler > dt) {
                upper = s;
            } else if (kepler < dt) {
                lower = s;
            } else {
                upper = s;
                lower = s;
            }
            if (most > 64 && upper != 0 && lower != 0) {
                most = 64;
                count = 0;
            }
            s = Math.min(upper, Math.max(lower, (lower + upper) / 2));
            if (!stumpff(f * s * s)) {
                return false;
            }
            count++;
        }
        double s2 = s * s;
        double s3 = s2 * s;
        double br = br0 * c0 + s * (b2rv * c1 + s * (bq * c2));
        double pc = 1 - qovr0 * s2 * c2;
        double vc = dt - bq * s3 * c3;
        double pcdot = -(qovr0 / br) * s * c1;
        double vcdot = 1 - bq / br * s2 * c2;
        set(
                pc * x + vc * vx,
                pc * y + vc * vy,
                pc * z + vc * vz,
                pcdot * x + vcdot * vx,
                pcdot * y + vcdot * vy,
                pcdot * z + vcdot * vz);
        return true;
    }

    private void set(double x, double y, double z, double vx, double vy, double vz) {
        state[0] = x;
        state[1] = y;
        state[2] = z;
        state[3] = vx;
        state[4] = vy;
        state[5] = vz;
    }

    /** How large the universal variable may be for Kepler's function to stay a number. */
    private static double bound(double f, double br0, double b2rv, double bq, double qovr0) {
        double largest = Math.max(
                Math.max(Math.max(Math.max(1, Math.abs(br0)), Math.abs(b2rv)), Math.abs(bq)), Math.abs(qovr0 / bq));
        if (f < 0) {
            double fixed = StrictMath.log(Double.MAX_VALUE / 2) - StrictMath.log(largest);
            double root = Math.sqrt(-f);
            return Math.min(fixed / root, (fixed + StrictMath.log(-f) * 1.5) / root);
        }
        return StrictMath.exp((StrictMath.log(1.5) + StrictMath.log(Double.MAX_VALUE) - StrictMath.log(largest)) / 3);
    }

    private static double clamp(double value, double bound) {
        return Math.min(bound, Math.max(-bound, value));
    }

    /** The Stumpff functions C0 to C3; false out of their range. */
    private boolean stumpff(double x) {
        if (!(x > LEAST_ARGUMENT && x <= Double.MAX_VALUE)) {
            return false;
        }
        if (x < -1) {
            double root = Math.sqrt(-x);
            c0 = StrictMath.cosh(root);
            c1 = StrictMath.sinh(root) / root;
            c2 = (1 - c0) / x;
            c3 = (1 - c1) / x;
        } else if (x > 1) {
            double root = Math.sqrt(x);
            c0 = Trig.cos(root);
            c1 = Trig.sin(root) / root;
            c2 = (1 - c0) / x;
            c3 = (1 - c1) / x;
        } else {
            double sum = 1;
            for (int i = 20; i >= 4; i -= 2) {
                sum = 1 - x * PAIRS[i] * sum;
            }
            c3 = PAIRS[2] * sum;
            sum = 1;
            for (int i = 19; i >= 3; i -= 2) {
                sum = 1 - x * PAIRS[i] * sum;
            }
            c2 = PAIRS[1] * sum;
            c1 = 1 - x * c3;
            c0 = 1 - x * c2;
        }
        return true;
    }
}
