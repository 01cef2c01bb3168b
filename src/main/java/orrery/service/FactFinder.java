package orrery.service;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Elements;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.EventFamily;
import orrery.ephemeris.EventFinder;
import orrery.ephemeris.EventKind;
import orrery.ephemeris.Hop;
import orrery.ephemeris.SkyEvent;
import orrery.math.Constants;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;

/** Finds the facts about a body. Confined to one thread. */
final class FactFinder {
    /**
     * How far ahead to search for the next closest approach: further away, the motion of the center itself matters more
     * than the orbit.
     */
    private static final double FARTHEST = 300 * Constants.JULIAN_YEAR;

    /** An earlier result that is still valid: searched from an epoch on. */
    private record Passage(long generation, int body, double from, double to, Optional<BodyFacts.Nearest> nearest) {}

    private final QueryCounter counter;
    private final EarthObserver sight;
    private final FrameObserver frames;
    private final SiteObserver ground;
    private final double[] state = new double[6];
    private @Nullable Passage passage;

    FactFinder(QueryCounter counter, SiteObserver ground) {
        this.ground = ground;
        this.counter = counter;
        this.sight = new EarthObserver(counter);
        this.frames = new FrameObserver(counter);
    }

    /** The facts about a body at an epoch. */
    BodyFacts find(SkyCatalogue catalogue, Ephemeris ephemeris, FactWish wanted, double et) {
        int id = wanted.body();
        PlaceWish wish = wanted.place();
        OptionalInt second = wanted.second();
        int index = catalogue.indexOf(id);
        if (index < 0) {
            return nothing(id, et, wish, Optional.empty());
        }
        SkyBody body = catalogue.bodies().get(index);
        if (body.isOrigin()) {
            return nothing(
                    id,
                    et,
                    wish,
                    Optional.of(Bodies.name(id) + " is the center of these kernels: they do not say where it is."
                            + " Open a planetary kernel in addition to place it."));
        }
        List<BodyFacts.Source> sources = new ArrayList<>();
        try {
            for (Hop hop : ephemeris.explain(id, body.root(), et)) {
                sources.add(new BodyFacts.Source(
                        hop.kernel().name(),
                        hop.segment().info().index(),
                        hop.segment().target(),
                        hop.segment().center(),
                        hop.segment().info().type(),
                        hop.segment().typeName(),
                        hop.granule().index(),
                        hop.segment().records()));
            }
        } catch (KernelException e) {
            return nothing(id, et, wish, Optional.of(String.valueOf(e.getMessage())));
        }
        BodyFacts.State fromParent = state(ephemeris, id, body.parent(), et);
        Optional<Elements> orbit = fromParent == null || id == NaifIds.SUN || body.aboutOwnBarycenter()
                ? Optional.empty()
                : orbit(fromParent, id, body.parent(), et);
        return new BodyFacts(
                id,
                et,
                id == NaifIds.SUN ? Optional.empty() : Optional.ofNullable(state(ephemeris, id, NaifIds.SUN, et)),
                id == NaifIds.EARTH ? Optional.empty() : Optional.ofNullable(state(ephemeris, id, NaifIds.EARTH, et)),
                Optional.ofNullable(fromParent),
                body.parent(),
                frames.framed(catalogue, ephemeris, body, wish, et),
                frames.surface(ephemeris, body, wish, et),
                second.isPresent() ? second(ephemeris, id, second.getAsInt(), et) : Optional.empty(),
                sight.of(ephemeris, id, et),
                wanted.site().flatMap(from -> ground.of(ephemeris, from, id, et)),
                orbit,
                orbit.flatMap(o -> nearest(catalogue, ephemeris, body, o, et)),
                sources,
                Optional.empty());
    }

    private static BodyFacts nothing(int id, double et, PlaceWish wish, Optional<String> trouble) {
        return new BodyFacts(
                id,
                et,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                new BodyFacts.FramedState(
                        wish, 0, wish.frame(), Optional.empty(), Double.NaN, List.of(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                trouble);
    }

    private BodyFacts.@Nullable State state(Ephemeris ephemeris, int target, int center, double et) {
        try {
            counter.add(1);
            ephemeris.state(target, center, et, state);
            return new BodyFacts.State(state[0], state[1], state[2], state[3], state[4], state[5]);
        } catch (KernelException e) {
            // A kernel of a single spacecraft has no Sun and no Earth: the panel says "not in these kernels".
            return null;
        }
    }

    private Optional<BodyFacts.Second> second(Ephemeris ephemeris, int id, int other, double et) {
        BodyFacts.State between = id == other ? null : state(ephemeris, id, other, et);
        return between == null
                ? Optional.empty()
                : Optional.of(new BodyFacts.Second(other, between, sight.between(ephemeris, id, other, et)));
    }

    private static Optional<Elements> orbit(BodyFacts.State s, int id, int parent, double et) {
        double gm = Bodies.gm(id, parent);
        if (Double.isNaN(gm) || !(s.distance() > 0)) {
            return Optional.empty();
        }
        return Optional.of(Elements.of(new double[] {s.x(), s.y(), s.z(), s.vx(), s.vy(), s.vz()}, gm, et));
    }

    /**
     * The next closest approach; computed again only once it is past, or time has gone back before the start of the
     * search.
     */
    private Optional<BodyFacts.Nearest> nearest(
            SkyCatalogue catalogue, Ephemeris ephemeris, SkyBody body, Elements orbit, double et) {
        Passage known = passage;
        if (known == null
                || known.generation != catalogue.generation()
                || known.body != body.id()
                || et < known.from
                || et >= known.to) {
            known = look(catalogue, ephemeris, body, orbit, et);
            passage = known;
        }
        return known.nearest;
    }

    private static Passage look(SkyCatalogue catalogue, Ephemeris ephemeris, SkyBody body, Elements orbit, double et) {
        double ahead = Math.min(FARTHEST, orbit.isEllipse() ? 1.1 * orbit.period() : 10 * Constants.JULIAN_YEAR);
        double to = Math.min(et + ahead, body.coverage().end());
        Optional<BodyFacts.Nearest> nearest = Optional.empty();
        if (et < to) {
            try {
                nearest = new EventFinder(ephemeris)
                                .find(
                                        new EventFinder.Search(
                                                et, to, EnumSet.of(EventFamily.APSIDES), List.of(body.id())),
                                        EventFinder.Watch.NONE)
                                .events()
                                .stream()
                                .filter(e -> e.kind().measure() == EventKind.Measure.LEAST_DISTANCE)
                                .filter(e -> e.other() == body.parent())
                                .min((a, b) -> Double.compare(a.et(), b.et()))
                                .map(FactFinder::passage);
            } catch (KernelException e) {
                // Closed or faulted meanwhile: the next frame reports it in full.
                nearest = Optional.empty();
            }
        }
        double until = nearest.map(BodyFacts.Nearest::et).orElse(to);
        return new Passage(catalogue.generation(), body.id(), et, until, nearest);
    }

    private static BodyFacts.Nearest passage(SkyEvent event) {
        return new BodyFacts.Nearest(event.et(), event.value());
    }
}
