package orrery.ephemeris;

import java.util.Locale;

/** What has been found, and what the number beside it means. */
public enum EventKind {
    /** Of two bodies, neither the Sun; with the angle between them. */
    CONJUNCTION(EventFamily.CONJUNCTIONS, Measure.SEPARATION),
    /** With the Sun, between it and the Earth. */
    INFERIOR_CONJUNCTION(EventFamily.CONJUNCTIONS, Measure.SEPARATION),
    /** With the Sun, beyond it. */
    SUPERIOR_CONJUNCTION(EventFamily.CONJUNCTIONS, Measure.SEPARATION),
    /** Opposite the Sun. */
    OPPOSITION(EventFamily.OPPOSITIONS, Measure.SEPARATION),
    /** East of the Sun: seen in the evening. */
    GREATEST_ELONGATION_EAST(EventFamily.ELONGATIONS, Measure.SEPARATION),
    /** West of the Sun: seen in the morning. */
    GREATEST_ELONGATION_WEST(EventFamily.ELONGATIONS, Measure.SEPARATION),
    /** Nearest to the Sun. */
    PERIHELION(EventFamily.APSIDES, Measure.DISTANCE),
    /** Farthest from the Sun. */
    APHELION(EventFamily.APSIDES, Measure.DISTANCE),
    /** A moon nearest to its planet. */
    PERIAPSIS(EventFamily.APSIDES, Measure.DISTANCE),
    /** A moon farthest from its planet. */
    APOAPSIS(EventFamily.APSIDES, Measure.DISTANCE),
    /** Nearest to the Earth. */
    CLOSEST_APPROACH(EventFamily.APPROACHES, Measure.DISTANCE),
    /** Moon and Sun at one longitude. */
    NEW_MOON(EventFamily.PHASES, Measure.DISTANCE),
    /** The Moon a quarter of a turn east of the Sun. */
    FIRST_QUARTER(EventFamily.PHASES, Measure.DISTANCE),
    /** Half a turn. */
    FULL_MOON(EventFamily.PHASES, Measure.DISTANCE),
    /** A quarter of a turn west. */
    LAST_QUARTER(EventFamily.PHASES, Measure.DISTANCE),
    /** The penumbra alone falls on the Earth. */
    PARTIAL_SOLAR_ECLIPSE(EventFamily.ECLIPSES, Measure.GAMMA),
    /** The Moon too small to cover the Sun. */
    ANNULAR_SOLAR_ECLIPSE(EventFamily.ECLIPSES, Measure.GAMMA),
    /** Annular at the ends of its path, total in the middle. */
    HYBRID_SOLAR_ECLIPSE(EventFamily.ECLIPSES, Measure.GAMMA),
    /** The umbra falls on the Earth. */
    TOTAL_SOLAR_ECLIPSE(EventFamily.ECLIPSES, Measure.GAMMA),
    /** The Moon in the penumbra alone. */
    PENUMBRAL_LUNAR_ECLIPSE(EventFamily.ECLIPSES, Measure.MAGNITUDE),
    /** A part of the Moon in the umbra. */
    PARTIAL_LUNAR_ECLIPSE(EventFamily.ECLIPSES, Measure.MAGNITUDE),
    /** All of it. */
    TOTAL_LUNAR_ECLIPSE(EventFamily.ECLIPSES, Measure.MAGNITUDE),
    /** First contact: the planet's disc touches the Sun's from without. */
    TRANSIT_BEGINS(EventFamily.TRANSITS, Measure.SEPARATION),
    /** Second contact, from within: all of the planet is before the Sun. */
    TRANSIT_FULLY_IN(EventFamily.TRANSITS, Measure.SEPARATION),
    /** The planet nearest to the Sun's middle. */
    GREATEST_TRANSIT(EventFamily.TRANSITS, Measure.SEPARATION),
    /** Third contact, from within. */
    TRANSIT_LEAVES(EventFamily.TRANSITS, Measure.SEPARATION),
    /** Fourth contact, from without. */
    TRANSIT_ENDS(EventFamily.TRANSITS, Measure.SEPARATION),
    /** From a place: the Moon touches the Sun's disc. */
    ECLIPSE_BEGINS_HERE(EventFamily.ECLIPSES, Measure.PART),
    /** From a place: the Sun is wholly covered, or the Moon wholly before it. */
    CENTRAL_PHASE_BEGINS(EventFamily.ECLIPSES, Measure.PART),
    /** From a place: the middles are nearest. */
    GREATEST_ECLIPSE_HERE(EventFamily.ECLIPSES, Measure.PART),
    /** From a place: the Sun shows again, or the Moon begins to leave it. */
    CENTRAL_PHASE_ENDS(EventFamily.ECLIPSES, Measure.PART),
    /** From a place: the Moon leaves the Sun's disc. */
    ECLIPSE_ENDS_HERE(EventFamily.ECLIPSES, Measure.PART),
    /** The discs touch from without. */
    OCCULTATION_BEGINS(EventFamily.OCCULTATIONS, Measure.SEPARATION),
    /** The smaller disc is wholly behind, or wholly before, the larger one. */
    OCCULTATION_WHOLE(EventFamily.OCCULTATIONS, Measure.SEPARATION),
    /** The middles are nearest. */
    GREATEST_OCCULTATION(EventFamily.OCCULTATIONS, Measure.SEPARATION),
    /** The smaller disc begins to come out. */
    OCCULTATION_UNCOVERS(EventFamily.OCCULTATIONS, Measure.SEPARATION),
    /** The discs part. */
    OCCULTATION_ENDS(EventFamily.OCCULTATIONS, Measure.SEPARATION),
    /** A planet's moon: its middle enters the planet's shadow. */
    MOON_ECLIPSE_BEGINS(EventFamily.MOONS, Measure.SEPARATION),
    /** It leaves the shadow. */
    MOON_ECLIPSE_ENDS(EventFamily.MOONS, Measure.SEPARATION),
    /** Its middle goes behind the planet. */
    MOON_OCCULTATION_BEGINS(EventFamily.MOONS, Measure.SEPARATION),
    /** It comes out from behind. */
    MOON_OCCULTATION_ENDS(EventFamily.MOONS, Measure.SEPARATION),
    /** Its middle comes before the planet. */
    MOON_TRANSIT_BEGINS(EventFamily.MOONS, Measure.SEPARATION),
    /** It leaves the planet's disc. */
    MOON_TRANSIT_ENDS(EventFamily.MOONS, Measure.SEPARATION),
    /** The middle of its shadow falls on the planet. */
    MOON_SHADOW_BEGINS(EventFamily.MOONS, Measure.SEPARATION),
    /** The shadow leaves the planet. */
    MOON_SHADOW_ENDS(EventFamily.MOONS, Measure.SEPARATION),
    /** The Sun's apparent longitude is 0. */
    MARCH_EQUINOX(EventFamily.SEASONS, Measure.DISTANCE),
    /** It is a quarter of a turn. */
    JUNE_SOLSTICE(EventFamily.SEASONS, Measure.DISTANCE),
    /** Half a turn. */
    SEPTEMBER_EQUINOX(EventFamily.SEASONS, Measure.DISTANCE),
    /** Three quarters. */
    DECEMBER_SOLSTICE(EventFamily.SEASONS, Measure.DISTANCE),
    /** The apparent longitude begins to shrink. */
    STATION_RETROGRADE(EventFamily.STATIONS, Measure.LONGITUDE),
    /** It begins to grow. */
    STATION_DIRECT(EventFamily.STATIONS, Measure.LONGITUDE),
    /** A quarter of a turn east of the Sun. */
    EASTERN_QUADRATURE(EventFamily.QUADRATURES, Measure.PHASE),
    /** A quarter of a turn west. */
    WESTERN_QUADRATURE(EventFamily.QUADRATURES, Measure.PHASE),
    /** East of the Sun. */
    GREATEST_BRILLIANCY_EVENING(EventFamily.BRILLIANCIES, Measure.BRIGHTNESS),
    /** West of it. */
    GREATEST_BRILLIANCY_MORNING(EventFamily.BRILLIANCIES, Measure.BRIGHTNESS),
    /** Half lit, east of the Sun. */
    EVENING_DICHOTOMY(EventFamily.DICHOTOMIES, Measure.SEPARATION),
    /** Half lit, west of it. */
    MORNING_DICHOTOMY(EventFamily.DICHOTOMIES, Measure.SEPARATION),
    /** Northward through the ecliptic of date. */
    ASCENDING_NODE(EventFamily.NODES, Measure.LONGITUDE),
    /** Southward. */
    DESCENDING_NODE(EventFamily.NODES, Measure.LONGITUDE),
    /** The Earth passes through the plane of the rings; with the Sun's height above it. */
    EARTH_CROSSES_RINGS(EventFamily.RINGS, Measure.LATITUDE),
    /** The Sun passes through it; with the Earth's height above it. */
    SUN_CROSSES_RINGS(EventFamily.RINGS, Measure.LATITUDE);

