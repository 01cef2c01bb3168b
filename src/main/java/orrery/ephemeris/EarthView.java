package orrery.ephemeris;

import orrery.binding.KernelPool;
import orrery.spk.KernelException;
import orrery.spk.OutsideCoverageException;

/**
 * Directions from the Earth's center as events need them: proper places (light time, deflection, aberration) on the mean
 * equinox and ecliptic of date. Nutation turns all bodies' longitudes alike and is left out.
 *
 * <p>Confined to one thread; {@link #see} leaves its answer in an array of the caller's.
 */
final class EarthView {
    static final int SUN = 10;
    static final int EARTH = 399;
    static final int MOON = 301;

    private static final double CENTURY = 36_525 * 86_400.0;

    private final KernelPool pool;
    private final QueryScratch scratch = QueryScratch.ofThread();
    private final double[] axes = new double[9];
    private final double[] a = new double[6];
    private final double[] b = new double[6];
    private double epoch = Double.NaN;

    EarthView(KernelPool pool) {
        this.pool = pool;
    }

    /**
     * Where a body is seen.
     *
     * @param out receives x, y, z on the ecliptic and mean equinox of date, km
     * @throws KernelException if there is no data
     */
    void see(int body, double et, double[] out) {
        ProperPlace.position(pool, body, EARTH, et, out, scratch);
        if (et != epoch) {
            AxesOfDate.ecliptic(et / CENTURY, 0, axes);
            epoch = et;
        }
        Matrix3.multiply(axes, out, 0);
    }

    /** The longitude of one body less that of another, between minus and plus half a turn; NaN where there is no data. */
    double apart(int body, int other, double et) {
        try {
            see(body, et, a);
            see(other, et, b);
        } catch (NoDataException | OutsideCoverageException e) {
            return Double.NaN;
        }
        return StrictMath.atan2(a[1] * b[0] - a[0] * b[1], a[0] * b[0] + a[1] * b[1]);
    }

    /** The angle between two bodies, radians; NaN where there is no data. */
    double separation(int body, int other, double et) {
        try {
            see(body, et, a);
            see(other, et, b);
        } catch (NoDataException | OutsideCoverageException e) {
            return Double.NaN;
        }
        return Vectors.angle(a, b);
    }

    /** How far a body is seen to be, km. */
    double distance(int body, double et) {
        see(body, et, a);
        return Vectors.norm(a, 0);
    }

    /** The rate at which two bodies draw apart, geometric, km/s; NaN where there is no data. */
    double parting(int body, int other, double et) {
        try {
            Route.state(pool, body, other, et, a, scratch);
        } catch (NoDataException | OutsideCoverageException e) {
            return Double.NaN;
        }
        return Vectors.dot(a, 0, a, 3) / Vectors.norm(a, 0);
    }

    /** Their distance, geometric, km. */
    double gap(int body, int other, double et) {
        Route.state(pool, body, other, et, a, scratch);
        return Vectors.norm(a, 0);
    }

    /**
     * How long a body takes to move by a tenth of its distance: in that time its direction turns by less than six degrees,
     * however it moves. Seconds; a day where there is no data.
     */
    double tenth(int body, int center, double et) {
        try {
            Route.state(pool, body, center, et, a, scratch);
        } catch (NoDataException | OutsideCoverageException e) {
            return 86_400;
        }
        return 0.1 * Vectors.norm(a, 0) / Vectors.norm(a, 3);
    }
}
