package orrery.service;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.EarthOrientation;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.Site;
import orrery.ephemeris.SiteDay;
import orrery.ephemeris.SiteMoment;
import orrery.ephemeris.SiteView;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;

/**
 * Computes where bodies are in the sky of a place on the Earth. Altitude and azimuth are computed immediately; the
 * events of the day take a tenth of a second and are left to an executor, one day at a time, the newest request next.
 *
 * <p>Called by one thread. The executor's results pass through one volatile field, written as a whole.
 */
final class SiteObserver {
    private record Key(KernelPool pool, Site site, int body, double from) {}

    private record Day(Key key, List<SiteMoment> moments, boolean up) {}

    private final Executor executor;
    private final Runnable ready;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Day known;
    private @Nullable KernelPool pool;
    private @Nullable SiteView view;

    /**
     * @param executor computes the days; may run the task immediately
     * @param ready called when a day has been computed
     */
    SiteObserver(Executor executor, Runnable ready) {
        this.executor = executor;
        this.ready = ready;
    }

    /** A body as seen; empty for the Earth, and if the kernels lack what that needs. */
    Optional<SiteSky> of(Ephemeris ephemeris, Site site, int body, double et) {
        if (body == NaifIds.EARTH) {
            return Optional.empty();
        }
        KernelPool now = ephemeris.pool();
        SiteView looking = view;
        if (looking == null || now != pool || !looking.site().equals(site)) {
            looking = new SiteView(now, site, EarthOrientation.KNOWN);
            view = looking;
            pool = now;
        }
        try {
            Optional<Day> day = day(new Key(now, site, body, site.day(et).start()), et);
            return Optional.of(new SiteSky(
                    site,
                    looking.horizon(body, et),
                    day.map(Day::moments),
                    day.map(Day::up).orElse(false),
                    looking.orientation(et)));
        } catch (KernelException | ArithmeticException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private Optional<Day> day(Key key, double et) {
        Day have = known;
        if (have != null && have.key.equals(key)) {
            return Optional.of(have);
        }
        if (busy.compareAndSet(false, true)) {
            executor.execute(() -> {
                try {
                    known = reckon(key, key.site.day(et));
                } catch (KernelException _) {
                    // Closed meanwhile, or no data: the next frame tries again with what is open then.
                    known = new Day(key, List.of(), false);
                } finally {
                    busy.set(false);
                }
                ready.run();
            });
        }
        have = known;
        return have != null && have.key.equals(key) ? Optional.of(have) : Optional.empty();
    }

    private static Day reckon(Key key, Coverage.Span span) {
        SiteDay sky = new SiteDay(new SiteView(key.pool, key.site, EarthOrientation.KNOWN));
        List<SiteMoment> moments = new ArrayList<>(sky.of(key.body, span.start(), span.end()));
        if (key.body == NaifIds.SUN) {
            moments.addAll(sky.twilight(span.start(), span.end()));
            moments.sort(Comparator.comparingDouble(SiteMoment::et));
        }
        return new Day(key, moments, sky.up(key.body, span.start()));
    }
}
