package orrery.service;

import orrery.ephemeris.Bodies;

/**
 * The ellipse that a state lies on, two bodies taken alone (Bate, Mueller and White, Fundamentals of Astrodynamics, 2.4 and 4.2).
 *
 * <p>Immutable.
 */
final class KeplerEllipse {
    private final double mu;
    private final double semiMajor;
    private final double eccentricity;
    private final double meanMotion;
    private final double anomaly;
    private final double[] p = new double[3];
    private final double[] q = new double[3];

    /**
     * @param state x, y, z in km and vx, vy, vz in km/s relative to the attracting body
     * @param mu gravitational parameter of both together, km^3/s^2
     */
    KeplerEllipse(double[] state, double mu) {
        this.mu = mu;
        double x = state[0];
        double y = state[1];
        double z = state[2];
        double vx = state[3];
        double vy = state[4];
        double vz = state[5];
        double r = Math.sqrt(x * x + y * y + z * z);
        double v2 = vx * vx + vy * vy + vz * vz;
        double rv = x * vx + y * vy + z * vz;
        semiMajor = 1 / (2 / r - v2 / mu);
        double ex = ((v2 - mu / r) * x - rv * vx) / mu;
        double ey = ((v2 - mu / r) * y - rv * vy) / mu;
        double ez = ((v2 - mu / r) * z - rv * vz) / mu;
        eccentricity = Math.sqrt(ex * ex + ey * ey + ez * ez);
        double hx = y * vz - z * vy;
        double hy = z * vx - x * vz;
        double hz = x * vy - y * vx;
        double h = Math.sqrt(hx * hx + hy * hy + hz * hz);
        // A circle has no perihelion: the radius stands in for it.
        boolean round = eccentricity < 1e-12;
        double scale = round ? r : eccentricity;
        p[0] = (round ? x : ex) / scale;
        p[1] = (round ? y : ey) / scale;
        p[2] = (round ? z : ez) / scale;
        q[0] = (hy * p[2] - hz * p[1]) / h;
        q[1] = (hz * p[0] - hx * p[2]) / h;
        q[2] = (hx * p[1] - hy * p[0]) / h;
        meanMotion = Math.sqrt(mu / (semiMajor * semiMajor * semiMajor));
        if (isEllipse()) {
            double sinE = rv / Math.sqrt(mu * semiMajor);
            double cosE = 1 - r / semiMajor;
            anomaly = round ? 0 : Math.atan2(sinE, cosE) - sinE;
        } else {
            anomaly = Double.NaN;
        }
    }

    /** The gravitational parameter of two bodies together, km^3/s^2; NaN where the larger is unknown. */
    static double gravity(int body, int parent) {
        return Bodies.of(parent).gm().orElse(Double.NaN) + Bodies.of(body).gm().orElse(0);
    }

    /** As {@link #gravity}; about the solar-system barycenter, the Sun's, which tells how long a turn takes and no more. */
    static double turning(int body, int parent) {
        return gravity(body, parent == 0 ? 10 : parent);
    }

    /** Whether the body comes back. */
    boolean isEllipse() {
        return semiMajor > 0 && eccentricity < 1 && meanMotion > 0 && semiMajor < Double.MAX_VALUE;
    }

    /** Seconds of one turn. */
    double period() {
        return 2 * Math.PI / meanMotion;
    }

    /** The state some seconds later (or earlier, where negative), km and km/s. */
    void state(double seconds, double[] out, int at) {
        double m = Math.IEEEremainder(anomaly + meanMotion * seconds, 2 * Math.PI);
        double e = eccentricity;
        double ea = e < 0.8 ? m : Math.copySign(Math.PI, m);
        for (int i = 0; i < 50; i++) {
            double step = (ea - e * Math.sin(ea) - m) / (1 - e * Math.cos(ea));
            ea -= step;
            if (Math.abs(step) < 1e-14) {
                break;
            }
        }
        double cos = Math.cos(ea);
        double sin = Math.sin(ea);
        double b = Math.sqrt(1 - e * e);
        double rate = Math.sqrt(mu / semiMajor) / (1 - e * cos);
        for (int k = 0; k < 3; k++) {
            out[at + k] = semiMajor * ((cos - e) * p[k] + b * sin * q[k]);
            out[at + 3 + k] = rate * (-sin * p[k] + b * cos * q[k]);
        }
    }
}
