package orrery.spk;

import java.util.OptionalInt;

/**
 * NAIF ids: the numbers known to the program itself, and the meaning of any id from its number alone (NAIF IDs Required
 * Reading, "Planets and satellites" to "Ground stations"). All arithmetic with ids is in this class.
 */
public final class NaifIds {
    /** The solar-system barycenter. */
    public static final int SOLAR_SYSTEM_BARYCENTER = 0;

    /** The barycenter of Mercury, which is the center of Mercury itself. */
    public static final int MERCURY_BARYCENTER = 1;

    /** The barycenter of Venus, which is the center of Venus itself. */
    public static final int VENUS_BARYCENTER = 2;

    /** The barycenter of Earth and Moon. */
    public static final int EARTH_BARYCENTER = 3;

    /** The barycenter of Mars and its moons. */
    public static final int MARS_BARYCENTER = 4;

    /** The barycenter of Jupiter and its moons. */
    public static final int JUPITER_BARYCENTER = 5;

    /** The barycenter of Saturn and its moons. */
    public static final int SATURN_BARYCENTER = 6;

    /** The barycenter of Uranus and its moons. */
    public static final int URANUS_BARYCENTER = 7;

    /** The barycenter of Neptune and its moons. */
    public static final int NEPTUNE_BARYCENTER = 8;

    /** The barycenter of Pluto and its moons. */
    public static final int PLUTO_BARYCENTER = 9;

    /** The Sun. */
    public static final int SUN = 10;

    /** Mercury. */
    public static final int MERCURY = 199;

    /** Venus. */
    public static final int VENUS = 299;

    /** The Moon. */
    public static final int MOON = 301;

    /** The Earth. */
    public static final int EARTH = 399;

    /** Mars. */
    public static final int MARS = 499;

    /** Jupiter. */
    public static final int JUPITER = 599;

    /** Saturn. */
    public static final int SATURN = 699;

    /** Titan. */
    public static final int TITAN = 606;

    /** Uranus. */
    public static final int URANUS = 799;

    /** Neptune. */
    public static final int NEPTUNE = 899;

    /** Pluto, which NAIF numbers like a planet. */
    public static final int PLUTO = 999;

    private static final int FIRST_OLD_ASTEROID = 2_000_001;
    private static final int LAST_OLD_ASTEROID = 2_999_999;
    private static final int NEW_ASTEROIDS = 20_000_000;
    private static final int OLD_ASTEROIDS = 2_000_000;
    private static final int TIME = 1_000_000_000;

    private static final int LARGEST_NUMBER = 29_999_999;
    private static final int OWN_COMETS = 1_900_000;
    private static final int OWN_UNNUMBERED_ASTEROIDS = 1_100_000_000;
    private static final int OWN_UNNUMBERED_COMETS = 1_400_000_000;
    private static final int OWN_FRAGMENTS = 1_640_000_000;
    private static final int OWN_END = 1_700_000_000;
    private static final int OWN_YEAR = 1800;
    private static final int OWN_ORDERS = 1 << 15;

    private NaifIds() {}

    /**
     * Classifies a body as far as its id allows.
     *
     * @param id NAIF id
     * @return its kind
     */
    public static BodyKind kindOf(int id) {
        if (id < 0) {
            return BodyKind.SPACECRAFT;
        }
        if (id < SUN) {
            return BodyKind.BARYCENTER;
        }
        if (id == SUN) {
            return BodyKind.STAR;
        }
        if (isLagrangePoint(id)) {
            return BodyKind.LAGRANGE_POINT;
        }
        if (systemOf(id).isPresent()) {
            return isPlanet(id) ? BodyKind.PLANET : BodyKind.MOON;
        }
        if (hostOf(id).isPresent()) {
            return BodyKind.STATION;
        }
        if (id >= TIME && id < TIME + 10) {
            return BodyKind.TIME;
        }
        return smallBodyKind(id);
    }

