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
 * What is known of one body at one epoch. States are geometric, ICRF, without aberration; what is {@link #seen} is seen from
 * the Earth's center.
 *
 * @param body NAIF id
 * @param et TDB seconds past J2000
 * @param fromSun the body relative to the Sun
 * @param fromEarth the body relative to the Earth's center
 * @param fromParent the body relative to what it goes round
 * @param parent NAIF id of what it goes round
 * @param framed where the body is in the frame, from the center and with the correction that somebody chose
 * @param surface which points of its surface look at the Earth and at the Sun; empty where it is not known how it stands
 * @param second the body relative to a second one that somebody has chosen
 * @param seen where and how it is seen from the Earth; empty for the Earth, and where the kernels hold no Earth or no Sun
 * @param sky where it stands in the sky of the place on the Earth that somebody chose; empty where there is none
 * @param orbit the conic that it is on round its parent, two bodies taken alone
 * @param nearest when it is next nearest to its parent, as the kernels have it; empty where they end before
 * @param sources which kernel and segment answered, from the body to the origin
 * @param trouble why there is nothing to tell, in the reader's own words
 */
public record BodyFacts(
        int body,
        double et,
        Optional<State> fromSun,
        Optional<State> fromEarth,
        Optional<State> fromParent,
        int parent,
        Framed framed,
        Optional<Surface> surface,
        Optional<Second> second,
        Optional<Seen> seen,
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

        /** Seconds that light takes over the distance. */
        public double lightTime() {
            return distance() / Constants.C;
        }
    }

    /**
     * A state in a chosen frame.
     *
     * @param wish how it was asked
     * @param center NAIF id of what it is relative to
     * @param frame the frame's name
     * @param state in that frame, its turning included; empty where it cannot be had
     * @param lightTime seconds; NaN without a state
     * @param sources who says how the frame stands, as in {@code IAU_MARS: built in (pck00011.tpc)}; empty for inertial ones
     * @param trouble why there is no state
     */
    public record Framed(
            PlaceWish wish,
            int center,
            String frame,
            Optional<State> state,
            double lightTime,
            List<String> sources,
            Optional<String> trouble) {
        public Framed {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Points of the body's surface, planetocentric, with light time.
     *
     * @param frame the body-fixed frame
     * @param sources who says how it stands
     * @param earth beneath the Earth's center; empty of the Earth, and where it is not held
     * @param sun beneath the Sun's; empty of the Sun, and where it is not held
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
     * @param angle between both as seen from the Earth's center, proper places, radians; empty if one of them is the Earth
     */
    public record Second(int body, State state, OptionalDouble angle) {}

    /** A direction: right ascension and declination, or longitude and latitude, radians, the first from 0 to a turn. */
    public record Direction(double longitude, double latitude) {}

    /**
     * The body as seen from the Earth's center.
     *
     * @param astrometric light time alone; right ascension and declination, ICRF (J2000)
     * @param equator light time, deflection, aberration; true equator and equinox of date
     * @param ecliptic as equator, on the ecliptic and true equinox of date
     * @param lightTime seconds
     * @param constellation where the proper place lies, by the IAU's boundaries
     * @param lit how it is lit; empty for the Sun
     * @param magnitude apparent visual; empty where there is no law for the body
     * @param diameter the angle that its equator takes up, radians; empty where its radius is unknown
     */
    public record Seen(
            Direction astrometric,
            Direction equator,
            Direction ecliptic,
            double lightTime,
            Constellation constellation,
            Optional<Lit> lit,
            Optional<Magnitude> magnitude,
            OptionalDouble diameter) {}

    /**
     * How bright it looks.
     *
     * @param value apparent visual magnitude
     * @param extrapolated whether it is seen at a phase angle for which the law was not made
     */
    public record Magnitude(double value, boolean extrapolated) {}

    /**
     * The Sun's light on it.
     *
     * @param elongation between it and the Sun, proper places, radians
     * @param east whether it is east of the Sun, by the ecliptic of date: an evening body
     * @param phaseAngle between Sun and Earth as seen from the body, radians
     * @param illuminated the part of the disc that is lit
     */
    public record Lit(double elongation, boolean east, double phaseAngle, double illuminated) {}

    /** When a body is next nearest to its parent, TDB seconds past J2000, and how near, km, geometric. */
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
     * @param granules how many there are
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
