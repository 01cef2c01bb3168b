package orrery.forge;

import orrery.math.Constants;

/**
 * The Sun's rotation dragging the planets' frames: the Lense-Thirring term.
 *
 * <p>Source: Park et al. (2021), section 2: {@code a = 2 G / (c^2 r^3) (3 (r x v)(r . S) / r^2 + v x S)} with the Sun's
 * angular momentum {@code S}.
 */
final class SolarSpin implements Force {
    private final int bodies;
    private final double[] pole = new double[3];

    /** @param bodies number of bodies, from the first after the Sun, that feel it */
    SolarSpin(int bodies) {
        this.bodies = bodies;
        SunPole.write(pole);
    }

    @Override
    public void addTo(double et, NBody b) {
        double spin = De440.SUN_INERTIA
                * b.gm[NBody.SUN]
                * De440.SUN_RADIUS
                * De440.SUN_RADIUS
                * De440.SUN_SPIN
                * 2
                / (Constants.C * Constants.C);
        for (int i = 1; i <= bodies; i++) {
            double x = b.offset(NBody.SUN, i, 0);
            double y = b.offset(NBody.SUN, i, 1);
            double z = b.offset(NBody.SUN, i, 2);
            double vx = b.drift(NBody.SUN, i, 0);
            double vy = b.drift(NBody.SUN, i, 1);
            double vz = b.drift(NBody.SUN, i, 2);
            double r2 = x * x + y * y + z * z;
            double k = spin / (r2 * Math.sqrt(r2));
            double up = 3 * (x * pole[0] + y * pole[1] + z * pole[2]) / r2;
            b.act(
                    NBody.SUN,
                    i,
                    k * (up * (y * vz - z * vy) + vy * pole[2] - vz * pole[1]),
                    k * (up * (z * vx - x * vz) + vz * pole[0] - vx * pole[2]),
                    k * (up * (x * vy - y * vx) + vx * pole[1] - vy * pole[0]));
        }
    }
}