    private static BodyKind smallBodyKind(int id) {
        return switch (id) {
            // Asteroids of double systems, and those visited by Galileo, numbered before there was a rule.
            case 2_431_011 -> BodyKind.MOON;
            case 9_511_010 -> BodyKind.ASTEROID;
            case 20_000_617, 20_003_548, 20_065_803 -> BodyKind.BARYCENTER;
            default -> {
                if (within(id, 1_000_001, 1_999_999) || within(id, 50_000_001, 50_000_023)) {
                    yield BodyKind.COMET;
                }
                if (within(id, FIRST_OLD_ASTEROID, 3_999_999) || within(id, NEW_ASTEROIDS + 1, 59_999_999)) {
                    yield BodyKind.ASTEROID;
                }
                if (within(id, OWN_UNNUMBERED_ASTEROIDS, OWN_END - 1)) {
                    yield id < OWN_UNNUMBERED_COMETS ? BodyKind.ASTEROID : BodyKind.COMET;
                }
                if (within(id, 920_000_001, 959_999_999)) {
                    yield BodyKind.ASTEROID;
                }
                yield within(id, 120_000_001, 859_999_999) && id % 100_000_000 / 10_000_000 >= 2
                        ? BodyKind.MOON
                        : BodyKind.UNKNOWN;
            }
        };
    }

    /**
     * Returns whether an id is a planet's: 199 to 999.
     *
     * @param id NAIF id
     * @return whether it is
     */
    public static boolean isPlanet(int id) {
        return within(id, MERCURY, PLUTO) && id % 100 == 99;
    }

    /**
     * Returns whether an id is the barycenter of a planet's system: 1 to 9.
     *
     * @param id NAIF id
     * @return whether it is
     */
    public static boolean isPlanetarySystem(int id) {
        return within(id, MERCURY_BARYCENTER, PLUTO_BARYCENTER);
    }

    /**
     * Returns the planet of a system.
     *
     * @param system 1 to 9
     * @return 199 to 999
     */
    public static int planetOf(int system) {
        return system * 100 + 99;
    }

    /**
     * Returns the number of a planet, given its own id or the barycenter of its system.
     *
     * @param id NAIF id
     * @return 4 for 499 and for 4; 0 for any other id
     */
    public static int planetNumber(int id) {
        return isPlanetarySystem(id) ? id : isPlanet(id) ? id / 100 : 0;
    }

    /**
     * Returns the key by which ids are sorted for display: the Sun, then each planet followed by its moons with
     * three-digit ids, then everything else in ascending order, spacecraft last. The barycenter of a planet's system
     * has the same key as the planet, and the solar-system barycenter the same as the Sun. Moons with five-digit ids
     * are among everything else.
     *
     * @param id NAIF id
     * @return a number that ascends in that order; not unique
     */
    public static double order(int id) {
        if (id == SUN) {
            return 0;
        }
        if (within(id, 100, 999)) {
            return Math.floor(id / 100.0) + (isPlanet(id) ? 0 : id % 100 / 100.0);
        }
        return id < 0 ? 1e10 - id : id;
    }

    /**
     * Finds the system of a planet or moon.
     *
     * @param id NAIF id
     * @return 4 for 499 and for 401; empty for other bodies
     */
    public static OptionalInt systemOf(int id) {
        if (isLagrangePoint(id)) {
            return OptionalInt.empty();
        }
        if (within(id, 100, 999) && id % 100 != 0) {
            return OptionalInt.of(id / 100);
        }
        // Moons beyond two digits: PXNNN, where X is 0 for numbered and 5 for provisional ones.
        if (within(id, 10_000, 99_999) && (id / 1000 % 10 == 0 || id / 1000 % 10 == 5) && id % 1000 != 0) {
            return OptionalInt.of(id / 10_000);
        }
        return OptionalInt.empty();
    }

    /**
     * Finds the body on which a ground station is located: the station's id is the body's followed by three digits. Ids
     * that begin with 398 are also on the Earth.
     *
     * @param id NAIF id
     * @return the body; empty if the id is not a station's
     */
    public static OptionalInt hostOf(int id) {
        if (!within(id, 100_000, 999_999)) {
            return OptionalInt.empty();
        }
        int host = id / 1000;
        return host == 398
                ? OptionalInt.of(EARTH)
                : host == MOON || isPlanet(host) ? OptionalInt.of(host) : OptionalInt.empty();
    }

