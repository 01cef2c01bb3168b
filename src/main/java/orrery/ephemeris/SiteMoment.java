package orrery.ephemeris;

import java.util.Locale;

/**
 * A moment of the day in the sky of a place.
 *
 * @param kind what happens
 * @param body NAIF id; the Sun for twilight
 * @param et TDB seconds past J2000, within a tenth of a second of the model
 * @param place the position of the body at that moment
 */
public record SiteMoment(Kind kind, int body, double et, Horizon place) {
    /** What happens. */
    public enum Kind {
        /** The Sun's center rises through 18 degrees below the horizon. */
        ASTRONOMICAL_DAWN,
        /** The Sun's center rises through 12 degrees below the horizon. */
        NAUTICAL_DAWN,
        /** The Sun's center rises through 6 degrees below the horizon. */
        CIVIL_DAWN,
        /** The upper limb of the Sun or the Moon appears, or any other body itself. */
        RISE,
        /** The body crosses the meridian, where it is highest. */
        TRANSIT,
        /** The upper limb of the Sun or the Moon disappears, or any other body itself. */
        SET,
        /** The Sun's center sinks through 6 degrees below the horizon. */
        CIVIL_DUSK,
        /** The Sun's center sinks through 12 degrees below the horizon. */
        NAUTICAL_DUSK,
        /** The Sun's center sinks through 18 degrees below the horizon. */
        ASTRONOMICAL_DUSK;

        /** {@return the kind in words: {@code civil dawn}} */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
