package orrery.service;

import java.util.Optional;
import java.util.OptionalDouble;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Body;
import orrery.ephemeris.Constellation;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.Photometry;
import orrery.ephemeris.PlaceKind;
import orrery.ephemeris.Radii;
import orrery.frames.BodyAxes;
import orrery.math.Constants;
import orrery.math.StateRotation;
import orrery.math.Vectors;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;

/** Computes how bodies are seen from the Earth's center. Confined to one thread. */
final class EarthObserver {
    private final QueryCounter counter;
    private final double[] place = new double[6];
    private final double[] proper = new double[6];
    private final double[] sun = new double[6];
    private final double[] toSun = new double[6];
    private final double[] pole = new double[3];
    private final double[] turn = new double[StateRotation.SIZE];

    EarthObserver(QueryCounter counter) {
        this.counter = counter;
    }

    /** A body as seen; empty if the kernels lack what that needs. */
    Optional<BodyFacts.Appearance> of(Ephemeris ephemeris, int id, double et) {
        if (id == NaifIds.EARTH) {
            return Optional.empty();
        }
        try {
            counter.add(4);
            double lightTime = ephemeris.planetAt(id, NaifIds.EARTH, et, PlaceKind.TRUE_EQUATOR, place);
            BodyFacts.Direction equator = direction(place);
            ephemeris.planetAt(id, NaifIds.EARTH, et, PlaceKind.TRUE_ECLIPTIC, place);
            BodyFacts.Direction ecliptic = direction(place);
            ephemeris.planetAt(id, NaifIds.EARTH, et, PlaceKind.PROPER, proper);
            ephemeris.planetAt(id, NaifIds.EARTH, et, PlaceKind.ASTROMETRIC, place);
            Body body = Bodies.of(Bodies.planetOf(id).orElse(id));
            double distance = Vectors.length(place);
            Optional<Radii> radii = body.radii();
            OptionalDouble diameter = radii.isPresent() && radii.get().a() < distance
                    ? OptionalDouble.of(2 * Math.asin(radii.get().a() / distance))
                    : OptionalDouble.empty();
            return Optional.of(new BodyFacts.Appearance(
                    direction(place),
                    equator,
                    ecliptic,
                    lightTime,
                    Constellation.at(proper[0], proper[1], proper[2]),
                    id == NaifIds.SUN ? Optional.empty() : Optional.of(lit(ephemeris, id, et, ecliptic, lightTime)),
                    magnitude(ephemeris, id, et, body, distance),
                    diameter));
        } catch (KernelException e) {
            // No Earth, or no Sun, at this epoch or slightly earlier: the panel says so.
            return Optional.empty();
        }
    }

    /** The angle between two bodies, radians; empty if one is the Earth, or missing. */
    OptionalDouble between(Ephemeris ephemeris, int id, int other, double et) {
        if (id == NaifIds.EARTH || other == NaifIds.EARTH) {
            return OptionalDouble.empty();
        }
        try {
            counter.add(2);
            ephemeris.planetAt(id, NaifIds.EARTH, et, PlaceKind.PROPER, proper);
            ephemeris.planetAt(other, NaifIds.EARTH, et, PlaceKind.PROPER, place);
            return OptionalDouble.of(Vectors.angle(proper, place));
        } catch (KernelException e) {
            return OptionalDouble.empty();
        }
    }

    /**
     * Expects the proper and the astrometric place in the fields; leaves the vector from the body to the Sun in one.
     */
    private BodyFacts.Lit lit(Ephemeris ephemeris, int id, double et, BodyFacts.Direction ecliptic, double lightTime) {
        counter.add(3);
        ephemeris.planetAt(NaifIds.SUN, NaifIds.EARTH, et, PlaceKind.PROPER, sun);
        double elongation = Vectors.angle(proper, sun);
        // The light that arrives now left the Sun even earlier.
        ephemeris.planetAt(NaifIds.SUN, id, et - lightTime, PlaceKind.ASTROMETRIC, toSun);
        for (int i = 0; i < 3; i++) {
            proper[i] = -place[i];
        }
        double phase = Vectors.angle(proper, toSun);
        ephemeris.planetAt(NaifIds.SUN, NaifIds.EARTH, et, PlaceKind.TRUE_ECLIPTIC, sun);
        boolean east = Math.IEEEremainder(ecliptic.longitude() - direction(sun).longitude(), Constants.TURN) > 0;
        return new BodyFacts.Lit(elongation, east, phase, (1 + Math.cos(phase)) / 2);
    }

    private Optional<BodyFacts.Magnitude> magnitude(
            Ephemeris ephemeris, int id, double et, Body body, double distance) {
        if (!Photometry.knows(id)) {
            return Optional.empty();
        }
        if (id == NaifIds.SUN) {
            return Optional.of(bright(id, new Photometry.Geometry(0, distance / Constants.AU, 0, 0, 0, et)));
        }
        double sunLatitude = 0;
        double earthLatitude = 0;
        Optional<BodyAxes> axes = ephemeris.axes(body.id());
        if (axes.isPresent() && axes.get().fromJ2000(et, turn) != null) {
            System.arraycopy(turn, 6, pole, 0, 3);
            sunLatitude = latitude(toSun, 1);
            earthLatitude = latitude(place, -1);
        }
        for (int i = 0; i < 3; i++) {
            proper[i] = -place[i];
        }
        Photometry.Geometry seen = new Photometry.Geometry(
                Vectors.length(toSun) / Constants.AU,
                distance / Constants.AU,
                Vectors.angle(proper, toSun),
                sunLatitude,
                earthLatitude,
                et);
        return Optional.of(bright(id, seen));
    }

    private static BodyFacts.Magnitude bright(int id, Photometry.Geometry seen) {
        return new BodyFacts.Magnitude(Photometry.magnitude(id, seen), Photometry.extrapolates(id, seen));
    }

    private double latitude(double[] v, int sign) {
        return Math.asin(sign * Vectors.dot(v, pole) / Vectors.length(v));
    }

    private static BodyFacts.Direction direction(double[] v) {
        double longitude = Math.atan2(v[1], v[0]);
        return new BodyFacts.Direction(
                longitude < 0 ? longitude + Constants.TURN : longitude, Math.atan2(v[2], Math.hypot(v[0], v[1])));
    }
}
