package orrery.ephemeris;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import orrery.binding.KernelPool;

/** The {@link EventSource}s of one search: what finds the events of each family. Confined to one thread. */
final class EventSources {
    private final KernelPool pool;
    private final EarthView view;
    private final EarthView here;
    private final LocalSolarEclipses eclipses;
    private final LitView light;

    /**
     * @param view from the Earth's center
     * @param here from the place of the search; {@code view} itself if it has none
     * @param eclipses those of the Sun at that place
     */
    EventSources(KernelPool pool, EarthView view, EarthView here, LocalSolarEclipses eclipses) {
        this.pool = pool;
        this.view = view;
        this.here = here;
        this.eclipses = eclipses;
        this.light = new LitView(pool);
    }

    /** The sources of all these families. */
    List<EventSource> of(Set<EventFamily> families) {
        List<EventSource> sources = new ArrayList<>();
        // It finds events of two families, and itself asks which are wanted.
        sources.add(new SunConjunctions(view));
        for (EventFamily family : EventFamily.values()) {
            if (families.contains(family)) {
                sources.addAll(of(family));
            }
        }
        return sources;
    }

    private List<EventSource> of(EventFamily family) {
        return switch (family) {
            // Found with the conjunctions with the Sun.
            case OPPOSITIONS -> List.of();
            case CONJUNCTIONS -> List.of(new PairConjunctions(view));
            case ELONGATIONS -> List.of(new Elongations(view));
            case APPROACHES -> List.of(new Approaches(view));
            case APSIDES -> List.of(new Apsides(view));
            case PHASES -> List.of(new MoonPhases(view));
            case ECLIPSES -> List.of(hasPlace() ? eclipses : new SolarEclipses(view), new LunarEclipses(view));
            case TRANSITS -> List.of(new PlanetTransits(here));
            case OCCULTATIONS ->
                hasPlace()
                        ? List.of(new Occultations(here))
                        : List.of(new Occultations(view), new EarthOccultations(pool, view));
            case MOONS -> List.of(new SatellitePhenomena(pool, view));
            case MUTUALS -> List.of(new MutualEvents(pool, view));
            case SEASONS -> List.of(new Seasons(view));
            case STATIONS -> List.of(new Stations(view));
            case QUADRATURES -> List.of(new Quadratures(view, light));
            case BRILLIANCIES -> List.of(new Brilliancies(view, light));
            case DICHOTOMIES -> List.of(new Dichotomies(view, light));
            case NODES -> List.of(new Nodes(view));
            case RINGS -> List.of(new RingCrossings(view, light));
        };
    }

    private boolean hasPlace() {
        return here != view;
    }
}
