package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import orrery.binding.KernelPool;
import orrery.math.Constants;
import orrery.spk.NaifIds;
import orrery.testing.SoundKernels;
import orrery.time.Dates;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/** Occultations, and eclipses of the Sun as seen from places, against skyfield: none missing, none extra. */
class OccultationsTest {
    private static final double YEAR = Constants.JULIAN_YEAR;
    private static final Set<EventKind> OUTER = EnumSet.of(
            EventKind.OCCULTATION_BEGINS,
            EventKind.OCCULTATION_ENDS,
            EventKind.ECLIPSE_BEGINS_HERE,
            EventKind.ECLIPSE_ENDS_HERE);
    private static final Set<EventKind> MIDDLE =
            EnumSet.of(EventKind.GREATEST_OCCULTATION, EventKind.GREATEST_ECLIPSE_HERE);

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

    private static final List<Site> SITES =
            List.of(Site.at(-96.797, 32.777, 130), Site.at(13.3667, 52.5, 34), Site.at(-3.6833, 40.4, 650));

    /** Skyfield was asked for these. */
    private static final Set<Integer> PLANETS = Set.of(199, 299, 4, 5, 6, 7, 8);

    private static List<SkyEvent> find(int site, double from, double to, EventFamily family, List<Integer> bodies) {
        Optional<EventFinder.From> place = site == 0
                ? Optional.empty()
                : Optional.of(new EventFinder.From(SITES.get(site - 1), EarthOrientation.KNOWN));
        return new EventFinder(Ephemeris.of(pool))
                .find(new EventFinder.Search(from, to, EnumSet.of(family), bodies, place), EventFinder.Watch.NONE)
                .events();
    }

