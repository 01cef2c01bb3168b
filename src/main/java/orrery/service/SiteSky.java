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
 * @param place the body's current place, without refraction
 * @param day when it rises, crosses the meridian and sets on this day of the place's clocks, for the Sun also the
 * twilights; empty until computed
 * @param up whether it is above the horizon at the start of the day, for bodies that neither rise nor set
 * @param orientation source and accuracy of the Earth's orientation
 */
public record SiteSky(Site site, Horizon place, Optional<List<SiteMoment>> day, boolean up, String orientation) {
    /** Copies the list. */
    public SiteSky {
        day = day.map(List::copyOf);
    }
}
