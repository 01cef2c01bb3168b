package orrery.forge;

import orrery.math.Constants;

/**
 * Matter spread over a circle in the ecliptic about the barycenter, as equal point masses at rest: the Kuiper belt's ring
 * at 44 au, and what is left of the main belt.
 *
 * <p>Source: Park et al. (2021) for the Kuiper belt's 36 points. So many points are as good as a smooth ring to whoever
 * is not near one, so their turning is left out, and so is the pull of the bodies on the ring.
 */
final class MatterRing implements Force {
    private static final double OBLIQUITY = 84_381.406 * Constants.ARCSECOND;

    private final double each;
    private final int bodies;
    private final double[] where;

    /**
     * @param gm of the whole ring, km^3/s^2
     * @param radius km
     * @param points how many
     * @param bodies how many of the bodies, from the first, feel it
     */
    MatterRing(double gm, double radius, int points, int bodies) {
        this.each = gm / points;
        this.bodies = bodies;
        this.where = new double[3 * points];
        double step = 2 * Math.PI / points;
        for (int k = 0; k < points; k++) {
            double y = radius * StrictMath.sin(k * step);
            where[3 * k] = radius * StrictMath.cos(k * step);
            where[3 * k + 1] = StrictMath.cos(OBLIQUITY) * y;
            where[3 * k + 2] = StrictMath.sin(OBLIQUITY) * y;
        }
    }

    @Override
    public void addTo(double et, NBody b) {
        for (int i = 0; i < bodies; i++) {
            double ax = 0;
            double ay = 0;
            double az = 0;
            for (int k = 0; k < where.length; k += 3) {
                double x = where[k] - b.r[3 * i];
                double y = where[k + 1] - b.r[3 * i + 1];
                double z = where[k + 2] - b.r[3 * i + 2];
                double r2 = x * x + y * y + z * z;
                double pull = each / (r2 * Math.sqrt(r2));
                ax += pull * x;
                ay += pull * y;
                az += pull * z;
            }
            b.accelerate(i, ax, ay, az);
        }
    }
}
