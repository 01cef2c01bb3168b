package orrery.service;

import java.util.List;
import orrery.ephemeris.Coverage;

/**
 * A body that the loaded kernels hold and the sky shows.
 *
 * @param id NAIF id
 * @param parent NAIF id of the body that it is drawn going round; 0, the solar-system barycentre, for the Sun
 * @param coverage when the kernels hold it relative to the sky's origin; never empty
 */
public record SkyBody(int id, int parent, Coverage coverage) {
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

    /** The body that a NAIF id is drawn going round, where the id itself tells it; else the center of its segment. */
    static int parentOf(int id, int center) {
        if (id == 10) {
            return 0;
        }
        if (id >= 1 && id <= 9) {
            return 10;
        }
        if (id >= 100 && id <= 999) {
            return id % 100 == 99 ? 10 : id / 100 * 100 + 99;
        }
        if (center >= 1 && center <= 9) {
            return center * 100 + 99;
        }
        return center == 0 ? 10 : center;
    }
}
