package orrery.service;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.Radii;
import orrery.ephemeris.SubPoints;
import orrery.frames.FrameSystem;
import orrery.frames.ReferenceFrame;
import orrery.frames.UnknownNameException;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;

/**
 * Computes where bodies are in selected frames, and which points of their surfaces are visible. Confined to one thread.
 */
final class FrameObserver {
    private final QueryCounter counter;
    private final double[] state = new double[6];

    FrameObserver(QueryCounter counter) {
        this.counter = counter;
    }

    /** The requested state, or why there is none. */
    BodyFacts.FramedState framed(SkyCatalogue catalogue, Ephemeris ephemeris, SkyBody body, PlaceWish wish, double et) {
        int center = center(catalogue, body, wish.center());
        try {
            ReferenceFrame frame = ephemeris.frames().byName(wish.frame());
            counter.add(1);
            double lightTime = ephemeris.planetAt(body.id(), center, et, wish.aberration(), frame, state);
            BodyFacts.State found = new BodyFacts.State(state[0], state[1], state[2], state[3], state[4], state[5]);
            return new BodyFacts.FramedState(
                    wish,
                    center,
                    frame.name(),
                    Optional.of(found),
                    lightTime,
                    frame.isInertial() ? List.of() : ephemeris.frames().sources(frame.id(), et),
                    Optional.empty());
        } catch (KernelException | UnknownNameException e) {
            return new BodyFacts.FramedState(
                    wish,
                    center,
                    wish.frame(),
                    Optional.empty(),
                    Double.NaN,
                    List.of(),
                    Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static int center(SkyCatalogue catalogue, SkyBody body, OptionalInt wanted) {
        if (wanted.isPresent()) {
            return wanted.getAsInt();
        }
        boolean sun = body.id() != NaifIds.SUN && catalogue.indexOf(NaifIds.SUN) >= 0;
        return sun && body.root() == catalogue.origin() ? NaifIds.SUN : body.parent();
    }

    /**
     * The points below the Earth and the Sun, in the selected frame if it is fixed to the body, else in the body's own.
     */
    Optional<BodyFacts.Surface> surface(Ephemeris ephemeris, SkyBody body, PlaceWish wish, double et) {
        FrameSystem frames = ephemeris.frames();
        int seen = body.seen();
        Optional<ReferenceFrame> chosen = known(() -> frames.byName(wish.frame()))
                .filter(f -> !f.isInertial() && f.center() == seen)
                .filter(f -> known(() -> frames.sources(f.id(), et)).isPresent());
        Optional<ReferenceFrame> frame = chosen.or(() ->
                ephemeris.axes(seen).flatMap(axes -> known(() -> axes.at(et)).flatMap(f -> f)));
        if (frame.isEmpty()) {
            return Optional.empty();
        }
        Optional<Radii> radii = Bodies.of(seen).radii();
        SubPoints points = new SubPoints(ephemeris);
        counter.add(10);
        Optional<SubPoints.Point> earth = seen == NaifIds.EARTH
                ? Optional.empty()
                : known(() -> points.beneath(NaifIds.EARTH, body.id(), frame.get(), radii, et));
        Optional<SubPoints.Point> sun = seen == NaifIds.SUN
                ? Optional.empty()
                : known(() -> points.beneathSun(NaifIds.EARTH, body.id(), frame.get(), radii, et));
        if (earth.isEmpty() && sun.isEmpty()) {
            return Optional.empty();
        }
        List<String> sources = known(() -> frames.sources(frame.get().id(), et)).orElse(List.of());
        return Optional.of(new BodyFacts.Surface(frame.get().name(), sources, earth, sun));
    }

    /** What kernels answer; empty if they do not. */
    private static <T> Optional<T> known(Supplier<T> asked) {
        try {
            return Optional.of(asked.get());
        } catch (KernelException | UnknownNameException _) {
            return Optional.empty();
        }
    }
}
