package orrery.forge;

import orrery.math.Vectors;

/**
 * The Moon's acceleration by the tides that the Moon and the Sun raise on the Earth, which slow the Moon and drive it
 * away.
 *
 * <p>Source: Folkner et al. (2014), section on tides: degree 2 Love numbers by order, each with a lag along the orbit
 * of the tide-raising body and a lag that the Earth's rotation converts to an angle. Derived here from the potential
 * {@code k mu R^5 / (r^3 r*^3) P_2(cos angle)}, split by order with the addition theorem.
 */
final class EarthTides implements Force {
    private static final double RADIUS_5 = StrictMath.pow(De440.EARTH_RADIUS, 5);
    private static final int[] RAISERS = {NBody.MOON, NBody.SUN};

    private final EarthPole pole = new EarthPole();
    private final double[] ez = new double[3];
    private final double[] ex = new double[3];
    private final double[] ey = new double[3];
    private final double[] d = new double[3];
    private final double[] raised = new double[3];

    @Override
    public void addTo(double et, NBody b) {
        axes(et);
        double x = along(ex, b);
        double y = along(ey, b);
        double z = along(ez, b);
        double r2 = x * x + y * y + z * z;
        double fx = 0;
        double fy = 0;
        double fz = 0;
        for (int raiser : RAISERS) {
            double scale = b.gm[raiser] * RADIUS_5 / (r2 * r2 * Math.sqrt(r2));
            for (int order = 0; order <= 2; order++) {
                delayed(b, raiser, order);
                double px = raised[0];
                double py = raised[1];
                double pz = raised[2];
                double rho = x * px + y * py;
                double n; // the potential without the factor k mu R^5 / (r r*)^5, and its gradient
                double nx;
                double ny;
                double nz;
                double p2 = px * px + py * py + pz * pz;
                switch (order) {
                    case 0 -> {
                        double w = (3 * pz * pz - p2) / 4;
                        n = (3 * z * z - r2) * w;
                        nx = -2 * x * w;
                        ny = -2 * y * w;
                        nz = 4 * z * w;
                    }
                    case 1 -> {
                        n = 3 * z * pz * rho;
                        nx = 3 * pz * z * px;
                        ny = 3 * pz * z * py;
                        nz = 3 * pz * rho;
                    }
                    default -> {
                        double flat = px * px + py * py;
                        n = 0.75 * (2 * rho * rho - (x * x + y * y) * flat);
                        nx = 0.75 * (4 * rho * px - 2 * flat * x);
                        ny = 0.75 * (4 * rho * py - 2 * flat * y);
                        nz = 0;
                    }
                }
                double k = De440.EARTH_LOVE[order] * scale / (p2 * p2 * Math.sqrt(p2));
                double back = 5 * n / r2;
                fx += k * (nx - back * x);
                fy += k * (ny - back * y);
                fz += k * (nz - back * z);
            }
        }
        b.act(
                NBody.EARTH,
                NBody.MOON,
                fx * ex[0] + fy * ey[0] + fz * ez[0],
                fx * ex[1] + fy * ey[1] + fz * ez[1],
                fx * ex[2] + fy * ey[2] + fz * ez[2]);
    }

    /** The equator's axes: only the pole matters, and rotation about it is counted in angles. */
    private void axes(double et) {
        pole.at(et, ez);
        double norm = Math.sqrt(ez[0] * ez[0] + ez[2] * ez[2]);
        ex[0] = ez[2] / norm;
        ex[1] = 0;
        ex[2] = -ez[0] / norm;
        Vectors.cross(ez, ex, ey);
    }

    private static double along(double[] axis, NBody b) {
        return axis[0] * b.offset(NBody.EARTH, NBody.MOON, 0)
                + axis[1] * b.offset(NBody.EARTH, NBody.MOON, 1)
                + axis[2] * b.offset(NBody.EARTH, NBody.MOON, 2);
    }

    /**
     * The tide-raising body one lag ago on its two-body orbit, rotated by the Earth's rotation since, in equatorial
     * axes.
     */
    private void delayed(NBody b, int raiser, int order) {
        double tau = De440.EARTH_ORBIT_LAG[order];
        double r2 = 0;
        double rv = 0;
        for (int axis = 0; axis < 3; axis++) {
            double at = b.offset(NBody.EARTH, raiser, axis);
            r2 += at * at;
            rv += at * b.drift(NBody.EARTH, raiser, axis);
        }
        double k = (b.gm[NBody.EARTH] + b.gm[raiser]) / (r2 * Math.sqrt(r2));
        double f = 1 - k * tau * tau / 2 - k * rv / r2 * tau * tau * tau / 2;
        double g = -tau + k * tau * tau * tau / 6;
        for (int axis = 0; axis < 3; axis++) {
            d[axis] = f * b.offset(NBody.EARTH, raiser, axis) + g * b.drift(NBody.EARTH, raiser, axis);
        }
        double x = Vectors.dot(d, ex);
        double y = Vectors.dot(d, ey);
        double turn = De440.EARTH_SPIN * De440.EARTH_SPIN_LAG[order];
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        raised[0] = cos * x - sin * y;
        raised[1] = sin * x + cos * y;
        raised[2] = Vectors.dot(d, ez);
    }
}
