package orrery.service;

import java.util.OptionalInt;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Coverage;
import orrery.math.Constants;
import orrery.spk.BodyKind;
import orrery.spk.NaifIds;

/**
 * A body that the loaded kernels contain and the sky shows.
 *
 * @param id NAIF id
 * @param parent NAIF id of the body it is drawn orbiting; 0, the solar-system barycenter, for the Sun
 * @param root NAIF id of the point relative to which the kernels give its states: the sky's origin or, if no kernel
 * connects its chain to that, a planet whose barycenter they contain, and about which it is drawn
 * @param coverage when the kernels cover it relative to its root, and that in the sky; never empty
 */
public record SkyBody(int id, int parent, int root, Coverage coverage) {
    /** A body fades out over this share of its coverage, within these limits in seconds. */
    private static final double FADE_SHARE = 0.05;

    private static final double FADE_LEAST = 0.25 * Constants.DAY;
    private static final double FADE_MOST = 0.5 * Constants.JULIAN_YEAR;

    /** NAIF id of what is seen there: for a barycenter that stands in for a planet, the planet. */
    public int seen() {
        return id == NaifIds.EARTH_BARYCENTER ? id : Bodies.planetOf(id).orElse(id);
    }

    /** Whether the kernels only measure others from this body, and give no position for it. */
    public boolean isOrigin() {
        return id == root;
    }

    /** Whether it is a planet whose only known motion is about its own barycenter. */
    public boolean aboutOwnBarycenter() {
        return NaifIds.isPlanetarySystem(parent) && id == NaifIds.planetOf(parent);
    }

    /** Whether the kernels cover the body at an epoch. */
    public boolean covers(double et) {
        return coverage.contains(et);
    }

    /**
     * The visibility of a body at an epoch: 1 while the kernels cover it, decreasing with the time since or until then,
     * then 0.
     */
    public double presence(double et) {
        if (covers(et)) {
            return 1;
        }
        double gap = Math.abs(coverage.nearest(et) - et);
        double fade = Math.clamp((coverage.end() - coverage.start()) * FADE_SHARE, FADE_LEAST, FADE_MOST);
        return Math.max(0, 1 - gap / fade);
    }

    /**
     * What a body is drawn orbiting.
     *
     * @param id NAIF id
     * @param center center of the segment that answers for it, if the catalogue does not give a parent
     */
    static int parentOf(int id, int center) {
        if (id == NaifIds.SUN) {
            return NaifIds.SOLAR_SYSTEM_BARYCENTER;
        }
        if (id > NaifIds.SOLAR_SYSTEM_BARYCENTER && id < NaifIds.SUN) {
            return NaifIds.SUN;
        }
        OptionalInt parent = Bodies.of(id).parent();
        if (parent.isPresent()) {
            return parent.getAsInt();
        }
        return center == NaifIds.SOLAR_SYSTEM_BARYCENTER
                ? NaifIds.SUN
                : Bodies.planetOf(center).orElse(center);
    }

    /**
     * The barycenter that stands in for a planet, or 0. Those of the Earth and Pluto do not: they are thousands of
     * kilometers from them. The others' are inside the planet, and a planet without data is drawn there itself.
     */
    static int standIn(int planet) {
        boolean far = planet == NaifIds.EARTH || planet == NaifIds.PLUTO;
        return NaifIds.isPlanet(planet) && !far ? NaifIds.planetNumber(planet) : NaifIds.SOLAR_SYSTEM_BARYCENTER;
    }

    /** Whether a point is a visible body. */
    static boolean isSeen(int id) {
        return Bodies.of(id).kind() != BodyKind.BARYCENTER;
    }
}