    /**
     * Compares all events of some bodies with skyfield's rows for them; events below the horizon are left out of both.
     */
    private static int compare(int site, double from, double to, List<SkyEvent> found, double tolerance) {
        List<SkyEvent> left = new ArrayList<>(found);
        int compared = 0;
        SiteView view = site == 0 ? null : new SiteView(pool, SITES.get(site - 1), EarthOrientation.KNOWN);
        for (double[] row : Numbers.read("occultations.csv")) {
            boolean eclipse = row[2] == NaifIds.SUN;
            boolean asked = row[0] == site
                    && row[4] >= from
                    && row[4] < to
                    && found.stream()
                            .anyMatch(e -> eclipse == (e.kind().family() == EventFamily.ECLIPSES)
                                    && (row[1] == NaifIds.MOON)
                                            == (e.body() == NaifIds.MOON || e.other() == NaifIds.MOON));
            if (!asked) {
                continue;
            }
            if (view != null) {
                double altitude = view.horizon(eclipse ? NaifIds.SUN : (int) row[2], row[4])
                        .altitude();
                if (altitude < -50 / 60.0 * Constants.DEGREE) {
                    continue;
                }
            }
            SkyEvent same = left.stream()
                    .filter(e -> Set.of(e.body(), e.other()).equals(Set.of((int) row[1], (int) row[2])))
                    .filter(e -> (OUTER.contains(e.kind()) ? 0 : MIDDLE.contains(e.kind()) ? 2 : 1) == (int) row[3])
                    .filter(e -> Math.abs(e.et() - row[4]) < 60)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("missing: " + Arrays.toString(row)));
            assertThat(same.et())
                    .as("%s of %s and %s", same.kind(), same.body(), same.other())
                    .isCloseTo(row[4], within(tolerance));
            left.remove(same);
            compared++;
        }
        assertThat(left).as("besides").isEmpty();
        return compared;
    }

    @Test
    void occultationsByTheMoonAreSkyfields() {
        assertThat(moonsOccultations(0, 20, 25)).isEqualTo(95);
    }

    private static int moonsOccultations(int site, int from, int to) {
        List<SkyEvent> found =
                find(site, from * YEAR, to * YEAR, EventFamily.OCCULTATIONS, List.of(NaifIds.MOON)).stream()
                        .filter(e -> Bodies.planetOf(e.body()).orElse(e.body()) < 900)
                        .toList();
        return compare(site, from * YEAR, to * YEAR, contacts(found), 1);
    }

    /** What is seen from the center, or from the given place. */
    private static List<SkyEvent> contacts(List<SkyEvent> events) {
        return events.stream()
                .filter(e -> e.kind() != EventKind.OCCULTATION_SOMEWHERE_ON_EARTH)
                .toList();
    }

    private static List<String> days(List<SkyEvent> events, EventKind kind) {
        EpochFormat format = EpochFormat.seconds(TimeScale.TDB, 0);
        return events.stream()
                .filter(e -> e.kind() == kind)
                .map(e -> format.format(e.et()).substring(0, 10))
                .toList();
    }

    @Test
    void planetsThatHidePlanetsAreSkyfieldsAndThoseOfTheLists() {
        List<SkyEvent> all = find(0, 64 * YEAR, 95 * YEAR, EventFamily.OCCULTATIONS, List.of()).stream()
                .filter(e -> PLANETS.contains(e.body()) && PLANETS.contains(e.other()))
                .toList();
        List<SkyEvent> found = contacts(all);
        assertThat(compare(0, 64 * YEAR, 95 * YEAR, found, 1)).isEqualTo(11);
        // Lists have two more, of 2067-07-15 and 2088-10-27, which are seen from other parts of the Earth than its
        // center.
        assertThat(days(found, EventKind.GREATEST_OCCULTATION))
                .contains("2065-11-22", "2079-08-11", "2094-04-07")
                .doesNotContain("2067-07-15", "2088-10-27");
        assertThat(days(all, EventKind.OCCULTATION_SOMEWHERE_ON_EARTH))
                .contains("2065-11-22", "2067-07-15", "2079-08-11", "2088-10-27", "2094-04-07");
    }

    @Test
    void eclipsesOfTheSunFromPlacesAreSkyfields() {
        int compared = 0;
        for (int site = 1; site <= 3; site++) {
            List<SkyEvent> found =
                    find(site, 10 * YEAR, 22 * YEAR, EventFamily.ECLIPSES, List.of(NaifIds.MOON)).stream()
                            .filter(e -> e.kind().measure() == EventKind.Measure.PART)
                            .toList();
            compared += compare(site, 10 * YEAR, 22 * YEAR, found, 1);
        }
        // Of the file's 89, those above the horizon.
        assertThat(compared).isEqualTo(26);
    }

    @Test
    void occultationsFromAPlaceAreSkyfields() {
        // Of the file's 40, those above the horizon.
        assertThat(moonsOccultations(2, 18, 21)).isEqualTo(20);
    }

    /** The eclipse of 2024-04-08 in Dallas, whose totality lasted 3 minutes and 51 seconds. */
    @Test
    void dallasIn2024() {
        List<SkyEvent> found =
                find(1, Dates.parse("2024-04-08"), Dates.parse("2024-04-09"), EventFamily.ECLIPSES, List.of());
        assertThat(found.stream().map(SkyEvent::kind))
                .containsExactly(
                        EventKind.ECLIPSE_BEGINS_HERE,
                        EventKind.CENTRAL_PHASE_BEGINS,
                        EventKind.GREATEST_ECLIPSE_HERE,
                        EventKind.CENTRAL_PHASE_ENDS,
                        EventKind.ECLIPSE_ENDS_HERE);
        assertThat(found.get(3).et() - found.get(1).et()).isCloseTo(3 * 60 + 51, within(2.0));
        assertThat(found.get(2).local().orElseThrow().obscuration()).hasValue(1);
        assertThat(found.get(1).et()).isCloseTo(Dates.parse("2024-04-08T18:40:43 UTC"), within(3.0));
    }

    @Test
    void adjoiningSpansHaveTheEventsOfTheWholeEachOnce() {
        double from = Dates.parse("2024-03-01");
        double to = Dates.parse("2024-10-01");
        Random random = new Random(20);
        for (int site : new int[] {0, 1}) {
            for (EventFamily family : new EventFamily[] {EventFamily.ECLIPSES}) {
                List<SkyEvent> whole = find(site, from, to, family, List.of());
                for (int i = 0; i < 2; i++) {
                    double event = whole.get(random.nextInt(whole.size())).et();
                    double cut = i % 2 == 0 ? event : event + 4000 * random.nextGaussian();
                    List<SkyEvent> parts = new ArrayList<>(find(site, from, cut, family, List.of()));
                    parts.addAll(find(site, cut, to, family, List.of()));
                    assertThat(parts).isEqualTo(whole);
                }
            }
        }
    }
}
