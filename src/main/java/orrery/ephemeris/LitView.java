package orrery.ephemeris;

import orrery.binding.KernelPool;
import orrery.frames.BodyAxes;
import orrery.frames.ReferenceFrame;
import orrery.math.Constants;
import orrery.math.StateRotation;
import orrery.math.Vectors;
import orrery.spk.NaifIds;

/**
 * How the Sun lights a body seen from the Earth's center: the body is where its light left it, and the Sun is where its
 * light left for the body. Light time is included. Aberration is not, because it changes no angle at the body.
 *
 * <p>If there is no data, its methods throw {@link NoDataException} or {@link orrery.spk.OutsideCoverageException}.
 * Confined to one thread.
 */
final class LitView {
    private final Query query;
    private final double[] toEarth = new double[6];
    private final double[] toSun = new double[6];
    private final double[] turn = new double[StateRotation.SIZE];
    private final double[] pole = new double[3];

    LitView(KernelPool pool) {
        this.query = new Query(pool);
    }

    /** The cosine of the phase angle, between the Sun and the Earth as seen from the body. */
    double cosPhase(int body, double et) {
        look(body, et);
        return Vectors.dot(toEarth, 0, toSun, 0) / (Vectors.norm(toEarth, 0) * Vectors.norm(toSun, 0));
    }

    /** The apparent magnitude of a body whose law needs no latitudes. */
    double magnitude(int body, double et) {
        look(body, et);
        return Photometry.magnitude(
                body,
                new Photometry.Geometry(
                        Vectors.norm(toSun, 0) / Constants.AU,
                        Vectors.norm(toEarth, 0) / Constants.AU,
                        Vectors.angle(toEarth, toSun),
                        0,
                        0,
                        et));
    }

    /** The phase angle, radians. */
    double phase(int body, double et) {
        look(body, et);
        return Vectors.angle(toEarth, toSun);
    }

    /**
     * The latitude of the Earth or the Sun above a body's equator, radians, positive to the north.
     *
     * @param planet the body whose equator it is, at the epoch at which light left the body
     * @param sun true for the Sun, false for the Earth
     * @throws NoDataException if the planet's orientation is unknown
     */
    double latitude(int body, int planet, boolean sun, double et) {
        double lightTime = look(body, et);
        BodyAxes axes = PoolFrames.axes(query.route.pool(), planet).orElseThrow(() -> NoDataException.ofAxes(planet));
        if (axes.fromJ2000(et - lightTime, turn) == null) {
            throw NoDataException.ofAxes(planet);
        }
        System.arraycopy(turn, 6, pole, 0, 3);
        double[] to = sun ? toSun : toEarth;
        return StrictMath.asin(Vectors.dot(to, 0, pole, 0) / Vectors.norm(to, 0));
    }

    /** Stores both vectors from the body in the fields; returns the light time to the Earth, seconds. */
    private double look(int body, double et) {
        LightTime light = query.light;
        query.route.state(NaifIds.EARTH, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, light.observer);
        double lightTime = light.lightTime(body, et, Aberration.CN, ReferenceFrame.J2000, toEarth);
        for (int i = 0; i < 3; i++) {
            toEarth[i] = -toEarth[i];
        }
        System.arraycopy(light.target, 0, light.observer, 0, 6);
        light.lightTime(NaifIds.SUN, et - lightTime, Aberration.CN, ReferenceFrame.J2000, toSun);
        return lightTime;
    }
}
