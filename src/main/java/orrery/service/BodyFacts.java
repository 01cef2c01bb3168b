package orrery.service;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import orrery.ephemeris.Constellation;
import orrery.ephemeris.Elements;
import orrery.ephemeris.SubPoints;
import orrery.math.Constants;
import orrery.math.Vectors;

/**
 * The facts about one body at one epoch. States are geometric, ICRF, without aberration; {@link #seen} is as seen from
 * the Earth's center.
 *
 * @param body NAIF id
 * @param et TDB seconds past J2000
 * @param fromSun the body relative to the Sun
 * @param fromEarth the body relative to the Earth's center
 * @param fromParent the body relative to its parent, which it orbits
 * @param parent NAIF id of its parent
 * @param framed the body in the selected frame, relative to the selected center and with the selected correction
 * @param surface the points of its surface that face the Earth and the Sun; empty if its orientation is unknown
 * @param second the body relative to a second, selected body
 * @param seen where and how it is seen from the Earth; empty for the Earth, and if the kernels lack the Earth or the
 * Sun
 * @param sky where it is in the sky of the selected place on the Earth; empty if there is none
 * @param orbit its osculating conic around its parent
 * @param nearest its next closest approach to its parent, from the kernels; empty if they end before it
 * @param sources the kernels and segments that answered, from the body to the origin
 * @param trouble why there are no facts, as reported by the reader
 */
public record BodyFacts(
        int body,
        double et,
        Optional<State> fromSun,
        Optional<State> fromEarth,
        Optional<State> fromParent,
        int parent,
        FramedState framed,
        Optional<Surface> surface,
        Optional<Second> second,
        Optional<Appearance> seen,
        Optional<SiteSky> sky,
        Optional<Elements> orbit,
        Optional<Nearest> nearest,
        List<Source> sources,
        Optional<String> trouble) {
    /** Copies the list. */
    public BodyFacts {
        sources = List.copyOf(sources);
    }

    /** Position in km and velocity in km/s, ICRF. */
    public record State(double x, double y, double z, double vx, double vy, double vz) {
        public double distance() {
            return Vectors.length(x, y, z);
        }

        public double speed() {
            return Vectors.length(vx, vy, vz);
        }

        /** Light time over the distance, seconds. */
        public double lightTime() {
            return distance() / Constants.C;
        }
    }

    /**
     * A state in a selected frame.
     *
     * @param wish the request
     * @param center NAIF id of the body it is relative to
     * @param frame name of the frame
     * @param state in that frame, including its rotation; empty if unavailable
     * @param lightTime seconds; NaN without a state
     * @param sources where the orientation of the frame comes from, such as {@code IAU_MARS: built in (pck00011.tpc)};
     * empty for inertial frames
     * @param trouble why there is no state
     */
    public record FramedState(
            PlaceWish wish,
            int center,
            String frame,
            Optional<State> state,
            double lightTime,
            List<String> sources,
            Optional<String> trouble) {
        public FramedState {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Points of the body's surface, planetocentric, with light time.
     *
     * @param frame the body-fixed frame
     * @param sources where its orientation comes from
     * @param earth the point below the Earth's center; empty for the Earth, and if the kernels lack it
     * @param sun the point below the Sun's center; empty for the Sun, and if the kernels lack it
     */
    public record Surface(
            String frame, List<String> sources, Optional<SubPoints.Point> earth, Optional<SubPoints.Point> sun) {
        public Surface {
            sources = List.copyOf(sources);
        }
    }

    /**
     * The body and a second one.
     *
     * @param body NAIF id of the second one
     * @param state the first relative to it, geometric, ICRF
     * @param angle between the two as seen from the Earth's center, proper places, radians; empty if one of them is the
     * Earth
     */
    public record Second(int body, State state, OptionalDouble angle) {}

    /** A direction: right ascension and declination, or longitude and latitude, radians, the first from 0 to 2 pi. */
    public record Direction(double longitude, double latitude) {}

    /**
     * The body as seen from the Earth's center.
     *
     * @param astrometric with light time only; right ascension and declination, ICRF (J2000)
     * @param equator with light time, deflection, aberration; true equator and equinox of date
     * @param ecliptic as equator, on the ecliptic and true equinox of date
     * @param lightTime seconds
     * @param constellation constellation of the proper place, by the IAU's boundaries
     * @param lit its illumination; empty for the Sun
     * @param magnitude apparent visual magnitude; empty if there is no formula for the body
     * @param diameter apparent diameter of its equator, radians; empty if its radius is unknown
     */
    public record Appearance(
            Direction astrometric,
            Direction equator,
            Direction ecliptic,
            double lightTime,
            Constellation constellation,
            Optional<Lit> lit,
            Optional<Magnitude> magnitude,
            OptionalDouble diameter) {}

    /**
     * Its brightness.
     *
     * @param value apparent visual magnitude
     * @param extrapolated whether the phase angle is outside the range of the formula
     */
    public record Magnitude(double value, boolean extrapolated) {}

    /**
     * Its illumination by the Sun.
     *
     * @param elongation between it and the Sun, proper places, radians
     * @param east whether it is east of the Sun, by the ecliptic of date: an evening body
     * @param phaseAngle between Sun and Earth as seen from the body, radians
     * @param illuminated the illuminated fraction of the disc
     */
    public record Lit(double elongation, boolean east, double phaseAngle, double illuminated) {}

    /** The next closest approach to its parent: when, TDB seconds past J2000, and the distance, km, geometric. */
    public record Nearest(double et, double distance) {}

    /**
     * One step of the chain that answered.
     *
     * @param kernel file name
     * @param segment 0-based position in the file
     * @param target NAIF id
     * @param center NAIF id
     * @param type SPK data type, and its name
     * @param typeName its name
     * @param granule 0-based position in the segment
     * @param granules number of granules
     */
    public record Source(
            String kernel,
            int segment,
            int target,
            int center,
            int type,
            String typeName,
            long granule,
            long granules) {}
}
