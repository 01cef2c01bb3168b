package orrery.ephemeris;

import orrery.binding.KernelPool;
import orrery.frames.ReferenceFrame;
import orrery.math.Vectors;
import orrery.spk.NaifIds;

/**
 * Two moons of one planet, both taken as spheres: the gap between their discs as seen from the Earth's center, and
 * between the first and the shadow that the second casts. Every body is where it was when the light passed it.
 * Aberration is left out because it turns neighboring lines equally.
 *
 * <p>If there is no data, its methods throw {@link NoDataException} or {@link orrery.spk.OutsideCoverageException}.
 * Confined to one thread.
 */
final class MoonPair {
    private final Query query;
    private final int moon;
    private final int other;
    private final int planet;
    private final double radius;
    private final double otherRadius;
    private final MoonSight sight;
    private final MoonSight otherSight;
    private final double sun = SolarEclipses.SUN_RADIUS;
    private final double[] toMoon = new double[6];
    private final double[] toOther = new double[6];
    private final double[] toSun = new double[6];
    private final double[] axis = new double[3];

    /** The last shadow: how far behind the second moon the first is, and how far from the shadow's axis, km. */
    private double along;

    private double off;
    private double distance;

    /**
     * @param planet the planet, or the barycenter of its system if the kernels have no more
     * @param sight the first moon and its planet
     * @param otherSight the second moon and its planet
     */
    MoonPair(KernelPool pool, int moon, int other, int planet, MoonSight sight, MoonSight otherSight) {
        this.query = new Query(pool);
        this.moon = moon;
        this.other = other;
        this.planet = planet;
        this.radius = radius(moon);
        this.otherRadius = radius(other);
        this.sight = sight;
        this.otherSight = otherSight;
    }

    /** NAIF id of the first moon. */
    int moon() {
        return moon;
    }

    /** NAIF id of the second moon. */
    int other() {
        return other;
    }

    /** The mean radius of a moon, km; 0 if it is not known. */
    static double radius(int moon) {
        return Bodies.of(moon).radii().map(Radii::mean).orElse(0.0);
    }

    /** The angle between the discs, radians; negative while one hides part of the other. */
    double gap(double et) {
        double apart = apart(et);
        return apart
                - StrictMath.asin(radius / Vectors.norm(toMoon, 0))
                - StrictMath.asin(otherRadius / Vectors.norm(toOther, 0));
    }

    /** The angle between the centers of the discs, radians. */
    double apart(double et) {
        LightTime light = query.light;
        earth(et);
        light.lightTime(moon, et, Aberration.CN, ReferenceFrame.J2000, toMoon);
        light.lightTime(other, et, Aberration.CN, ReferenceFrame.J2000, toOther);
        return Vectors.angle(toMoon, toOther);
    }

    /** Whether the second moon is nearer to the Earth. */
    boolean isInFront(double et) {
        apart(et);
        return Vectors.norm(toOther, 0) < Vectors.norm(toMoon, 0);
    }

    /**
     * The distance from the first moon's surface to the cone within which the second hides part of the Sun, when the
     * light that reaches the Earth left the first moon, km; negative while the penumbra darkens part of it. Means
     * nothing while the second moon is not {@link #isTowardsSun nearer to the Sun}.
     */
    double fromPenumbra(double et) {
        shadow(et);
        double sine = (sun + otherRadius) / distance;
        return off * cosine(sine) - along * sine - otherRadius - radius;
    }

    /** As {@link #fromPenumbra}, for the cone within which the whole Sun is hidden. */
    double fromUmbra(double et) {
        shadow(et);
        double sine = (sun - otherRadius) / distance;
        return off * cosine(sine) + along * sine - otherRadius - radius;
    }

    /** The distance of the first moon's center from the axis of the shadow, km. */
    double fromAxis(double et) {
        shadow(et);
        return off;
    }

    /** Whether the second moon is nearer to the Sun, so that its shadow points towards the first. */
    boolean isTowardsSun(double et) {
        shadow(et);
        return along > 0;
    }

    /** Whether the first moon can be seen: neither behind the planet nor in its shadow. */
    boolean isSeen(double et) {
        boolean behind = sight.fromLimb(et) < 0 && sight.beyond(et);
        return !behind && sight.fromShadow(et) > 0;
    }

    /**
     * How long a step may be: as long as no gap closes, and short enough for the distance of the moons to have one
     * least value within three steps. Between two approaches of moons that move apart and together again with the
     * relative acceleration a, there is at least the time in which that moves them by the sum of their radii.
     *
     * @param gap the distance between the discs, or between moon and shadow, km
     */
    double step(double et, double gap) {
        query.route.state(moon, planet, et, toMoon);
        query.route.state(other, planet, et, toOther);
        double one = Vectors.norm(toMoon, 3);
        double two = Vectors.norm(toOther, 3);
        double bend = one * one / Vectors.norm(toMoon, 0) + two * two / Vectors.norm(toOther, 0);
        double shortest = 0.5 * StrictMath.sqrt((radius + otherRadius) / bend);
        return Math.max(shortest, Math.abs(gap) / (2 * (one + two)));
    }

    /** An angle seen from the Earth as a distance at the first moon, km, after {@link #apart}. */
    double across(double angle) {
        return angle * Vectors.norm(toMoon, 0);
    }

    private void shadow(double et) {
        LightTime light = query.light;
        earth(et);
        double left = et - light.lightTime(moon, et, Aberration.CN, ReferenceFrame.J2000, toMoon);
        System.arraycopy(light.target, 0, light.observer, 0, 6);
        light.lightTime(other, left, Aberration.CN, ReferenceFrame.J2000, toOther);
        light.lightTime(NaifIds.SUN, left, Aberration.CN, ReferenceFrame.J2000, toSun);
        for (int i = 0; i < 3; i++) {
            axis[i] = toOther[i] - toSun[i];
        }
        distance = Vectors.hat(axis, 0, axis, 0);
        along = -Vectors.dot(axis, toOther);
        double square = 0;
        for (int i = 0; i < 3; i++) {
            double aside = toOther[i] + along * axis[i];
            square += aside * aside;
        }
        off = StrictMath.sqrt(square);
    }

    /** Finds where the Earth is, and checks that all functions here have answers. */
    private void earth(double et) {
        sight.earth(et);
        otherSight.earth(et);
        query.route.state(NaifIds.EARTH, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, query.light.observer);
    }

    private static double cosine(double sine) {
        return StrictMath.sqrt(1 - sine * sine);
    }
}
