package orrery.ephemeris;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import orrery.binding.KernelClosedException;
import orrery.binding.KernelPool;
import orrery.spk.KernelException;
import orrery.spk.OutsideCoverageException;

/**
 * Finds all events of the chosen families in a span.
 *
 * <p>Nothing is skipped: the span is walked in steps in which no body concerned moves by more than a tenth of its distance
 * from the observer (or, of apsides, from what it goes round), so that no direction turns by more than six degrees between
 * two looks; a difference that only touches zero between two looks is found by its turning point. What a step shows is then
 * narrowed to {@link #TOLERANCE}. Directions are proper places (light time, the Sun's deflection, aberration) on the ecliptic
 * of date, from the Earth's center; distances are geometric.
 *
 * <p>Thread-safe: each search keeps its state to itself. A search reads the pool that is current when it begins.
 */
public final class EventFinder {
    /** How near in time an event is to where the model has it: seconds. */
    public static final double TOLERANCE = 1;

    private static final double FINEST = 0.01;
    private static final double DAY = 86_400;
    private static final double SHORTEST_STEP = 300;
    private static final double LONGEST_STEP = 20 * DAY;
    private static final int SUN = EarthView.SUN;
    private static final int EARTH = EarthView.EARTH;
    private static final int MOON = EarthView.MOON;

    /** How whoever waits for a search follows it, and calls it off. Called on the searching thread. */
    public interface Watch {
        /** Nobody follows, and it runs to its end. */
        Watch NONE = new Watch() {};

        /**
         * Tells how far it is.
         *
         * @param fraction from 0 to 1
         */
        default void at(double fraction) {}

        /** Asked at every step; true ends the search with a {@link CancellationException}. */
        default boolean isCancelled() {
            return false;
        }

        /** Tells of each event as it is found, not in order of time. */
        default void found(SkyEvent event) {}
    }

    /**
     * What is looked for.
     *
     * @param from TDB seconds past J2000
     * @param to as from, later
     * @param families at least one
     * @param bodies NAIF ids: events of these alone, a planet's barycenter standing for it where the kernels hold no more;
     *     none for all that {@link EventFinder#bodies} gives
     */
    public record Search(double from, double to, Set<EventFamily> families, List<Integer> bodies) {
        /**
         * Copies the collections.
         *
         * @throws IllegalArgumentException if the span is empty or no family is chosen
         */
        public Search {
            if (!(from < to) || families.isEmpty()) {
                throw new IllegalArgumentException("Say a span from an earlier to a later date, and what to look for.");
            }
            families = Set.copyOf(families);
            bodies = List.copyOf(bodies);
        }
    }

    /**
     * What was found.
     *
     * @param events in order of time
     * @param partly bodies that the kernels hold for a part of the span only, or not at all: there nothing was found
     */
    public record Found(List<SkyEvent> events, List<Integer> partly) {
        /** Copies the lists. */
        public Found {
            events = List.copyOf(events);
            partly = List.copyOf(partly);
        }
    }

    private final Ephemeris ephemeris;

    public EventFinder(Ephemeris ephemeris) {
        this.ephemeris = ephemeris;
    }

    /**
     * The bodies of a pool whose events are looked for where none are chosen: planets (their barycenters where the kernels
     * hold no more), the Moon, and what else goes round the Sun by itself; no spacecraft, no moons of other planets.
     */
    public static List<Integer> bodies(Ephemeris ephemeris) {
        Set<Integer> ids = new TreeSet<>();
        Set<Integer> held = new TreeSet<>();
        for (int id : ephemeris.targets()) {
            held.add(id);
        }
        for (int id : held) {
            OptionalInt planet = Bodies.planetOf(id);
            if (planet.isPresent()) {
                ids.add(held.contains(planet.getAsInt()) ? planet.getAsInt() : id);
                continue;
            }
            BodyKind kind = Bodies.of(id).kind();
            if (id == MOON || kind == BodyKind.PLANET || kind == BodyKind.ASTEROID || kind == BodyKind.COMET) {
                ids.add(id);
            }
        }
        ids.remove(3);
        return List.copyOf(ids);
    }

