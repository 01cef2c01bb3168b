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
import orrery.ephemeris.Site;
import orrery.ephemeris.SkyEvent;
import orrery.math.Constants;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;

/** Finds out what is known of a body. Confined to one thread. */
final class FactFinder {
    /** How far ahead the next nearest passage is looked for at most: beyond, a center's own swing says more than the orbit. */
    private static final double FARTHEST = 300 * Constants.JULIAN_YEAR;

    /** What was found out before and still holds: looked for from an epoch on. */
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

    /**
     * What is known of a body.
     *
     * @param second NAIF id of a second body to measure from, if there is one
     * @param site a place on the Earth in whose sky it is wanted
     * @param wish in which frame, from where and how corrected its state is wanted
     */
    BodyFacts find(
            SkyCatalogue catalogue,
            Ephemeris ephemeris,
            int id,
            OptionalInt second,
            PlaceWish wish,
            Optional<Site> site,
            double et) {
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
                    Optional.of(Bodies.name(id) + " is what these kernels measure from: they do not say where it is."
                            + " Open a planetary kernel beside them to place it."));
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
                site.flatMap(from -> ground.of(ephemeris, from, id, et)),
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
                new BodyFacts.Framed(wish, 0, wish.frame(), Optional.empty(), Double.NaN, List.of(), Optional.empty()),
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
            // A kernel of a spacecraft alone has no Sun and no Earth: the panel says "not in these kernels".
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

    /** The next nearest passage; found anew only once it is past, or time has gone back before it was looked for. */
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
                                .filter(e -> e.kind() == EventKind.PERIHELION || e.kind() == EventKind.PERIAPSIS)
                                .filter(e -> e.other() == body.parent())
                                .min((a, b) -> Double.compare(a.et(), b.et()))
                                .map(FactFinder::passage);
            } catch (KernelException e) {
                // Closed or faulted meanwhile: the next frame says so in full.
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
