package orrery.math;

/**
 * Two-body motion by universal variables (SPICE: {@code PROP2B}, {@code STMP03}; Danby, "Fundamentals of Celestial
 * Mechanics", 1988, pp. 168-180). The order of operations is SPICE's; elementary functions may differ in their last
 * bit.
 *
 * <p>Scratch of one thread: {@link #propagate} stores its answer in {@link #state}.
 */
public final class TwoBody {
    /** 1 / (i (i + 1)), for the series of the Stumpff functions. */
    private static final double[] PAIRS = new double[21];

    private static final double LEAST_ARGUMENT;

    private static final double LARGEST_CUBE = StrictMath.log(1.5) + StrictMath.log(Double.MAX_VALUE);

    /** The number of steps of Halley's method before using only bisection. */
    private static final int STEPS = 30;

    /** The relative size of the last step; the remaining error is far smaller. */
    private static final double CLOSE = 1e-11;

    private static final double LEAST_SLOPE = 1e-6;

    /** About sixteen times the largest sum of the rounding errors of a term of Kepler's function. */
    private static final double ROUNDINGS = 0x1p-44;

    static {
        for (int i = 1; i <= 20; i++) {
            PAIRS[i] = 1.0 / ((double) i * (i + 1));
        }
        double y = StrictMath.log(2) + StrictMath.log(Double.MAX_VALUE);
        LEAST_ARGUMENT = -y * y;
    }

    /**
     * The propagated state: x, y, z in km and vx, vy, vz in km/s; undefined if {@link #propagate} could not be done.
     */
    public final double[] state = new double[6];

    private double c0;
    private double c1;
    private double c2;
    private double c3;

    private final double[] sinCos = new double[2];

    /** Kepler's function of the conic: {@code s (br0 c1 + s (b2rv c2 + s bq c3))}, with c1 to c3 of {@code f s^2}. */
    private double f;

    private double br0;
    private double b2rv;
    private double bq;

    /**
     * Where Kepler's function of an ellipse reaches the requested time, and the distance within which it must be
     * evaluated.
     */
    private double root;

    private double doubt;

    /** Makes scratch for one thread. */
    public TwoBody() {}

    /**
     * Moves a state along its conic.
     *
     * @param gm gravitational parameter of the central body, km^3/s^2
     * @param from x, y, z in km and vx, vy, vz in km/s; may be {@link #state}
     * @param dt seconds
     * @return whether it could be done: not for zero mass, position or velocity, a straight line, or a {@code dt} far
     *     out of range
     */
    public boolean propagate(double gm, double[] from, double dt) {
        double x = from[0];
        double y = from[1];
        double z = from[2];
        double vx = from[3];
        double vy = from[4];
        double vz = from[5];
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
        f = 1 - e;
        double b = Math.sqrt(q / gm);
        br0 = b * r0;
        b2rv = b * b * rv;
        bq = b * q;
        double qovr0 = q / r0;
        double bound = bound(qovr0);
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
        if (f > 0) {
            locate(dt, lower, upper);
        } else {
            doubt = Double.POSITIVE_INFINITY;
        }
        int count = 0;
        int most = 1000;
        while (s > lower && s < upper && count < most) {
            if (s - root > doubt) {
                upper = s;
            } else if (root - s > doubt) {
                lower = s;
            } else {
                if (!stumpff(f * s * s)) {
                    return false;
                }
                kepler = s * (br0 * c1 + s * (b2rv * c2 + s * bq * c3));
                if (kepler > dt) {
                    upper = s;
                } else if (kepler < dt) {
                    lower = s;
                } else {
                    upper = s;
                    lower = s;
                }
            }
            if (most > 64 && upper != 0 && lower != 0) {
                most = 64;
                count = 0;
            }
            // Between the two, whatever the rounding.
            s = (lower + upper) * 0.5;
            count++;
        }
        if (!stumpff(f * s * s)) {
            return false;
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

    /**
     * Finds by Halley's method where Kepler's function of an ellipse, which only increases, reaches {@code dt}, and the
     * largest distance from there at which rounding can hide on which side of {@code dt} the function is. SPICE halves
     * the interval until no number is left between its ends, about fifty times. Outside that distance, the half to keep
     * is known without evaluating the function; inside it, the function is evaluated as in SPICE. So the result is
     * SPICE's, bit for bit.
     */
    private void locate(double dt, double from, double until) {
        doubt = Double.POSITIVE_INFINITY;
        double lower = from;
        double upper = until;
        double s = (lower + upper) / 2;
        for (int i = 0; i < STEPS; i++) {
            if (!stumpff(f * s * s)) {
                return;
            }
            double kepler = s * (br0 * c1 + s * (b2rv * c2 + s * bq * c3));
            double slope = br0 * c0 + s * (b2rv * c1 + s * (bq * c2));
            if (kepler > dt) {
                upper = s;
            } else {
                lower = s;
            }
            double curve = b2rv * c0 + s * c1 * (bq - f * br0);
            double newton = (kepler - dt) / slope;
            // Halley's step, or Newton's if Halley's would go backward.
            double divisor = 1 - newton * curve / (2 * slope);
            double next = s - (divisor > 0.5 ? newton / divisor : newton);
            boolean far = !(next > lower && next < upper);
            double step = Math.abs(next - s);
            if (step <= CLOSE * Math.abs(s)) {
                // Near the periapsis of a nearly radial fall, the terms of the slope cancel, so it is meaningless.
                if (!(slope > LEAST_SLOPE * (Math.abs(br0) + Math.abs(s * b2rv) + s * s * bq))) {
                    return;
                }
                double size = Math.max(Math.abs(from), Math.abs(until));
                double x = f * size * size;
                // No term of the function is larger than this, whatever the angle.
                double terms = size
                        * (Math.abs(br0) * Math.min(1, 1 / Math.sqrt(x))
                                + size * (Math.abs(b2rv) * Math.min(1, 2 / x) + size * bq * Math.min(1, 2 / x)));
                root = next;
                doubt = 4 * step + ROUNDINGS * (1 + Math.sqrt(x)) * terms / slope;
                return;
            }
            s = far ? (lower + upper) / 2 : next;
        }
    }

    /** The largest universal variable for which Kepler's function is still a number. */
    private double bound(double qovr0) {
        double largest = Math.max(
                Math.max(Math.max(Math.max(1, Math.abs(br0)), Math.abs(b2rv)), Math.abs(bq)), Math.abs(qovr0 / bq));
        if (f < 0) {
            double fixed = StrictMath.log(Double.MAX_VALUE / 2) - StrictMath.log(largest);
            double root = Math.sqrt(-f);
            return Math.min(fixed / root, (fixed + StrictMath.log(-f) * 1.5) / root);
        }
        return StrictMath.exp((LARGEST_CUBE - StrictMath.log(largest)) / 3);
    }

    private static double clamp(double value, double bound) {
        return Math.min(bound, Math.max(-bound, value));
    }

    /** The Stumpff functions C0 to C3; false if out of range. */
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
            Trig.sinCos(root, sinCos);
            c0 = sinCos[1];
            c1 = sinCos[0] / root;
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
