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
 * Finds all events of the chosen families in a span. {@code EventSources} lists the {@code EventSource}s, one for each
 * kind of search.
 *
 * <p>Nothing is skipped: the span is walked in steps in which no body concerned moves by more than a tenth of its
 * distance from the observer (for apsides, from the body that it orbits). So no direction turns by more than six
 * degrees between two samples. A difference that only touches zero between two samples is found by its turning point.
 * Each event found in a step is then narrowed down to {@link #TOLERANCE}. Directions are proper places (light time, the
 * Sun's deflection, aberration) on the ecliptic of date, from the Earth's center; distances are geometric.
 *
 * <p>Thread-safe: each search has its own state. A search reads the pool that is current when it begins.
 */
public final class EventFinder {
    /** The accuracy of an event's time relative to the model, in seconds. */
    public static final double TOLERANCE = 1;

    /** Follows the progress of a search; called on the searching thread. */
    public interface Watch extends Progress {
        /** Ignores progress and lets the search run to its end. */
        Watch NONE = new Watch() {};

        /**
         * Receives each event as it is found. Events do not arrive in order of time; {@link Found#events} is the whole
         * list.
         *
         * @param event the event found
         */
        default void found(SkyEvent event) {}

        /**
         * Called when the kernels have been replaced, and the search therefore begins again: the events found so far
         * are void, and are found again if the new kernels have them.
         */
        default void restarted() {}
    }

    /**
     * The place of observation.
     *
     * @param site a place on the Earth
     * @param orientation the source of the Earth's rotation
     */
    public record From(Site site, EarthOrientation orientation) {}

    /**
     * What to search for.
     *
     * @param from TDB seconds past J2000
     * @param to as {@code from}, later; an event at exactly that epoch belongs to the next span
     * @param families at least one
     * @param bodies NAIF ids: search for events of these alone, using a planet's barycenter if the kernels have no
     *     more; if empty, for all of {@link EventFinder#bodies} and the round moons of planets
     * @param place the place from which eclipses, transits, occultations and the phenomena of planets' moons are seen:
     *     only those above its horizon are found; other events are still those of the Earth's center
     */
    public record Search(
            double from, double to, Set<EventFamily> families, List<Integer> bodies, Optional<From> place) {
        /**
         * Searches for events as seen from the Earth's center.
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
                throw new IllegalArgumentException("Give a start before the end, and at least one kind of event.");
            }
            families = Set.copyOf(families);
            bodies = List.copyOf(bodies);
        }
    }

    /**
     * What was found.
     *
     * @param events in order of time; among adjoining spans, each event is in only one
     * @param unsearched the parts of the span that could not be searched, and why
     * @param passes how many passes were made or would have been: 0 if no requested body has such events
     * @param searched whether any pass could search any part of the span
     */
    public record Found(List<SkyEvent> events, List<SearchGap> unsearched, int passes, boolean searched) {
        /** Copies the lists. */
        public Found {
            events = List.copyOf(events);
            unsearched = List.copyOf(unsearched);
        }
    }

    private final Ephemeris ephemeris;

    /**
     * Makes a finder for these kernels.
     *
     * @param ephemeris the source of states
     */
    public EventFinder(Ephemeris ephemeris) {
        this.ephemeris = ephemeris;
    }

    /**
     * Lists the bodies whose events are searched for if none are chosen: planets (or their barycenters if the kernels
     * have no more), the Moon, and other bodies that orbit the Sun directly; no spacecraft, and no moons of other
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
     * @param search what to search for
     * @param watch follows the search and can end it
     * @return the events in order of time, and what could not be searched
     * @throws CancellationException if the watch cancels the search
     * @throws NoDataException if no bodies are chosen and the kernels have more than 2000 that have events
     * @throws KernelException if a kernel is closed, damaged or faulted; a gap in the data is not an error
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
                watch.restarted();
            }
        }
    }
}
