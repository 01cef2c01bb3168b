package orrery.ephemeris;

import java.util.Locale;

/** The kind of an event, and the meaning of its number. */
public enum EventKind {
    /** A conjunction of two bodies, neither of them the Sun; with the angle between them. */
    CONJUNCTION(EventFamily.CONJUNCTIONS, Measure.SEPARATION),
    /** A conjunction with the Sun, between it and the Earth. */
    INFERIOR_CONJUNCTION(EventFamily.CONJUNCTIONS, Measure.SEPARATION),
    /** A conjunction with the Sun, beyond it. */
    SUPERIOR_CONJUNCTION(EventFamily.CONJUNCTIONS, Measure.SEPARATION),
    /** Opposite the Sun. */
    OPPOSITION(EventFamily.OPPOSITIONS, Measure.SEPARATION),
    /** East of the Sun: seen in the evening. */
    GREATEST_ELONGATION_EAST(EventFamily.ELONGATIONS, Measure.SEPARATION),
    /** West of the Sun: seen in the morning. */
    GREATEST_ELONGATION_WEST(EventFamily.ELONGATIONS, Measure.SEPARATION),
    /** Nearest to the Sun. */
    PERIHELION(EventFamily.APSIDES, Measure.LEAST_DISTANCE),
    /** Farthest from the Sun. */
    APHELION(EventFamily.APSIDES, Measure.LARGEST_DISTANCE),
    /** A moon nearest to its planet: the Moon at perigee. */
    PERIAPSIS(EventFamily.APSIDES, Measure.LEAST_DISTANCE),
    /** A moon farthest from its planet: the Moon at apogee. */
    APOAPSIS(EventFamily.APSIDES, Measure.LARGEST_DISTANCE),
    /** Nearest to the Earth. */
    CLOSEST_APPROACH(EventFamily.APPROACHES, Measure.LEAST_DISTANCE),
    /** Moon and Sun at the same longitude. */
    NEW_MOON(EventFamily.PHASES, Measure.DISTANCE),
    /** The Moon a quarter of a turn east of the Sun. */
    FIRST_QUARTER(EventFamily.PHASES, Measure.DISTANCE),
    /** The Moon half a turn from the Sun. */
    FULL_MOON(EventFamily.PHASES, Measure.DISTANCE),
    /** A quarter of a turn west of the Sun. */
    LAST_QUARTER(EventFamily.PHASES, Measure.DISTANCE),
    /** Only the penumbra falls on the Earth. */
    PARTIAL_SOLAR_ECLIPSE(EventFamily.ECLIPSES, Measure.GAMMA),
    /** The Moon is too small to cover the Sun. */
    ANNULAR_SOLAR_ECLIPSE(EventFamily.ECLIPSES, Measure.GAMMA),
    /** Annular at the ends of its path, total in the middle. */
    HYBRID_SOLAR_ECLIPSE(EventFamily.ECLIPSES, Measure.GAMMA),
    /** The umbra falls on the Earth. */
    TOTAL_SOLAR_ECLIPSE(EventFamily.ECLIPSES, Measure.GAMMA),
    /** The Moon is only in the penumbra. */
    PENUMBRAL_LUNAR_ECLIPSE(EventFamily.ECLIPSES, Measure.MAGNITUDE),
    /** Part of the Moon is in the umbra. */
    PARTIAL_LUNAR_ECLIPSE(EventFamily.ECLIPSES, Measure.MAGNITUDE),
    /** All of the Moon is in the umbra. */
    TOTAL_LUNAR_ECLIPSE(EventFamily.ECLIPSES, Measure.MAGNITUDE),
    /** First contact: the planet's disc touches the Sun's from outside. */
    TRANSIT_BEGINS(EventFamily.TRANSITS, Measure.SEPARATION),
    /** Second contact, from inside: the whole planet is in front of the Sun. */
    TRANSIT_FULLY_IN(EventFamily.TRANSITS, Measure.SEPARATION),
    /** The planet is nearest to the center of the Sun's disc. */
    GREATEST_TRANSIT(EventFamily.TRANSITS, Measure.SEPARATION),
    /** Third contact, from inside. */
    TRANSIT_LEAVES(EventFamily.TRANSITS, Measure.SEPARATION),
    /** Fourth contact, from outside. */
    TRANSIT_ENDS(EventFamily.TRANSITS, Measure.SEPARATION),
    /** From a place: the Moon touches the Sun's disc. */
    ECLIPSE_BEGINS_HERE(EventFamily.ECLIPSES, Measure.PART),
    /** From a place: the Sun is completely covered, or the Moon is completely in front of it. */
    CENTRAL_PHASE_BEGINS(EventFamily.ECLIPSES, Measure.PART),
    /** From a place: the centers of the discs are nearest. */
    GREATEST_ECLIPSE_HERE(EventFamily.ECLIPSES, Measure.PART),
    /** From a place: the Sun appears again, or the Moon begins to leave it. */
    CENTRAL_PHASE_ENDS(EventFamily.ECLIPSES, Measure.PART),
    /** From a place: the Moon leaves the Sun's disc. */
    ECLIPSE_ENDS_HERE(EventFamily.ECLIPSES, Measure.PART),
    /** The discs touch from outside. */
    OCCULTATION_BEGINS(EventFamily.OCCULTATIONS, Measure.SEPARATION),
    /** The smaller disc is completely behind or completely in front of the larger one. */
    OCCULTATION_WHOLE(EventFamily.OCCULTATIONS, Measure.SEPARATION),
    /** The centers of the discs are nearest. */
    GREATEST_OCCULTATION(EventFamily.OCCULTATIONS, Measure.SEPARATION),
    /** The smaller disc begins to emerge. */
    OCCULTATION_UNCOVERS(EventFamily.OCCULTATIONS, Measure.SEPARATION),
    /** The discs separate. */
    OCCULTATION_ENDS(EventFamily.OCCULTATIONS, Measure.SEPARATION),
    /** The nearer body hides at least part of the farther one from some place on the Earth. */
    OCCULTATION_SOMEWHERE_ON_EARTH(EventFamily.OCCULTATIONS, Measure.SEPARATION),
    /** A planet's moon: its center enters the planet's shadow. */
    MOON_ECLIPSE_BEGINS(EventFamily.MOONS, Measure.SEPARATION),
    /** A planet's moon leaves the planet's shadow. */
    MOON_ECLIPSE_ENDS(EventFamily.MOONS, Measure.SEPARATION),
    /** A planet's moon: its center goes behind the planet. */
    MOON_OCCULTATION_BEGINS(EventFamily.MOONS, Measure.SEPARATION),
    /** A planet's moon: its center emerges from behind the planet. */
    MOON_OCCULTATION_ENDS(EventFamily.MOONS, Measure.SEPARATION),
    /** A planet's moon: its center moves in front of the planet. */
    MOON_TRANSIT_BEGINS(EventFamily.MOONS, Measure.SEPARATION),
    /** A planet's moon: its center leaves the planet's disc. */
    MOON_TRANSIT_ENDS(EventFamily.MOONS, Measure.SEPARATION),
    /** The center of a moon's shadow reaches its planet. */
    MOON_SHADOW_BEGINS(EventFamily.MOONS, Measure.SEPARATION),
    /** The center of a moon's shadow leaves its planet. */
    MOON_SHADOW_ENDS(EventFamily.MOONS, Measure.SEPARATION),
    /** Two moons of a planet: the discs touch from outside. */
    MUTUAL_OCCULTATION_BEGINS(EventFamily.MUTUALS, Measure.SEPARATION),
    /** The centers of the discs are nearest. */
    GREATEST_MUTUAL_OCCULTATION(EventFamily.MUTUALS, Measure.SEPARATION),
    /** The discs separate. */
    MUTUAL_OCCULTATION_ENDS(EventFamily.MUTUALS, Measure.SEPARATION),
    /** A moon's penumbra reaches another moon's disc. */
    MUTUAL_ECLIPSE_BEGINS(EventFamily.MUTUALS, Measure.SEPARATION),
    /** A moon's umbra reaches another moon's disc. */
    MUTUAL_UMBRA_BEGINS(EventFamily.MUTUALS, Measure.SEPARATION),
    /** The axis of a moon's shadow is nearest to another moon's center. */
    GREATEST_MUTUAL_ECLIPSE(EventFamily.MUTUALS, Measure.SEPARATION),
    /** A moon's umbra leaves another moon's disc. */
    MUTUAL_UMBRA_ENDS(EventFamily.MUTUALS, Measure.SEPARATION),
    /** A moon's penumbra leaves another moon's disc. */
    MUTUAL_ECLIPSE_ENDS(EventFamily.MUTUALS, Measure.SEPARATION),
    /** The Sun's apparent longitude is 0. */
    MARCH_EQUINOX(EventFamily.SEASONS, Measure.DISTANCE),
    /** The Sun's apparent longitude is a quarter of a turn. */
    JUNE_SOLSTICE(EventFamily.SEASONS, Measure.DISTANCE),
    /** The Sun's apparent longitude is half a turn. */
    SEPTEMBER_EQUINOX(EventFamily.SEASONS, Measure.DISTANCE),
    /** The Sun's apparent longitude is three quarters of a turn. */
    DECEMBER_SOLSTICE(EventFamily.SEASONS, Measure.DISTANCE),
    /** The apparent longitude begins to decrease. */
    STATION_RETROGRADE(EventFamily.STATIONS, Measure.LONGITUDE),
    /** The apparent longitude begins to increase. */
    STATION_DIRECT(EventFamily.STATIONS, Measure.LONGITUDE),
    /** A quarter of a turn east of the Sun. */
    EASTERN_QUADRATURE(EventFamily.QUADRATURES, Measure.PHASE),
    /** A quarter of a turn west of the Sun. */
    WESTERN_QUADRATURE(EventFamily.QUADRATURES, Measure.PHASE),
    /** Venus at its brightest, east of the Sun: in the evening. */
    GREATEST_BRILLIANCY_EVENING(EventFamily.BRILLIANCIES, Measure.BRIGHTNESS),
    /** Venus at its brightest, west of the Sun: in the morning. */
    GREATEST_BRILLIANCY_MORNING(EventFamily.BRILLIANCIES, Measure.BRIGHTNESS),
    /** Half lit, east of the Sun. */
    EVENING_DICHOTOMY(EventFamily.DICHOTOMIES, Measure.SEPARATION),
    /** Half lit, west of the Sun. */
    MORNING_DICHOTOMY(EventFamily.DICHOTOMIES, Measure.SEPARATION),
    /** Northward through the ecliptic of date. */
    ASCENDING_NODE(EventFamily.NODES, Measure.LONGITUDE),
    /** Southward through the ecliptic of date. */
    DESCENDING_NODE(EventFamily.NODES, Measure.LONGITUDE),
    /** The Earth passes through the plane of the rings; with the Sun's latitude above it. */
    EARTH_CROSSES_RINGS(EventFamily.RINGS, Measure.LATITUDE),
    /** The Sun passes through the plane of the rings; with the Earth's latitude above it. */
    SUN_CROSSES_RINGS(EventFamily.RINGS, Measure.LATITUDE);

