package orrery.ephemeris;

import orrery.binding.KernelPool;
import orrery.frames.BodyAxes;
import orrery.frames.ReferenceFrame;
import orrery.math.Constants;
import orrery.math.StateRotation;
import orrery.math.Vectors;
import orrery.spk.NaifIds;

/**
 * The geometry of light between the Sun, a moon, its planet and the Earth's center: by how much the center of the moon,
 * or of its shadow, misses the planet's limb. The planet is a spheroid; it and the lines of sight are stretched along
 * its pole to make it a sphere. Every body is where it was when the light passed it. Aberration is left out because it
 * turns neighboring lines equally.
 *
 * <p>If there is no data, its methods throw {@link NoDataException} or {@link orrery.spk.OutsideCoverageException}.
 * Confined to one thread.
 */
final class MoonSight {
    private final Query query;
    private final int moon;
    private final int planet;
    private final int spheroid;
    private final Radii radii;
    private final double[] toMoon = new double[6];
    private final double[] toPlanet = new double[6];
    private final double[] toSun = new double[6];
    private final double[] turn = new double[StateRotation.SIZE];
    private final double[] one = new double[3];
    private final double[] two = new double[3];

    /**
     * @param planet the planet, or the barycenter of its system if the kernels have no more
     * @param spheroid the planet whose size and pole are used
     */
    MoonSight(KernelPool pool, int moon, int planet, int spheroid, Radii radii) {
        this.query = new Query(pool);
        this.moon = moon;
        this.planet = planet;
        this.spheroid = spheroid;
        this.radii = radii;
    }

    /**
     * The angle between the moon's center and the planet's limb as seen from the Earth, radians; negative in front of
     * or behind the planet.
     */
    double fromLimb(double et) {
        fromEarth(et);
        return miss(toMoon, toPlanet);
    }

    /** Whether the moon is farther away than the planet. */
    boolean beyond(double et) {
        fromEarth(et);
        return Vectors.norm(toMoon, 0) > Vectors.norm(toPlanet, 0);
    }

    /** The angle between the centers, seen from the Earth, radians. */
    double apart(double et) {
        fromEarth(et);
        return Vectors.angle(toMoon, toPlanet);
    }

    /**
     * The angle between the Sun's center and the planet's limb, as seen from the moon's center when the light that
     * reaches the Earth left it, radians. Negative while the Sun's center is hidden.
     */
    double fromShadow(double et) {
        LightTime light = query.light;
        earth(et);
        double left = et - light.lightTime(moon, et, Aberration.CN, ReferenceFrame.J2000, toMoon);
        System.arraycopy(light.target, 0, light.observer, 0, 6);
        double passed = left - light.lightTime(planet, left, Aberration.CN, ReferenceFrame.J2000, toPlanet);
        light.lightTime(NaifIds.SUN, left, Aberration.CN, ReferenceFrame.J2000, toSun);
        pole(passed);
        return miss(toSun, toPlanet);
    }

    /**
     * The angle between the moon's center and the lit part of the planet, radians; negative while the moon is in front
     * of that part. Meaningless for a moon beyond the planet.
     */
    double fromLitDisc(double et) {
        LightTime light = query.light;
        earth(et);
        light.lightTime(moon, et, Aberration.CN, ReferenceFrame.J2000, toMoon);
        double left = et - light.lightTime(planet, et, Aberration.CN, ReferenceFrame.J2000, toPlanet);
        System.arraycopy(light.target, 0, light.observer, 0, 6);
        light.lightTime(NaifIds.SUN, left, Aberration.CN, ReferenceFrame.J2000, toSun);
        pole(left);
        for (int i = 0; i < 3; i++) {
            toPlanet[i] = toMoon[i] - toPlanet[i];
        }
        return fromSpot(toMoon, toPlanet, toSun);
    }

