package orrery.forge;

/**
 * The equations of the Moon's rotation: a mantle whose moments of inertia are changed by tides, and a fluid core that
 * it drags along.
 *
 * <p>Source: Folkner et al. (2014), section on the rotation of the Moon, with DE440's constants. Integrated are the
 * Euler angles {@code phi}, {@code theta}, {@code psi} of the mantle's principal axes
 * ({@code R3(psi) R1(theta) R3(phi)} rotates the ICRF into them) and the core's angular momentum in the ICRF. Moments
 * of inertia are in units of the Moon's greatest, the core's momentum in units of its own least: rad/s. The torques of
 * the Earth's oblateness and of the planets, about 1e-6 of the Earth's, are left out.
 *
 * <p>Keeps scratch arrays: for use by one thread.
 */
final class MoonRotation {
    private static final double BETA = De440.MOON_BETA;
    private static final double GAMMA = De440.MOON_GAMMA;
    /** The greatest moment of inertia, times G, km^5/s^2, from J2 and the two ratios. */
    static final double C = 2
            * (1 + BETA)
            / (2 * BETA - GAMMA + BETA * GAMMA)
            * -De440.MOON_C[2][0]
            * De440.GM_MOON
            * De440.MOON_RADIUS
            * De440.MOON_RADIUS;

    private static final double[] WHOLE = {(1 - BETA * GAMMA) / (1 + BETA), (1 + GAMMA) / (1 + BETA), 1};
    private static final double CORE_C = De440.MOON_CORE;
    private static final double CORE_A = CORE_C * (1 - De440.MOON_CORE_OBLATENESS);
    private static final double SOFTNESS = De440.MOON_LOVE * StrictMath.pow(De440.MOON_RADIUS, 5) / C;

    /** Row by row: from the ICRF to the mantle's axes. */
    final double[] axes = new double[9];
    /** The Earth's position over the Moon's ground one tidal lag ago, in the mantle's axes, km. */
    final double[] late = new double[3];

    private final double[] earth = new double[3];
    private final double[] drift = new double[3];
    /** The mantle's angular velocity in its own axes, rad/s. */
    private final double[] spin = new double[3];

    private final double[] inertia = new double[9];
    private final double[] rate = new double[9];
    /** The contribution of the spin to the inertia. */
    private final double[] bulge = new double[9];

    private final double[] core = new double[3];

    /** Reads angles, their rates, the core's momentum and the Earth's position from {@code b}. */
    void begin(NBody b) {
        int at = b.mantle();
        double sf = StrictMath.sin(b.r[at]);
        double cf = StrictMath.cos(b.r[at]);
        double st = StrictMath.sin(b.r[at + 1]);
        double ct = StrictMath.cos(b.r[at + 1]);
        double sp = StrictMath.sin(b.r[at + 2]);
        double cp = StrictMath.cos(b.r[at + 2]);
        axes[0] = cp * cf - sp * ct * sf;
        axes[1] = cp * sf + sp * ct * cf;
        axes[2] = sp * st;
        axes[3] = -sp * cf - cp * ct * sf;
        axes[4] = -sp * sf + cp * ct * cf;
        axes[5] = cp * st;
        axes[6] = st * sf;
        axes[7] = -st * cf;
        axes[8] = ct;
        spin[0] = b.v[at] * st * sp + b.v[at + 1] * cp;
        spin[1] = b.v[at] * st * cp - b.v[at + 1] * sp;
        spin[2] = b.v[at] * ct + b.v[at + 2];
        toMantle(b.v, b.core(), core);
        core[2] *= CORE_A / CORE_C;
        seeTheEarth(b);
        distort();
    }

    private void toMantle(double[] from, int at, double[] to) {
        for (int i = 0; i < 3; i++) {
            to[i] = axes[3 * i] * from[at] + axes[3 * i + 1] * from[at + 1] + axes[3 * i + 2] * from[at + 2];
        }
    }

    private void seeTheEarth(NBody b) {
        for (int i = 0; i < 3; i++) {
            earth[i] = 0;
            drift[i] = 0;
            for (int axis = 0; axis < 3; axis++) {
                earth[i] += axes[3 * i + axis] * b.offset(NBody.MOON, NBody.EARTH, axis);
                drift[i] += axes[3 * i + axis] * b.drift(NBody.MOON, NBody.EARTH, axis);
            }
        }
        for (int i = 0; i < 3; i++) {
            drift[i] -= cross(spin, earth, i);
        }
        for (int i = 0; i < 3; i++) {
            late[i] = earth[i] - De440.MOON_LAG * drift[i];
        }
    }

