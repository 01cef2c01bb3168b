package orrery.ephemeris;

import java.util.Locale;

/**
 * What a day brings to the sky of a place.
 *
 * @param kind what happens
 * @param body NAIF id; of twilight the Sun
 * @param et TDB seconds past J2000, within a tenth of a second of where the model has it
 * @param place where the body then stands
 */
public record SiteMoment(Kind kind, int body, double et, Horizon place) {
    /** What happens. */
    public enum Kind {
        /** The Sun's center rises through 18 degrees below the horizon. */
        ASTRONOMICAL_DAWN,
        /** Through 12 degrees below. */
        NAUTICAL_DAWN,
        /** Through 6 degrees below. */
        CIVIL_DAWN,
        /** The upper limb of Sun or Moon, or a planet, comes into sight. */
        RISE,
        /** Through the meridian, where the body stands highest. */
        TRANSIT,
        /** Out of sight. */
        SET,
        /** The Sun's center sinks through 6 degrees below the horizon. */
        CIVIL_DUSK,
        /** Through 12 degrees below. */
        NAUTICAL_DUSK,
        /** Through 18 degrees below. */
        ASTRONOMICAL_DUSK;

        /** {@return the kind in words: {@code civil dawn}} */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