    /**
     * The angle between the center of the moon's shadow and the part of the planet visible from the Earth, when the
     * light that reaches the Earth left, radians; negative while the shadow is on that part. Meaningless for a moon
     * beyond the planet.
     */
    double shadowFromDisc(double et) {
        LightTime light = query.light;
        earth(et);
        double left = et - light.lightTime(planet, et, Aberration.CN, ReferenceFrame.J2000, toPlanet);
        System.arraycopy(light.target, 0, light.observer, 0, 6);
        light.lightTime(moon, left, Aberration.CN, ReferenceFrame.J2000, toMoon);
        light.lightTime(NaifIds.SUN, left, Aberration.CN, ReferenceFrame.J2000, toSun);
        pole(left);
        for (int i = 0; i < 3; i++) {
            toSun[i] = toMoon[i] - toSun[i];
            toPlanet[i] = -toPlanet[i];
        }
        return fromSpot(toSun, toMoon, toPlanet);
    }

    /** Whether the moon is nearer to the Sun than the planet is, so that its shadow points towards the planet. */
    boolean shadowAhead(double et) {
        shadowFromDisc(et);
        return Vectors.dot(toSun, toMoon) < 0;
    }

    private void fromEarth(double et) {
        LightTime light = query.light;
        earth(et);
        light.lightTime(moon, et, Aberration.CN, ReferenceFrame.J2000, toMoon);
        pole(et - light.lightTime(planet, et, Aberration.CN, ReferenceFrame.J2000, toPlanet));
    }

    /**
     * Finds where the Earth is. Also checks that there is data, so all methods here have answers at the same epochs.
     */
    void earth(double et) {
        Route route = query.route;
        route.state(planet, NaifIds.EARTH, et, toPlanet);
        route.state(moon, planet, et, toMoon);
        double earliest = et - 1 - (1.001 * Vectors.norm(toPlanet, 0) + 3 * Vectors.norm(toMoon, 0)) / Constants.C;
        route.state(moon, NaifIds.SOLAR_SYSTEM_BARYCENTER, earliest, toMoon);
        route.state(planet, NaifIds.SUN, earliest, toPlanet);
        double fromSun = 1.001 * Vectors.norm(toPlanet, 0) / Constants.C;
        route.state(NaifIds.SUN, NaifIds.SOLAR_SYSTEM_BARYCENTER, earliest - fromSun, toSun);
        query.route.state(NaifIds.EARTH, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, query.light.observer);
    }

    private void pole(double et) {
        BodyAxes axes =
                PoolFrames.axes(query.route.pool(), spheroid).orElseThrow(() -> NoDataException.ofAxes(spheroid));
        if (axes.fromJ2000(et, turn) == null) {
            throw NoDataException.ofAxes(spheroid);
        }
    }

    /** The angle between a line of sight and the planet's limb. */
    private double miss(double[] line, double[] middle) {
        stretch(line, one);
        stretch(middle, two);
        return Vectors.angle(one, two) - StrictMath.asin(Math.min(1, radii.a() / Vectors.norm(two, 0)));
    }

    /**
     * By how much a line through the moon misses the planet, or by how much the point where it meets the planet is
     * beyond the horizon of another body, whichever is more.
     *
     * @param line the direction of the line
     * @param at the moon, from the planet's center
     * @param other the body that must be above that point's horizon, from the planet's center
     */
    private double fromSpot(double[] line, double[] at, double[] other) {
        stretch(line, one);
        stretch(at, two);
        Vectors.hat(one, 0, one, 0);
        double along = Vectors.dot(one, two);
        double range = Vectors.norm(two, 0);
        double radius = radii.a();
        for (int i = 0; i < 3; i++) {
            two[i] -= along * one[i];
        }
        double off = Vectors.norm(two, 0);
        double deep = off < radius ? StrictMath.sqrt(radius * radius - off * off) : 0;
        for (int i = 0; i < 3; i++) {
            // Beyond the limb: the nearest point on the limb.
            two[i] = off < radius ? two[i] - deep * one[i] : two[i] * radius / off;
        }
        stretch(other, one);
        double away = Vectors.norm(one, 0);
        double hidden = radius / away - Vectors.dot(one, two) / (radius * away);
        double missed = StrictMath.atan2(off, -along) - StrictMath.asin(Math.min(1, radius / range));
        return Math.max(missed, hidden);
    }

    /** Stretches a vector's component along the pole by the flattening of the spheroid. */
    private void stretch(double[] v, double[] out) {
        double along = v[0] * turn[6] + v[1] * turn[7] + v[2] * turn[8];
        double more = along * (radii.a() / radii.c() - 1);
        for (int i = 0; i < 3; i++) {
            out[i] = v[i] + more * turn[6 + i];
        }
    }
}
