package orrery.ephemeris;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The kinds of place of a body, in the terms of the almanacs (Explanatory Supplement to the Astronomical Almanac, ch.
 * 7). The first three are SPICE's and are in ICRF; the others are what the almanacs print.
 */
public enum PlaceKind {
    /** The position of the body at the epoch. */
    GEOMETRIC(Aberration.NONE, "ICRF"),
    /** The position of the body when the light now arriving left it: light time. */
    ASTROMETRIC(Aberration.CN, "ICRF"),
    /** The position as seen by a moving observer: light time and stellar aberration, both as in SPICE. */
    APPARENT(Aberration.CN_S, "ICRF"),
    /** Light time, deflection by the Sun and relativistic aberration, in the axes of ICRF. */
    PROPER(Aberration.CN_S, "ICRF"),
    /** The proper place on the true equator and equinox of date (IAU 2006/2000A precession and nutation). */
    TRUE_EQUATOR(Aberration.CN_S, "true equator and equinox of date"),
    /** The proper place on the ecliptic and true equinox of date. */
    TRUE_ECLIPTIC(Aberration.CN_S, "ecliptic and true equinox of date");

    private final Aberration aberration;
    private final String axes;

    PlaceKind(Aberration aberration, String axes) {
        this.aberration = aberration;
        this.axes = axes;
    }

    /**
     * {@return SPICE's correction that gives this place (NONE, CN or CN+S); the closest one, CN+S, for places that
     * SPICE does not have}
     */
    public Aberration aberration() {
        return aberration;
    }

    /** {@return the name of the axes used for this place} */
    public String axes() {
        return axes;
    }

    /** {@return whether the axes are those of date, which rotate} */
    public boolean isOfDate() {
        return this == TRUE_EQUATOR || this == TRUE_ECLIPTIC;
    }

    /** {@return whether the place includes deflection and relativistic aberration, which SPICE does not have} */
    public boolean isProper() {
        return this == PROPER || isOfDate();
    }

    /** {@return the name as typed, such as {@code true-equator}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds a kind of place by its name.
     *
     * @param word in upper or lower case, with {@code -} or {@code _} between its parts
     * @return the kind; empty for any other name
     */
    public static Optional<PlaceKind> named(String word) {
        String plain = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values()).filter(p -> p.name().equals(plain)).findFirst();
    }

    /** {@return all names, for messages} */
    public static String words() {
        return Arrays.stream(values()).map(PlaceKind::word).collect(Collectors.joining(", "));
    }
}
