package orrery.ephemeris;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import orrery.binding.KernelClosedException;
import orrery.binding.KernelPool;
import orrery.spk.BodyKind;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;
import orrery.spk.Progress;

/**
 * Finds all events of the chosen families in a span. {@code EventRun} lists the {@code EventSource}s, one a kind of search.
 *
 * <p>Nothing is skipped: the span is walked in steps in which no body concerned moves by more than a tenth of its
 * distance from the observer (or, of apsides, from what it goes round), so that no direction turns by more than six
 * degrees between two looks; a difference that only touches zero between two looks is found by its turning point. What
 * a step shows is then narrowed to {@link #TOLERANCE}. Directions are proper places (light time, the Sun's deflection,
 * aberration) on the ecliptic of date, from the Earth's center; distances are geometric.
 *
 * <p>Thread-safe: each search keeps its state to itself. A search reads the pool that is current when it begins.
 */
public final class EventFinder {
    /** How near in time an event is to where the model has it: seconds. */
    public static final double TOLERANCE = 1;

    /** Follows a search; called on the searching thread. */
    public interface Watch extends Progress {
        /** Nobody follows, and it runs to its end. */
        Watch NONE = new Watch() {};

        /**
         * Receives each event as it is found; they do not come in order of time.
         *
         * @param event what was found
         */
        default void found(SkyEvent event) {}
    }

    /**
     * From where one looks.
     *
     * @param site a place on the Earth
     * @param orientation from which source the Earth's turning is taken
     */
    public record From(Site site, EarthOrientation orientation) {}

    /**
     * What is looked for.
     *
     * @param from TDB seconds past J2000
     * @param to as from, later; an event at that very epoch belongs to the next span
     * @param families at least one
     * @param bodies NAIF ids: events of these alone, a planet's barycenter standing for it where the kernels hold no
     *     more; none for all that {@link EventFinder#bodies} gives, and for the round moons of planets
     * @param place from where eclipses, transits, occultations and what moons of planets go through are seen:
     *     those alone that are above its horizon; the others
     *     stay those of the Earth's center
     */
    public record Search(
            double from, double to, Set<EventFamily> families, List<Integer> bodies, Optional<From> place) {
        /**
         * Looks for what the Earth's center sees.
         *
         * @param from as the record's
         * @param to as the record's
         * @param families as the record's
         * @param bodies as the record's
         * @throws IllegalArgumentException if the span is empty or no family is chosen
         */
        public Search(double from, double to, Set<EventFamily> families, List<Integer> bodies) {
            this(from, to, families, bodies, Optional.empty());
        }

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
     * @param events in order of time; each in one span only of spans that adjoin
     * @param unsearched where in the span something could not be looked for, and why
     * @param passes how many walks were made or would have been: none if no body asked for has such events
     * @param searched whether any could go anywhere within the span
     */
    public record Found(List<SkyEvent> events, List<Unsearched> unsearched, int passes, boolean searched) {
        /** Copies the lists. */
        public Found {
            events = List.copyOf(events);
            unsearched = List.copyOf(unsearched);
        }
    }

    private final Ephemeris ephemeris;

    /**
     * A finder that asks these kernels.
     *
     * @param ephemeris where states come from
     */
    public EventFinder(Ephemeris ephemeris) {
        this.ephemeris = ephemeris;
    }

    /**
     * Lists the bodies whose events are searched for where none are chosen: planets (their barycenters where the
     * kernels have no more), the Moon, and what else orbits the Sun by itself; no spacecraft, and no moons of other
     * planets.
     *
     * @param ephemeris states of the bodies
     * @return NAIF ids
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
            if (id == NaifIds.MOON || kind == BodyKind.PLANET || kind == BodyKind.ASTEROID || kind == BodyKind.COMET) {
                ids.add(id);
            }
        }
        ids.remove(3);
        return List.copyOf(ids);
    }

    /**
     * Searches for events on the calling thread.
     *
     * @param search what to look for
     * @param watch follows the search, and can end it
     * @return the events in order of time, and what could not be searched
     * @throws CancellationException if the watch calls it off
     * @throws KernelException if a kernel is closed or faults meanwhile; a gap in the data is no error
     */
    public Found find(Search search, Watch watch) {
        while (true) {
            KernelPool pool = ephemeris.pool();
            try {
                return new EventRun(pool, search, watch).run();
            } catch (KernelClosedException e) {
                if (ephemeris.pool() == pool) {
                    throw e;
                }
            }
        }
    }
}
