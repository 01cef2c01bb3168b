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
    TOTAL_LUNAR_ECLIPSE(EventFamily.ECLIPSES, Measure.MAGNITUDE);

    /** What an event's number is. */
    public enum Measure {
        /** The angle between two bodies as seen from the Earth, degrees. */
        SEPARATION("deg"),
        /** The distance between the two bodies, km; of the Moon's phases, the Moon's from the Earth. */
        DISTANCE("km"),
        /** How near the shadow's axis comes to the Earth's center, equatorial radii; positive to the north of it. */
        GAMMA("earth radii"),
        /** The part of the Moon's diameter in the umbra; of a penumbral eclipse, in the penumbra. */
        MAGNITUDE("diameters");

        private final String unit;

        Measure(String unit) {
            this.unit = unit;
        }

        /** The unit, as files carry it. */
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

    public EventFamily family() {
        return family;
    }

    public Measure measure() {
        return measure;
    }

    /** In words: {@code greatest elongation east}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