    /**
     * Searches, on the calling thread.
     *
     * @throws CancellationException if the watch calls it off
     * @throws KernelException if a kernel is closed or faults meanwhile; a gap in the data is no error
     */
    public Found find(Search search, Watch watch) {
        while (true) {
            KernelPool pool = ephemeris.pool();
            try {
                return new Run(pool, search, watch).run();
            } catch (KernelClosedException e) {
                if (ephemeris.pool() == pool) {
                    throw e;
                }
            }
        }
    }

    /** One part of a search: one function walked through one span. */
    private record Pass(List<Integer> needs, Consumer<Coverage.Span> walk) {}

    /** One search. */
    private static final class Run {
        private final Ephemeris ephemeris;
        private final Search search;
        private final Watch watch;
        private final EarthView view;
        private final Crossings crossings = new Crossings(FINEST);
        private final Eclipses eclipses;
        private final List<Pass> passes = new ArrayList<>();
        private final List<SkyEvent> events = new ArrayList<>();
        private final Set<Integer> partly = new LinkedHashSet<>();
        private int done;

        Run(KernelPool pool, Search search, Watch watch) {
            this.ephemeris = Ephemeris.of(pool);
            this.search = search;
            this.watch = watch;
            this.view = new EarthView(pool);
            this.eclipses = new Eclipses(view, crossings);
        }

        Found run() {
            plan();
            for (Pass pass : passes) {
                for (Coverage.Span span : covered(pass.needs)) {
                    pass.walk.accept(span);
                }
                done++;
                watch.at(done / (double) passes.size());
            }
            events.sort(Comparator.comparingDouble(SkyEvent::et)
                    .thenComparing(SkyEvent::kind)
                    .thenComparingInt(SkyEvent::body)
                    .thenComparingInt(SkyEvent::other));
            return new Found(events, List.copyOf(partly));
        }

        private void plan() {
            List<Integer> all = bodies(ephemeris);
            List<Integer> chosen = search.bodies.isEmpty()
                    ? all
                    : search.bodies.stream().map(this::held).distinct().toList();
            // Of the Sun and of the Earth are all events in which the others meet them.
            boolean everyone = chosen.contains(SUN) || chosen.contains(EARTH);
            Set<Integer> seen = new TreeSet<>(everyone ? all : chosen);
            seen.remove(SUN);
            seen.remove(EARTH);
            boolean moon = seen.remove(MOON);
            for (int body : seen) {
                if (has(EventFamily.CONJUNCTIONS)) {
                    passes.add(new Pass(List.of(body, SUN, EARTH), span -> solar(body, span)));
                }
                if (has(EventFamily.OPPOSITIONS)) {
                    passes.add(new Pass(List.of(body, SUN, EARTH), span -> oppositions(body, span)));
                }
                if (has(EventFamily.ELONGATIONS) && (system(body) == 1 || system(body) == 2)) {
                    passes.add(new Pass(List.of(body, SUN, EARTH), span -> elongations(body, span)));
                }
                if (has(EventFamily.APPROACHES)) {
                    passes.add(new Pass(List.of(body, EARTH), span -> approaches(body, span)));
                }
            }
            if (has(EventFamily.CONJUNCTIONS)) {
                pairs(all, chosen, everyone);
            }
            if (has(EventFamily.APSIDES)) {
                Set<Integer> orbiting = new TreeSet<>(chosen.contains(SUN) ? all : chosen);
                orbiting.remove(SUN);
                for (int body : orbiting) {
                    apsides(body);
                }
            }
            boolean moonToo = moon || everyone;
            if (moonToo && (has(EventFamily.PHASES) || has(EventFamily.ECLIPSES))) {
                passes.add(new Pass(List.of(MOON, SUN, EARTH), this::phases));
            }
        }

        /** A planet itself, or its barycenter where the kernels hold no more of it. */
        private int held(int body) {
            OptionalInt barycenter = Bodies.barycenterOf(body);
            boolean planet = Bodies.of(body).kind() == BodyKind.PLANET && body != EARTH;
            return planet
                            && barycenter.isPresent()
                            && ephemeris.coverage(body, 0).isEmpty()
                    ? barycenter.getAsInt()
                    : body;
        }