    /**
     * Finds the body that a body belongs to: the Sun for a planet, an asteroid, a comet or a Lagrange point; the planet
     * for its moon; the asteroid for its moon; the body on which a station is located. Barycenters, spacecraft and the
     * Sun have none.
     *
     * @param id NAIF id
     * @return NAIF id; empty if there is none
     */
    public static OptionalInt parentOf(int id) {
        OptionalInt system = systemOf(id);
        if (system.isPresent()) {
            int planet = planetOf(system.getAsInt());
            return OptionalInt.of(id == planet ? SUN : planet);
        }
        if (isLagrangePoint(id)) {
            return OptionalInt.of(SUN);
        }
        OptionalInt host = hostOf(id);
        if (host.isPresent()) {
            return host;
        }
        return switch (kindOf(id)) {
            case ASTEROID, COMET -> OptionalInt.of(SUN);
            case MOON -> OptionalInt.of(id == 2_431_011 ? 2_431_010 : id % 100_000_000);
            default -> OptionalInt.empty();
        };
    }

    /**
     * Converts between NAIF's two numbers for an asteroid: 2000001 and 20000001.
     *
     * @param id NAIF id
     * @return the other number; empty for other bodies
     */
    public static OptionalInt otherAsteroidNumber(int id) {
        if (within(id, FIRST_OLD_ASTEROID, LAST_OLD_ASTEROID)) {
            return OptionalInt.of(id - OLD_ASTEROIDS + NEW_ASTEROIDS);
        }
        return within(id, NEW_ASTEROIDS + 1, NEW_ASTEROIDS + 999_999)
                ? OptionalInt.of(id - NEW_ASTEROIDS + OLD_ASTEROIDS)
                : OptionalInt.empty();
    }

    /**
     * Returns the id of a numbered asteroid: 20000433 for 433.
     *
     * @param number the asteroid's number
     * @return NAIF id; empty for a number for which NAIF has no room
     */
    public static OptionalInt ofAsteroid(int number) {
        return number > 0 && number < LARGEST_NUMBER ? OptionalInt.of(NEW_ASTEROIDS + number) : OptionalInt.empty();
    }

    /**
     * Returns the id of a numbered comet that NAIF does not name; these are this program's own ids, above those
     * assigned by JPL.
     *
     * @param number the comet's number
     * @return the id; empty if there is no room for it
     */
    public static OptionalInt ofNumberedComet(int number) {
        return within(number, 1, 99_999) ? OptionalInt.of(OWN_COMETS + number) : OptionalInt.empty();
    }

    /**
     * Returns the id of a fragment of a numbered comet; one of this program's own ids, as for {@link #ofUnnumbered}.
     *
     * @param number the comet's number
     * @param piece 1 for A, 27 for AA
     * @return the id; empty if there is no room for it
     */
    public static OptionalInt ofFragment(int number, int piece) {
        return within(number, 1, 9_999) && within(piece, 1, 999)
                ? OptionalInt.of(OWN_FRAGMENTS + number * 1000 + piece)
                : OptionalInt.empty();
    }

    /**
     * Returns the id of an asteroid or comet that has only a provisional designation; the designation can be derived
     * from the id. These are this program's own ids, above all those used by NAIF.
     *
     * @param year of the designation, 1800 to 2100
     * @param halfMonth 0 to 23, from the first half of January
     * @param order within the half-month, 0 to 32767
     * @param comet whether it is a comet
     * @return the id; empty if there is no room for it
     */
    public static OptionalInt ofUnnumbered(int year, int halfMonth, int order, boolean comet) {
        if (!within(year, OWN_YEAR, OWN_YEAR + 300) || !within(halfMonth, 0, 23) || !within(order, 0, OWN_ORDERS - 1)) {
            return OptionalInt.empty();
        }
        int place = ((year - OWN_YEAR) * 24 + halfMonth) * OWN_ORDERS + order;
        return OptionalInt.of((comet ? OWN_UNNUMBERED_COMETS : OWN_UNNUMBERED_ASTEROIDS) + place);
    }

    private static boolean isLagrangePoint(int id) {
        return switch (id) {
            case 31, 32, 34, 35, 391, 392, 394, 395 -> true;
            default -> false;
        };
    }

    private static boolean within(int id, int first, int last) {
        return id >= first && id <= last;
    }
}
