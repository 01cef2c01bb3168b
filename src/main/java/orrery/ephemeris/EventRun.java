package orrery.ephemeris;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.math.Constants;
import orrery.spk.OutsideCoverageException;

/** One search: the passes of every requested family, one after another. Confined to one thread. */
final class EventRun {
    /** The tolerance to which an event is narrowed down, seconds. */
    private static final double FINEST = 0.01;

    /** Refraction plus the Sun's radius, below the horizon: nothing lower is seen. */
    private static final double LOWEST = -50 / 60.0 * Constants.DEGREE;

    private final Ephemeris ephemeris;
    private final EventFinder.Search search;
    private final EventFinder.Watch watch;
    private final EarthView view;
    private final @Nullable SiteView site;
    private final LocalSolarEclipses eclipses;
    private final EventSpans spans;
    private final Crossings crossings = new Crossings(FINEST);
    private final List<EventSource> sources;
    private final List<SkyEvent> events = new ArrayList<>();
    private int passes;
    private int done;
    private boolean searched;

    EventRun(KernelPool pool, EventFinder.Search search, EventFinder.Watch watch) {
        this.ephemeris = Ephemeris.of(pool);
        this.search = search;
        this.watch = watch;
        this.view = new EarthView(pool);
        this.spans = new EventSpans(ephemeris, view, search.from(), search.to());
        this.site = search.place()
                .map(at -> new SiteView(pool, at.site(), at.orientation()))
                .orElse(null);
        EarthView here = site == null ? view : new EarthView(pool, site);
        this.eclipses = new LocalSolarEclipses(here);
        this.sources = new EventSources(pool, view, here, eclipses).of(search.families());
    }

    EventFinder.Found run() {
        EventSelection selection = new EventSelection(ephemeris, search);
        List<EventPass> all = new ArrayList<>();
        for (EventSource source : sources) {
            all.addAll(source.passes(selection));
        }
        passes = all.size();
        for (EventPass pass : all) {
            for (Coverage.Span span : spans.of(pass, et -> !Double.isNaN(value(pass, et)))) {
                if (span.start() < search.to() && span.end() > search.from()) {
                    searched = true;
                    walk(pass, span);
                }
            }
            done++;
            watch.at(done / (double) passes);
        }
        events.sort(Comparator.comparingDouble(SkyEvent::et)
                .thenComparing(SkyEvent::kind)
                .thenComparingInt(SkyEvent::body)
                .thenComparingInt(SkyEvent::other));
        return new EventFinder.Found(events, spans.unsearched(), passes, searched);
    }

    private void walk(EventPass pass, Coverage.Span span) {
        Crossings.Motion motion = new Crossings.Motion() {
            @Override
            public double value(double et) {
                return EventRun.value(pass, et);
            }

            @Override
            public double step(double et) {
                return pass.motion().step(et);
            }
        };
        Crossings.Places places = (et, rising) -> pass.found().at(et, rising, this::add);
        if (pass.largest()) {
            crossings.maxima(motion, span, search.from(), search.to(), this::step, places);
        } else {
            crossings.zeros(motion, span, search.from(), search.to(), this::step, places);
        }
    }

    private static double value(EventPass pass, double et) {
        try {
            return pass.motion().value(et);
        } catch (NoDataException | OutsideCoverageException _) {
            return Double.NaN;
        }
    }

    private void step(double et) {
        watch.check("The search was cancelled.");
        double part = Math.clamp((et - search.from()) / (search.to() - search.from()), 0, 1);
        watch.at((done + part) / passes);
    }

    private void add(SkyEvent found) {
        SkyEvent event = found;
        OptionalInt seen = seen(found);
        if (site != null && seen.isPresent()) {
            Horizon place = site.horizon(seen.getAsInt(), found.et());
            if (place.altitude() < LOWEST) {
                return;
            }
            boolean eclipse = found.kind().measure() == EventKind.Measure.PART;
            event = new SkyEvent(
                    found.kind(),
                    found.et(),
                    found.body(),
                    found.other(),
                    found.value(),
                    Optional.of(new SkyEvent.Local(
                            Math.toDegrees(place.altitude()),
                            Math.toDegrees(place.azimuth()),
                            eclipse ? OptionalDouble.of(eclipses.obscuration(found.et())) : OptionalDouble.empty())));
        }
        events.add(event);
        watch.found(event);
    }

    /** The body that must be up for a place to see an event; empty if the event does not depend on the place. */
    private static OptionalInt seen(SkyEvent event) {
        return switch (event.kind().family()) {
            case OCCULTATIONS, MUTUALS -> OptionalInt.of(event.body());
            case ECLIPSES ->
                OptionalInt.of(event.kind().measure() == EventKind.Measure.MAGNITUDE ? event.body() : event.other());
            case TRANSITS, MOONS -> OptionalInt.of(event.other());
            case CONJUNCTIONS, OPPOSITIONS, ELONGATIONS, APSIDES, APPROACHES, PHASES, SEASONS -> OptionalInt.empty();
            case STATIONS, QUADRATURES, BRILLIANCIES, DICHOTOMIES, NODES, RINGS -> OptionalInt.empty();
        };
    }
}