        private boolean has(EventFamily family) {
            return search.families.contains(family);
        }

        /** The number of a planet's system, of planet and barycenter alike; 0 of others. */
        private static int system(int body) {
            return Bodies.planetOf(body).isPresent()
                    ? body
                    : Bodies.of(body).kind() == BodyKind.PLANET ? body / 100 : 0;
        }

        /** Planets with planets; and a chosen body, the Moon too, with each planet. */
        private void pairs(List<Integer> all, List<Integer> chosen, boolean everyone) {
            List<Integer> planets =
                    all.stream().filter(id -> system(id) > 0 && id != EARTH).toList();
            Set<List<Integer>> made = new LinkedHashSet<>();
            List<Integer> bodies = search.bodies.isEmpty() || everyone ? planets : chosen;
            for (int planet : planets) {
                for (int body : bodies) {
                    boolean same = body == planet || (system(body) > 0 && system(body) == system(planet));
                    if (!same && body != SUN && body != EARTH) {
                        made.add(List.of(Math.min(body, planet), Math.max(body, planet)));
                    }
                }
            }
            for (List<Integer> pair : made) {
                passes.add(new Pass(
                        List.of(pair.get(0), pair.get(1), EARTH), span -> meetings(pair.get(0), pair.get(1), span)));
            }
        }

        private void apsides(int body) {
            int around = body >= 1 && body <= 9 ? SUN : Bodies.of(body).parent().orElse(SUN);
            // The giants are swung about by their moons, more than their distance from the Sun changes near an apsis.
            OptionalInt barycenter = Bodies.barycenterOf(body);
            boolean giant = around == SUN && body != EARTH && barycenter.isPresent();
            int who = giant && !ephemeris.coverage(barycenter.getAsInt(), SUN).isEmpty() ? barycenter.getAsInt() : body;
            passes.add(new Pass(List.of(who, around), span -> apsides(body, who, around, span)));
        }

        /** Where in the span of the search the kernels hold all of these; one epoch alone is no span to search. */
        private List<Coverage.Span> covered(List<Integer> bodies) {
            Coverage wanted = new Coverage(List.of(new Coverage.Span(search.from, search.to)));
            Coverage covered = wanted;
            int anchor = bodies.getLast();
            for (int body : bodies) {
                if (body != anchor) {
                    covered = covered.and(ephemeris.coverage(body, anchor));
                    if (!covered.equals(wanted)) {
                        partly.add(body);
                    }
                }
            }
            return covered.spans().stream()
                    .filter(span -> span.start() < span.end())
                    .toList();
        }

        private void step(double et) {
            if (watch.isCancelled()) {
                throw new CancellationException("The search was called off.");
            }
            watch.at((done + (et - search.from) / (search.to - search.from)) / passes.size());
        }

        private void add(EventKind kind, double et, int body, int other, double value) {
            add(new SkyEvent(kind, et, body, other, value));
        }

        private void add(SkyEvent event) {
            events.add(event);
            watch.found(event);
        }

        private static double clamped(double step) {
            return Math.clamp(step, SHORTEST_STEP, LONGEST_STEP);
        }

        /** A function of two directions, and its step. */
        private Crossings.Motion seen(int body, int other, DoubleUnaryOperator value) {
            return new Crossings.Motion() {
                @Override
                public double value(double et) {
                    return value.applyAsDouble(et);
                }

                @Override
                public double step(double et) {
                    return clamped(Math.min(view.tenth(body, EARTH, et), view.tenth(other, EARTH, et)));
                }
            };
        }

        private Crossings.Motion parting(int body, int other) {
            return new Crossings.Motion() {
                @Override
                public double value(double et) {
                    return view.parting(body, other, et);
                }

                @Override
                public double step(double et) {
                    return clamped(view.tenth(body, other, et));
                }
            };
        }

        private void solar(int body, Coverage.Span span) {
            crossings.zeros(
                    seen(body, SUN, et -> view.apart(body, SUN, et)),
                    span.start(),
                    span.end(),
                    Math.PI,
                    this::step,
                    et -> add(
                            view.distance(body, et) < view.distance(SUN, et)
                                    ? EventKind.INFERIOR_CONJUNCTION
                                    : EventKind.SUPERIOR_CONJUNCTION,
                            et,
                            body,
                            SUN,
                            Math.toDegrees(view.separation(body, SUN, et))));
        }

