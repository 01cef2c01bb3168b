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
    /** New and full Moons near enough to a node that a shadow falls. */
    ECLIPSES;

    /** As it is typed: {@code conjunctions}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the word for it, in whatever case; the singular will do. */
    public static Optional<EventFamily> named(String word) {
        String plain = word.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(f -> f.name().equals(plain) || f.name().equals(plain + "S"))
                .findFirst();
    }

    /** All words, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(EventFamily::word).collect(Collectors.joining(", "));
    }
}
