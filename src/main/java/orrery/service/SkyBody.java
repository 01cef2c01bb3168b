package orrery.service;

import java.util.List;
import java.util.OptionalInt;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Coverage;

/**
 * A body that the loaded kernels hold and the sky shows.
 *
 * @param id NAIF id
 * @param parent NAIF id of the body that it is drawn going round; 0, the solar-system barycentre, for the Sun
 * @param coverage when the kernels hold it relative to the sky's origin; never empty
 */
public record SkyBody(int id, int parent, Coverage coverage) {
    private static final int BARYCENTER = 0;
    private static final int SUN = 10;

    /** Whether the kernels hold the body at an epoch. */
    public boolean covers(double et) {
        List<Coverage.Span> spans = coverage.spans();
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).contains(et)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What a body is drawn going round.
     *
     * @param id NAIF id
     * @param center of the segment that answers for it, where the catalogue does not say whose it is
     */
    static int parentOf(int id, int center) {
        if (id == SUN) {
            return BARYCENTER;
        }
        if (id > BARYCENTER && id < SUN) {
            return SUN;
        }
        OptionalInt parent = Bodies.of(id).parent();
        if (parent.isPresent()) {
            return parent.getAsInt();
        }
        return center == BARYCENTER ? SUN : Bodies.planetOf(center).orElse(center);
    }
}
