package orrery.ephemeris;

import orrery.binding.KernelPool;
import orrery.math.Constants;
import orrery.math.Matrix3;
import orrery.math.Vectors;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;

/**
 * The positions of bodies as seen from a place on the Earth. The place's position on the rotating Earth affects
 * direction, distance and light time (diurnal parallax); its motion affects aberration.
 *
 * <p>Agrees with ERFA ({@code apco13}, {@code atioq}) within a milliarcsecond; {@link #orientation} describes the
 * accuracy of the orientation itself.
 *
 * <p>Confined to one thread. Its answers come from the given pool, which the caller still has to close.
 */
public final class SiteView {
    private final Site site;
    private final Query query;
    private final EarthRotation earth;
    private final double[] fixed;
    private final double[] horizon;
    private final Observer observer = new Stand();
    private final double[] place = new double[6];
    private final double[] offset = new double[6];

    /** The observer on the ground. */
    private final class Stand implements Observer {
        @Override
        public int id() {
            return NaifIds.EARTH;
        }

        @Override
        public void state(double et, double[] out) {
            query.route.state(NaifIds.EARTH, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, out);
            offset(et);
            for (int i = 0; i < 6; i++) {
                out[i] += offset[i];
            }
        }
    }

    /**
     * Makes a view from a place.
     *
     * @param pool the source of states
     * @param site the place
     * @param orientation the source of the Earth's rotation
     */
    public SiteView(KernelPool pool, Site site, EarthOrientation orientation) {
        this.site = site;
        this.query = new Query(pool);
        this.earth = new EarthRotation(pool, orientation);
        this.fixed = site.fixed();
        this.horizon = site.horizon();
    }

    /** {@return the place of observation} */
    public Site site() {
        return site;
    }

    /**
     * Describes, for people, where the Earth's orientation at an epoch comes from and how accurate it is.
     *
     * @param et TDB seconds past J2000
     * @return a sentence
     * @throws KernelException if the pool is closed
     */
    public String orientation(double et) {
        return earth.source(et);
    }

    /**
     * Computes the place of a body as seen from the site, as {@link Ephemeris#planetAt(int, int, double, PlaceKind,
     * double[])} does from a body's center.
     *
     * @param target NAIF id
     * @param et TDB seconds past J2000, at the site
     * @param kind the kind of place: geometric, astrometric, apparent, or one of the almanacs' kinds
     * @param out at least 6 elements; receives x, y, z in km and vx, vy, vz in km/s, in the axes of that kind of place;
     *     undefined when this throws
     * @return light time in seconds
     * @throws KernelException as {@link Ephemeris#state}
     */
    public double place(int target, double et, PlaceKind kind, double[] out) {
        return kind.isProper()
                ? query.proper.state(target, observer, et, kind, out)
                : query.light.place(target, observer, et, kind.aberration(), out);
    }

    /**
     * Finds where a body is in the sky of the site: its proper place, relative to the ground.
     *
     * @param target NAIF id
     * @param et TDB seconds past J2000, at the site
     * @return altitude, azimuth, hour angle and distance
     * @throws KernelException as {@link Ephemeris#state}
     */
    public Horizon horizon(int target, double et) {
        query.proper.position(target, observer, et, place);
        double distance = Vectors.norm(place, 0);
        Matrix3.multiply(earth.at(et), place, 0);
        double across = StrictMath.atan2(place[1], place[0]);
        double hourAngle = Math.IEEEremainder(site.longitude() * Constants.DEGREE - across, Constants.TURN);
        Matrix3.multiply(horizon, place, 0);
        double azimuth = StrictMath.atan2(place[0], place[1]);
        return new Horizon(
                StrictMath.atan2(place[2], Math.sqrt(place[0] * place[0] + place[1] * place[1])),
                azimuth < 0 ? azimuth + Constants.TURN : azimuth,
                hourAngle,
                distance);
    }

    /** The proper place in the first three numbers, ICRF, km. */
    void see(int target, double et, double[] out) {
        query.proper.position(target, observer, et, out);
    }

    /** The site's state relative to the Earth's center. */
    private void offset(double et) {
        double[] turn = earth.at(et);
        System.arraycopy(fixed, 0, offset, 0, 3);
        Matrix3.multiplyTransposed(turn, offset, 0);
        double x = fixed[0];
        double y = fixed[1];
        double z = fixed[2];
        for (int i = 0; i < 3; i++) {
            offset[3 + i] = turn[9 + i] * x + turn[12 + i] * y + turn[15 + i] * z;
        }
    }
}
