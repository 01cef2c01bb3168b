package orrery.ephemeris;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be searched for; the events of a family are of one or more {@linkplain EventKind kinds}. */
public enum EventFamily {
    /** Two bodies at the same apparent longitude on the ecliptic of date, seen from the Earth. */
    CONJUNCTIONS,
    /** A body and the Sun half a turn apart in apparent longitude. */
    OPPOSITIONS,
    /** Mercury or Venus at its largest angle from the Sun, seen from the Earth. */
    ELONGATIONS,
    /** A body nearest to or farthest from the body that it orbits: perihelion and aphelion, perigee and apogee. */
    APSIDES,
    /** A body at its least distance from the Earth; the Moon's perigee is one of the {@link #APSIDES}. */
    APPROACHES,
    /** New Moon, full Moon and the quarters: the Moon's longitude minus the Sun's. */
    PHASES,
    /** A shadow on the Earth or on the Moon. */
    ECLIPSES,
    /** Mercury or Venus in front of the Sun: contacts and middle. */
    TRANSITS,
    /** A nearer body hiding a farther one: the Moon a planet, or a planet another planet. */
    OCCULTATIONS,
    /** A moon of another planet in the planet's shadow, in front of it, behind it, or casting its shadow on it. */
    MOONS,
    /** A planet's moon hiding another, or casting its shadow on another. */
    MUTUALS,
    /** Equinoxes and solstices. */
    SEASONS,
    /** A body beginning to move backward among the stars, or forward again. */
    STATIONS,
    /** A body a quarter of a turn from the Sun in longitude. */
    QUADRATURES,
    /** Venus at its brightest. */
    BRILLIANCIES,
    /** Mercury or Venus half lit. */
    DICHOTOMIES,
    /** A body crossing the ecliptic, upward or downward. */
    NODES,
    /** Saturn's rings edge on, seen from the Earth or from the Sun. */
    RINGS;

    /** {@return the name as typed, such as {@code conjunctions}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether there are so many that they hide the others in a list of all} */
    public boolean isNumerous() {
        return switch (this) {
            case PHASES, APSIDES, MOONS, MUTUALS -> true;
            default -> false;
        };
    }

    /**
     * Finds a family by its name.
     *
     * @param word in upper or lower case, singular or plural: {@code apsis} or {@code apsides}
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
        return switch (this) {
            case APSIDES -> "APSIS";
            case APPROACHES -> "APPROACH";
            case BRILLIANCIES, DICHOTOMIES -> name.substring(0, name.length() - 3) + "Y";
            default -> name.substring(0, name.length() - 1);
        };
    }

    /** {@return all names, for messages} */
    public static String words() {
        return Arrays.stream(values()).map(EventFamily::word).collect(Collectors.joining(", "));
    }
}