    /** What an event's number is. */
    public enum Measure {
        /** The angle between two bodies as seen from the Earth, degrees. */
        SEPARATION("deg"),
        /** The distance between the two bodies, km; of the Moon's phases and of seasons, the body's from the Earth. */
        DISTANCE("km"),
        /** How near the shadow's axis comes to the Earth's center, equatorial radii; positive to the north of it. */
        GAMMA("earth radii"),
        /** Ecliptic longitude of date, degrees: from the Earth, true equinox; of nodes from the Sun, mean equinox. */
        LONGITUDE("deg"),
        /** The angle between Sun and Earth as seen from the body, degrees. */
        PHASE("deg"),
        /** Above a planet's equator, northern positive, degrees. */
        LATITUDE("deg"),
        /** Apparent visual magnitude. */
        BRIGHTNESS("mag"),
        /** The part of the Sun's diameter that the Moon covers. */
        PART("diameters"),
        /** The part of the Moon's diameter in the umbra; of a penumbral eclipse, in the penumbra. */
        MAGNITUDE("diameters");

        private final String unit;

        Measure(String unit) {
            this.unit = unit;
        }

        /** {@return the unit of the event's value, as files have it} */
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

    /** {@return what the number that comes with such an event measures} */
    public Measure measure() {
        return measure;
    }

    /** {@return the kind in words: {@code greatest elongation east}} */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
