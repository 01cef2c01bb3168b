package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orrery.binding.KernelPool;
import orrery.math.Constants;
import orrery.math.Vectors;
import orrery.spk.NaifIds;
import orrery.testing.SoundKernels;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/**
 * Planets hidden by the Moon from somewhere on the Earth, against a search of the ground point by point, and against
 * published dates: none missing, none extra.
 */
class EarthOccultationsTest {
    private static final double YEAR = Constants.JULIAN_YEAR;
    /** The file has the narrow misses, too. Half an arcsecond is a kilometer on the ground. */
    private static final double UNDECIDED = 0.5;

    /** The file has the place of the nearest whole two minutes; degrees of latitude. */
    private static final double WITHIN_A_MINUTE = 2;

    // Made before all tests.
    @SuppressWarnings("NullAway.Init")
    private static KernelPool pool;

    @BeforeAll
    static void open() {
        pool = SoundKernels.shippedPool();
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    private static List<SkyEvent> find(double from, double to) {
        EventFinder.Search search =
                new EventFinder.Search(from, to, Set.of(EventFamily.OCCULTATIONS), List.of(NaifIds.MOON));
        return new EventFinder(Ephemeris.of(pool))
                .find(search, EventFinder.Watch.NONE).events().stream()
                        .filter(e -> e.kind() == EventKind.OCCULTATION_SOMEWHERE_ON_EARTH)
                        .filter(e -> Bodies.planetOf(e.body()).orElse(e.body()) < 1000)
                        .toList();
    }

    private static Site nearest(SkyEvent event) {
        return event.local().orElseThrow().nearest().orElseThrow();
    }

    private static int compare(double from, double to) {
        List<SkyEvent> left = new ArrayList<>(find(from, to));
        int compared = 0;
        for (double[] row : Numbers.read("earth_occultations.csv")) {
            if (row[1] < from || row[1] >= to || row[2] > UNDECIDED) {
                continue;
            }
            SkyEvent same = left.stream()
                    .filter(e -> e.body() == (int) row[0] && Math.abs(e.et() - row[1]) < 60)
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                assertThat(row[2]).as("missing: %s of %s", row[1], row[0]).isGreaterThan(-UNDECIDED);
                continue;
            }
            assertThat(same.et()).isCloseTo(row[1], within(1.0));
            assertThat(same.value()).isCloseTo(row[4], within(0.01));
            // At a pole the file's grid is coarse.
            if (Math.abs(row[3]) < 85) {
                assertThat(nearest(same).latitude()).as("%s", same).isCloseTo(row[3], within(WITHIN_A_MINUTE));
            }
            left.remove(same);
            compared++;
        }
        assertThat(left).as("besides").isEmpty();
        return compared;
    }

    @Test
    void theyAreThoseOfASearchOfTheGround() {
        assertThat(compare(10 * YEAR, 30 * YEAR)).isEqualTo(321);
    }

    @Test
    @Tag("long")
    void thoseOfTwoCenturiesAreThoseOfASearchOfTheGround() {
        assertThat(compare(-99 * YEAR, 100 * YEAR)).isEqualTo(3018);
    }

    /** The lists of the almanacs and of the International Occultation Timing Association. */
    @Test
    void theSeriesOfTheListsAreWhole() {
        EpochFormat format = EpochFormat.seconds(TimeScale.TDB, 0);
        List<SkyEvent> found = find(18 * YEAR, 23 * YEAR);
        assertThat(days(found, format, 4))
                .containsExactly(
                        "2018-11-16",
                        "2019-07-04",
                        "2020-02-18",
                        "2020-03-18",
                        "2020-08-09",
                        "2020-09-06",
                        "2020-10-03",
                        "2021-04-17",
                        "2021-12-03",
                        "2021-12-31",
                        "2022-06-22",
                        "2022-07-21",
                        "2022-12-08");
        assertThat(days(found, format, 5)).containsExactly("2019-11-28", "2019-12-26", "2020-01-23", "2020-02-19");
        assertThat(days(found, format, 6)).hasSize(14).startsWith("2018-12-09").endsWith("2019-11-29");
        assertThat(days(found, format, 299))
                .contains("2020-06-19", "2020-12-12", "2021-05-12", "2021-11-08", "2022-05-27", "2022-10-25");
    }

    private static List<String> days(List<SkyEvent> found, EpochFormat format, int body) {
        return found.stream()
                .filter(e -> e.body() == body)
                .map(e -> format.format(e.et()).substring(0, 10))
                .toList();
    }

    /** The gap between the discs as seen from a place, degrees, by the view from there. */
    private static double gap(SkyEvent event, Site site) {
        SiteView view = new SiteView(pool, site, EarthOrientation.KNOWN);
        double[] moon = new double[6];
        double[] planet = new double[6];
        view.see(NaifIds.MOON, event.et(), moon);
        view.see(event.body(), event.et(), planet);
        return Math.toDegrees(Vectors.angle(moon, planet)
                - Math.asin(Occultations.radius(NaifIds.MOON) / Vectors.norm(moon, 0))
                - Math.asin(Occultations.radius(event.body()) / Vectors.norm(planet, 0)));
    }

    @Test
    void thePlanetIsHiddenMostFromTheNearestPlace() {
        int horizons = 0;
        for (SkyEvent event : find(18 * YEAR, 23 * YEAR)) {
            Site best = nearest(event);
            double gap = gap(event, best);
            assertThat(gap).as("%s", event).isNegative();
            double altitude = event.local().orElseThrow().altitude();
            assertThat(altitude).isGreaterThan(-0.01);
            horizons += altitude < 0.01 ? 1 : 0;
            for (int i = 0; i < 8; i++) {
                double north = best.latitude() + 2 * Math.cos(i * Math.PI / 4);
                double east = best.longitude() + 2 * Math.sin(i * Math.PI / 4) / Math.cos(Math.toRadians(north));
                if (Math.abs(north) < 88) {
                    Site beside = Site.at(Math.IEEEremainder(east, 360), north, 0);
                    boolean up = new SiteView(pool, beside, EarthOrientation.KNOWN)
                                    .horizon(event.body(), event.et())
                                    .altitude()
                            > 0;
                    assertThat(up && gap(event, beside) < gap)
                            .as("%s from %s", event, beside)
                            .isFalse();
                }
            }
        }
        assertThat(horizons).isBetween(1, 82);
    }
}
