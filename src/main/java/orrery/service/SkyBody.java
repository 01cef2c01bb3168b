package orrery.service;

import java.util.OptionalInt;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Coverage;
import orrery.math.Constants;
import orrery.spk.BodyKind;
import orrery.spk.NaifIds;

/**
 * A body that the loaded kernels hold and the sky shows.
 *
 * @param id NAIF id
 * @param parent NAIF id of the body that it is drawn going round; 0, the solar-system barycenter, for the Sun
 * @param root NAIF id of the point that the kernels give its states relative to: the sky's origin; or, where no kernel joins
 *     its chain to that, a planet whose barycenter they do hold, and about which it is drawn
 * @param coverage when the kernels hold it relative to its root, and that in the sky; never empty
 */
public record SkyBody(int id, int parent, int root, Coverage coverage) {
    /** A body fades within this share of the time that it is held, seconds at least and at most. */
    private static final double FADE_SHARE = 0.05;

    private static final double FADE_LEAST = 0.25 * Constants.DAY;
    private static final double FADE_MOST = 0.5 * Constants.JULIAN_YEAR;

    /** NAIF id of what is seen there: of a barycenter that stands in for a planet the planet. */
    public int seen() {
        return id == NaifIds.EARTH_BARYCENTER ? id : Bodies.planetOf(id).orElse(id);
    }

    /** Whether the kernels say nothing of the body but that others are measured from it. */
    public boolean isOrigin() {
        return id == root;
    }

    /** Whether it is a planet of which no more is known than how it swings about its own barycenter. */
    public boolean aboutOwnBarycenter() {
        return NaifIds.isPlanetarySystem(parent) && id == NaifIds.planetOf(parent);
    }

    /** Whether the kernels hold the body at an epoch. */
    public boolean covers(double et) {
        return coverage.contains(et);
    }

    /** How much of the body is there at an epoch: 1 while the kernels hold it, less the longer ago or ahead that is, then 0. */
    public double presence(double et) {
        if (covers(et)) {
            return 1;
        }
        double gap = Math.abs(coverage.nearest(et) - et);
        double fade = Math.clamp((coverage.end() - coverage.start()) * FADE_SHARE, FADE_LEAST, FADE_MOST);
        return Math.max(0, 1 - gap / fade);
    }

    /**
     * What a body is drawn going round.
     *
     * @param id NAIF id
     * @param center of the segment that answers for it, where the catalogue does not say whose it is
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
     * The barycenter that stands in for a planet, or 0. The Earth's and Pluto's do not: they lie thousands of kilometres
     * from them. The others' lie within the planet, and a planet that is not held is drawn there itself.
     */
    static int standIn(int planet) {
        boolean far = planet == NaifIds.EARTH || planet == NaifIds.PLUTO;
        return NaifIds.isPlanet(planet) && !far ? NaifIds.planetNumber(planet) : NaifIds.SOLAR_SYSTEM_BARYCENTER;
    }

    /** Whether a point is a body that can be seen. */
    static boolean isSeen(int id) {
        return Bodies.of(id).kind() != BodyKind.BARYCENTER;
    }
}