        private void oppositions(int body, Coverage.Span span) {
            crossings.zeros(
                    seen(body, SUN, et -> opposite(view.apart(body, SUN, et))),
                    span.start(),
                    span.end(),
                    Math.PI,
                    this::step,
                    et -> add(EventKind.OPPOSITION, et, body, SUN, Math.toDegrees(view.separation(body, SUN, et))));
        }

        private static double opposite(double angle) {
            return angle > 0 ? angle - Math.PI : angle + Math.PI;
        }

        private void elongations(int body, Coverage.Span span) {
            crossings.maxima(
                    seen(body, SUN, et -> view.separation(body, SUN, et)),
                    span.start(),
                    span.end(),
                    this::step,
                    et -> add(
                            view.apart(body, SUN, et) > 0
                                    ? EventKind.GREATEST_ELONGATION_EAST
                                    : EventKind.GREATEST_ELONGATION_WEST,
                            et,
                            body,
                            SUN,
                            Math.toDegrees(view.separation(body, SUN, et))));
        }

        private void meetings(int body, int other, Coverage.Span span) {
            crossings.zeros(
                    seen(body, other, et -> view.apart(body, other, et)),
                    span.start(),
                    span.end(),
                    Math.PI,
                    this::step,
                    et -> add(
                            EventKind.CONJUNCTION, et, body, other, Math.toDegrees(view.separation(body, other, et))));
        }

        private void approaches(int body, Coverage.Span span) {
            crossings.zeros(
                    parting(body, EARTH), span.start(), span.end(), Double.POSITIVE_INFINITY, this::step, et -> {
                        if (view.parting(body, EARTH, et + 1) > view.parting(body, EARTH, et - 1)) {
                            add(EventKind.CLOSEST_APPROACH, et, body, EARTH, view.gap(body, EARTH, et));
                        }
                    });
        }

        private void apsides(int body, int who, int around, Coverage.Span span) {
            boolean sun = around == SUN;
            crossings.zeros(
                    parting(who, around), span.start(), span.end(), Double.POSITIVE_INFINITY, this::step, et -> {
                        boolean near = view.parting(who, around, et + 60) > view.parting(who, around, et - 60);
                        EventKind kind = near
                                ? sun ? EventKind.PERIHELION : EventKind.PERIAPSIS
                                : sun ? EventKind.APHELION : EventKind.APOAPSIS;
                        add(kind, et, body, around, view.gap(who, around, et));
                    });
        }

        private void phases(Coverage.Span span) {
            EventKind[] kinds = {
                EventKind.NEW_MOON, EventKind.FIRST_QUARTER, EventKind.FULL_MOON, EventKind.LAST_QUARTER
            };
            // The sine of twice the angle is zero at all four.
            crossings.zeros(
                    seen(MOON, SUN, et -> StrictMath.sin(2 * view.apart(MOON, SUN, et))),
                    span.start(),
                    span.end(),
                    Double.POSITIVE_INFINITY,
                    this::step,
                    et -> {
                        int quarter = Math.floorMod(Math.round(view.apart(MOON, SUN, et) / (Math.PI / 2)), 4);
                        if (has(EventFamily.PHASES)) {
                            add(kinds[quarter], et, MOON, SUN, view.distance(MOON, et));
                        }
                        if (has(EventFamily.ECLIPSES) && quarter % 2 == 0) {
                            eclipse(et, quarter == 0, span);
                        }
                    });
        }

        private void eclipse(double et, boolean newMoon, Coverage.Span span) {
            try {
                (newMoon ? eclipses.solar(et) : eclipses.lunar(et))
                        .filter(event -> event.et() >= span.start() && event.et() <= span.end())
                        .ifPresent(this::add);
            } catch (NoDataException | OutsideCoverageException e) {
                // Within hours of the data's end its greatest phase cannot be told.
                partly.add(MOON);
            }
        }
    }
}
