package orrery.ephemeris;

import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.math.Constants;
import orrery.math.Matrix3;
import orrery.math.Vectors;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;
import orrery.spk.OutsideCoverageException;

/**
 * Directions from the Earth's center for the search for events: proper places (light time, deflection, aberration) on
 * the mean equinox and ecliptic of date. Nutation changes the longitudes of all bodies equally, so it is left out when
 * they are compared.
 *
 * <p>If there is no data, the methods throw {@link NoDataException} or {@link OutsideCoverageException}. Confined to
 * one thread; {@link #see} writes its answer to an array supplied by the caller.
 */
final class EarthView {
    private static final double SHORTEST_STEP = 20;
    /** An upper bound of the ground's speed at the equator, km/s. */
    private static final double GROUND = 0.5;

    private final Query query;
    private final Nutation nutation = new Nutation();
    private final double[] axes = new double[9];
    private final double[] a = new double[6];
    private final double[] b = new double[6];
    private double epoch = Double.NaN;

    private final @Nullable SiteView site;

    EarthView(KernelPool pool) {
        this(pool, null);
    }

    /** The view from a place on the Earth, if there is one; distances and rates are still those of the center. */
    EarthView(KernelPool pool, @Nullable SiteView site) {
        this.query = new Query(pool);
        this.site = site;
    }

    /**
     * Finds where a body is seen.
     *
     * @param out receives x, y, z on the ecliptic and mean equinox of date, km
     * @throws KernelException if there is no data
     */
    void see(int body, double et, double[] out) {
        position(body, et, out);
        turn(et, out);
    }

    /** As {@link #see}, but on the axes of ICRF. */
    void position(int body, double et, double[] out) {
        if (site == null) {
            query.proper.position(body, NaifIds.EARTH, et, out);
        } else {
            site.see(body, et, out);
        }
    }

    /** Whether a body can be seen, that is, whether the data reach back to when its light left it. */
    boolean sees(int body, double et) {
        try {
            position(body, et, a);
            return true;
        } catch (NoDataException | OutsideCoverageException _) {
            return false;
        }
    }

    /** The longitude of one body minus that of another, between minus and plus half a turn. */
    double apart(int body, int other, double et) {
        see(body, et, a);
        see(other, et, b);
        return StrictMath.atan2(a[1] * b[0] - a[0] * b[1], a[0] * b[0] + a[1] * b[1]);
    }

    /**
     * The sine of that difference times the cosines of both latitudes. It is zero where the difference or its
     * supplement is zero, and continuous wherever a body goes, even past a pole of the ecliptic.
     */
    double across(int body, int other, double et) {
        see(body, et, a);
        see(other, et, b);
        return (a[1] * b[0] - a[0] * b[1]) / (Vectors.norm(a, 0) * Vectors.norm(b, 0));
    }

    /** The cosine of that difference times the cosines of both latitudes. */
    double along(int body, int other, double et) {
        see(body, et, a);
        see(other, et, b);
        return (a[0] * b[0] + a[1] * b[1]) / (Vectors.norm(a, 0) * Vectors.norm(b, 0));
    }

    /** The apparent longitude of a body on the ecliptic of date, from the true equinox: radians, within half a turn. */
    double longitude(int body, double et) {
        nutation.at(et / Constants.JULIAN_CENTURY);
        see(body, et, a);
        return Math.IEEEremainder(StrictMath.atan2(a[1], a[0]) + nutation.longitude, Constants.TURN);
    }

    /**
     * The height of a body above the ecliptic of date as seen from another, as a fraction of its distance; geometric.
     */
    double height(int body, int other, double et) {
        way(body, other, et);
        return a[2] / Vectors.norm(a, 0);
    }

    /** Its longitude from there, mean equinox and ecliptic of date: radians, from 0 to a full turn. */
    double bearing(int body, int other, double et) {
        way(body, other, et);
        double longitude = StrictMath.atan2(a[1], a[0]);
        return longitude < 0 ? longitude + Constants.TURN : longitude;
    }

    private void way(int body, int other, double et) {
        query.route.state(body, other, et, a);
        turn(et, a);
    }

    private void turn(double et, double[] v) {
        if (et != epoch) {
            AxesOfDate.ecliptic(et / Constants.JULIAN_CENTURY, 0, axes);
            epoch = et;
        }
        Matrix3.multiply(axes, v, 0);
    }

    /** Whether two bodies are on one side of the Earth: the cosine of their longitudes' difference is positive. */
    boolean together(int body, int other, double et) {
        see(body, et, a);
        see(other, et, b);
        return a[0] * b[0] + a[1] * b[1] > 0;
    }

    /** The angle between two bodies, radians. */
    double separation(int body, int other, double et) {
        see(body, et, a);
        see(other, et, b);
        return Vectors.angle(a, b);
    }

    /**
     * The angle between two bodies, radians, by their proper places: as {@link #separation}, but without conversion to
     * the ecliptic.
     */
    double between(int body, int other, double et) {
        position(body, et, a);
        position(other, et, b);
        return Vectors.angle(a, b);
    }

    /** The distance at which the first body of {@link #between} was seen, km. */
    double nearDistance() {
        return Vectors.norm(a, 0);
    }

    /** The distance at which the second body of {@link #between} was seen, km. */
    double farDistance() {
        return Vectors.norm(b, 0);
    }

    /**
     * An upper bound of the rate at which a body's direction turns around an epoch, seen from anywhere on the Earth:
     * radians per second.
     */
    double turning(int body, double et) {
        query.route.state(body, NaifIds.EARTH, et, a);
        return 2 * (Vectors.norm(a, 3) + GROUND) / Vectors.norm(a, 0);
    }

    /** The distance at which a body is seen, km. */
    double distance(int body, double et) {
        see(body, et, a);
        return Vectors.norm(a, 0);
    }

    /** The rate at which two bodies move apart, geometric, km/s. */
    double parting(int body, int other, double et) {
        query.route.state(body, other, et, a);
        return Vectors.dot(a, 0, a, 3) / Vectors.norm(a, 0);
    }

    /** Their distance, geometric, km. */
    double gap(int body, int other, double et) {
        query.route.state(body, other, et, a);
        return Vectors.norm(a, 0);
    }

    /**
     * The time in which a body moves by a tenth of its distance: its direction then turns by less than six degrees,
     * however it moves. Seconds, within the limits of a walk.
     */
    double tenth(int body, int center, double et) {
        query.route.state(body, center, et, a);
        return Math.clamp(0.1 * Vectors.norm(a, 0) / Vectors.norm(a, 3), SHORTEST_STEP, 20 * Constants.DAY);
    }
}
