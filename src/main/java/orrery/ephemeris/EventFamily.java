package orrery.ephemeris;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be looked for: each family is one search. */
public enum EventFamily {
    /** Two bodies at the same apparent longitude on the ecliptic of date, seen from the Earth. */
    CONJUNCTIONS,
    /** A body and the Sun half a turn apart in that longitude. */
    OPPOSITIONS,
    /** Mercury or Venus as far from the Sun as it gets, in angle, seen from the Earth. */
    ELONGATIONS,
    /** Nearest to and farthest from what a body goes round. */
    APSIDES,
    /** Nearest to the Earth. */
    APPROACHES,
    /** New Moon, full Moon and the quarters: the Moon's longitude less the Sun's. */
    PHASES,
    /** A shadow falls on the Earth, or on the Moon. */
    ECLIPSES,
    /** Mercury or Venus before the Sun: contacts and middle. */
    TRANSITS,
    /** A nearer body hides a farther one: the Moon a planet, a planet another. */
    OCCULTATIONS,
    /** A planet's moon in the planet's shadow, before it, behind it, or casting its shadow on it. */
    MOONS,
    /** Equinoxes and solstices. */
    SEASONS,
    /** A body begins to go backward among the stars, or forward again. */
    STATIONS,
    /** A quarter of a turn from the Sun in longitude. */
    QUADRATURES,
    /** Venus at its brightest. */
    BRILLIANCIES,
    /** Mercury or Venus half lit. */
    DICHOTOMIES,
    /** Through the ecliptic, upward and downward. */
    NODES,
    /** Saturn's rings edge on: to the Earth, or to the Sun. */
    RINGS;

    /** {@return the name as it is typed: {@code conjunctions}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a family by its name.
     *
     * @param word in upper or lower case, singular or plural
     * @return the family; empty for any other word
     */
    public static Optional<EventFamily> named(String word) {
        String plain = word.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(f -> f.name().equals(plain) || f.singular().equals(plain))
                .findFirst();
    }

    private String singular() {
        String name = name();
        return name.endsWith("IES") ? name.substring(0, name.length() - 3) + "Y" : name.substring(0, name.length() - 1);
    }

    /** {@return all names, for messages} */
    public static String words() {
        return Arrays.stream(values()).map(EventFamily::word).collect(Collectors.joining(", "));
    }
}