    /** What the number of an event measures. */
    public enum Measure {
        /**
         * The angle between the centers of the two bodies in degrees, as seen from the Earth's center; for transits and
         * occultations, from the place if one is given.
         */
        SEPARATION("deg"),
        /** The distance of the Moon (phases) or the Sun (seasons) from the Earth, km. */
        DISTANCE("km"),
        /** The distance between the two bodies, which has a minimum there, km. */
        LEAST_DISTANCE("km"),
        /** The distance between the two bodies, which has a maximum there, km. */
        LARGEST_DISTANCE("km"),
        /** The least distance of the shadow's axis from the Earth's center, equatorial radii; positive to the north. */
        GAMMA("earth radii"),
        /**
         * Ecliptic longitude of date, degrees: from the Earth, true equinox; for nodes, from the Sun (the Moon's, from
         * the Earth), mean equinox.
         */
        LONGITUDE("deg"),
        /** The angle between Sun and Earth as seen from the body, degrees. */
        PHASE("deg"),
        /** Latitude of the Sun or the Earth above a planet's equator, positive to the north, degrees. */
        LATITUDE("deg"),
        /** Apparent visual magnitude. */
        BRIGHTNESS("mag"),
        /** The fraction of the Sun's diameter that the Moon covers. */
        PART("diameters"),
        /** The fraction of the Moon's diameter in the umbra; for a penumbral eclipse, in the penumbra. */
        MAGNITUDE("diameters");

        private final String unit;

        Measure(String unit) {
            this.unit = unit;
        }

        /** {@return the unit of the event's value, as written in files} */
        public String unit() {
            return unit;
        }
    }

    private final EventFamily family;
    private final Measure measure;

    EventKind(EventFamily family, Measure measure) {
        this.family = family;
        this.measure = measure;
    }

    /** {@return the family that it belongs to} */
    public EventFamily family() {
        return family;
    }

    /** {@return what the number of such an event measures} */
    public Measure measure() {
        return measure;
    }

    /** {@return the kind in words: {@code greatest elongation east}} */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
