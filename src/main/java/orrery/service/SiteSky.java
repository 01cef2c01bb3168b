package orrery.service;

import java.util.List;
import java.util.Optional;
import orrery.ephemeris.Horizon;
import orrery.ephemeris.Site;
import orrery.ephemeris.SiteMoment;

/**
 * A body in the sky of a place on the Earth.
 *
 * @param site the place
 * @param place where the body stands now, without refraction
 * @param day when it rises, passes the meridian and sets on this day of the place's clocks, of the Sun the twilights too; empty
 *     until that is reckoned
 * @param up whether it is in sight when the day begins, which tells where it neither rises nor sets
 * @param orientation where the Earth's orientation comes from, and how good it is
 */
public record SiteSky(Site site, Horizon place, Optional<List<SiteMoment>> day, boolean up, String orientation) {
    /** Copies the list. */
    public SiteSky {
        day = day.map(List::copyOf);
    }
}