    /**
     * The mantle's inertia and its rate: the undistorted Moon as changed by the tide of one lag ago and by the spin.
     */
    private void distort() {
        double r2 = late[0] * late[0] + late[1] * late[1] + late[2] * late[2];
        double along = late[0] * drift[0] + late[1] * drift[1] + late[2] * drift[2];
        double k = SOFTNESS * De440.GM_EARTH / (r2 * r2 * Math.sqrt(r2));
        double mean2 = De440.MOON_SPIN * De440.MOON_SPIN;
        double spin2 = spin[0] * spin[0] + spin[1] * spin[1] + spin[2] * spin[2];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                boolean same = i == j;
                double shape = late[i] * late[j] - (same ? r2 / 3 : 0);
                double turned = spin[i] * spin[j] - (same ? (spin2 + (i < 2 ? -1 : 2) * mean2) / 3 : 0);
                bulge[3 * i + j] = SOFTNESS / 3 * turned;
                inertia[3 * i + j] = -k * shape + bulge[3 * i + j];
                rate[3 * i + j] = -k
                        * (drift[i] * late[j]
                                + late[i] * drift[j]
                                - (same ? 2 * along / 3 : 0)
                                - 5 * along / r2 * shape);
            }
            inertia[4 * i] += WHOLE[i] - (i < 2 ? CORE_A : CORE_C);
        }
    }

    /**
     * Writes the accelerations of the angles and the rate of the core's momentum.
     *
     * @param b unchanged since {@link #begin}
     * @param torque torque on the Moon without that of the spin's bulge, in the mantle's axes, times G, km^5/s^4
     */
    void end(NBody b, double[] torque) {
        double r2 = earth[0] * earth[0] + earth[1] * earth[1] + earth[2] * earth[2];
        double pull = 3 * De440.GM_EARTH / (r2 * r2 * Math.sqrt(r2));
        double[] lever = new double[3];
        for (int i = 0; i < 3; i++) {
            lever[i] = bulge[3 * i] * earth[0] + bulge[3 * i + 1] * earth[1] + bulge[3 * i + 2] * earth[2];
        }
        double[] boundary = {
            De440.MOON_CORE_FRICTION * (core[0] - spin[0]) - (CORE_C - CORE_A) * core[2] * core[1],
            De440.MOON_CORE_FRICTION * (core[1] - spin[1]) + (CORE_C - CORE_A) * core[2] * core[0],
            De440.MOON_CORE_FRICTION * (core[2] - spin[2])
        };
        double[] momentum = new double[3];
        for (int i = 0; i < 3; i++) {
            momentum[i] = inertia[3 * i] * spin[0] + inertia[3 * i + 1] * spin[1] + inertia[3 * i + 2] * spin[2];
        }
        double[] change = new double[3];
        for (int i = 0; i < 3; i++) {
            change[i] = torque[i] / C + pull * cross(earth, lever, i) + boundary[i] - cross(spin, momentum, i);
            for (int j = 0; j < 3; j++) {
                change[i] -= rate[3 * i + j] * spin[j];
            }
        }
        solve(change);
        writeAngles(b, change);
        for (int axis = 0; axis < 3; axis++) {
            for (int i = 0; i < 3; i++) {
                b.a[b.core() + axis] -= axes[3 * i + axis] * boundary[i] / CORE_A;
            }
        }
    }

    /** The angles' second derivatives from the change of the angular velocity. */
    private static void writeAngles(NBody b, double[] change) {
        int at = b.mantle();
        double phiRate = b.v[at];
        double thetaRate = b.v[at + 1];
        double psiRate = b.v[at + 2];
        double st = StrictMath.sin(b.r[at + 1]);
        double ct = StrictMath.cos(b.r[at + 1]);
        double sp = StrictMath.sin(b.r[at + 2]);
        double cp = StrictMath.cos(b.r[at + 2]);
        double phi = (change[0] * sp + change[1] * cp + thetaRate * (psiRate - phiRate * ct)) / st;
        b.a[at] += phi;
        b.a[at + 1] += change[0] * cp - change[1] * sp - phiRate * psiRate * st;
        b.a[at + 2] += change[2] - phi * ct + phiRate * thetaRate * st;
    }

    /** Cramer's rule on the symmetric inertia, in place. */
    private void solve(double[] x) {
        double[] m = inertia;
        double a = m[4] * m[8] - m[5] * m[5];
        double b = m[2] * m[5] - m[1] * m[8];
        double c = m[1] * m[5] - m[2] * m[4];
        double e = m[0] * m[8] - m[2] * m[2];
        double f = m[1] * m[2] - m[0] * m[5];
        double i = m[0] * m[4] - m[1] * m[1];
        double determinant = m[0] * a + m[1] * b + m[2] * c;
        double x0 = (a * x[0] + b * x[1] + c * x[2]) / determinant;
        double x1 = (b * x[0] + e * x[1] + f * x[2]) / determinant;
        x[2] = (c * x[0] + f * x[1] + i * x[2]) / determinant;
        x[0] = x0;
        x[1] = x1;
    }

    static double cross(double[] u, double[] v, int i) {
        int j = (i + 1) % 3;
        int k = (i + 2) % 3;
        return u[j] * v[k] - u[k] * v[j];
    }
}
