package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import orrery.binding.KernelPool;
import orrery.spk.NaifIds;
import orrery.testing.SoundKernels;
import orrery.time.Dates;

/** Moons hiding and darkening each other: none missing, none besides. */
class MutualEventsTest {
    private static final EventKind[][] KINDS = {
        {EventKind.MUTUAL_OCCULTATION_ENDS, EventKind.MUTUAL_OCCULTATION_BEGINS},
        {EventKind.MUTUAL_ECLIPSE_ENDS, EventKind.MUTUAL_ECLIPSE_BEGINS},
        {EventKind.MUTUAL_UMBRA_ENDS, EventKind.MUTUAL_UMBRA_BEGINS}
    };

    // Made before all tests.
    @SuppressWarnings("NullAway.Init")
    private static KernelPool pool;

    @SuppressWarnings("NullAway.Init")
    private static List<SkyEvent> events;

    @BeforeAll
    static void open() throws URISyntaxException {
        pool = SoundKernels.shippedPool(
                Path.of(Objects.requireNonNull(MutualEventsTest.class.getResource("galilean_moons_2014.bsp"))
                        .toURI()));
        events = find(pool, Dates.parse("2014-10-01"), Dates.parse("2014-12-13T12:00"));
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    private static List<SkyEvent> find(KernelPool kernels, double from, double to, Integer... bodies) {
        return new EventFinder(Ephemeris.of(kernels))
                .find(
                        new EventFinder.Search(from, to, Set.of(EventFamily.MUTUALS), List.of(bodies)),
                        EventFinder.Watch.NONE)
                .events();
    }

    @Test
    void theContactsAreThoseThatDiscsAndRaysThroughJplephemsPositionsGive() {
        List<SkyEvent> left = new ArrayList<>(events);
        double from = Dates.parse("2014-11-01");
        left.removeIf(e -> e.et() < from
                || e.et() >= from + 25 * 86_400
                || e.kind() == EventKind.GREATEST_MUTUAL_OCCULTATION
                || e.kind() == EventKind.GREATEST_MUTUAL_ECLIPSE);
        List<double[]> rows = Numbers.read("mutuals.csv");
        for (double[] row : rows) {
            SkyEvent same = left.stream()
                    .filter(e -> e.other() == (int) row[0] && e.body() == (int) row[1])
                    .filter(e -> e.kind() == KINDS[(int) row[2]][(int) row[3]])
                    .filter(e -> Math.abs(e.et() - row[4]) < 60)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("missing: " + Arrays.toString(row)));
            assertThat(same.et()).as("%s", same).isCloseTo(row[4], within(1.0));
            left.remove(same);
        }
        assertThat(left).as("besides").isEmpty();
        assertThat(rows).hasSize(59);
    }

    /** Between the contacts of an event is the moment at which the centers, or the center and the axis, are nearest. */
    @Test
    void eachHasAMiddle() {
        for (int i = 0; i < events.size(); i++) {
            SkyEvent first = events.get(i);
            if (first.kind() == EventKind.MUTUAL_OCCULTATION_BEGINS) {
                SkyEvent last = next(i, first, EventKind.MUTUAL_OCCULTATION_ENDS);
                SkyEvent middle = next(i, first, EventKind.GREATEST_MUTUAL_OCCULTATION);
                assertThat(middle.et()).isBetween(first.et(), last.et());
                assertThat(middle.value()).isLessThan(first.value());
            }
        }
    }

    private static SkyEvent next(int from, SkyEvent first, EventKind kind) {
        return events.subList(from, events.size()).stream()
                .filter(e -> e.kind() == kind && e.body() == first.body() && e.other() == first.other())
                .findFirst()
                .orElseThrow();
    }

    /**
     * The British Astronomical Association's lists. Their moons are those of another theory, by up to 400 km, which
     * decides what grazes and matters most where Callisto and Ganymede hardly move against each other.
     */
    @Test
    void theyArePublishedOnes() {
        double start = Dates.parse("2014-10-01 UTC");
        double eclipses = Dates.parse("2014-11-26 UTC");
        List<SkyEvent> left = new ArrayList<>(events.stream()
                .filter(e -> e.kind() == EventKind.MUTUAL_OCCULTATION_BEGINS
                        || (e.kind() == EventKind.MUTUAL_UMBRA_BEGINS && e.et() < eclipses))
                .toList());
        List<String> missing = new ArrayList<>();
        List<double[]> rows = Numbers.read("mutuals_published.csv");
        for (double[] row : rows) {
            int kind = row[2] == 0 ? 0 : 2;
            double slow = 65 + 0.2 * (row[4] - row[3]);
            boolean found = isFound(KINDS[kind][1], row, start + row[3], slow)
                    && isFound(KINDS[kind][0], row, start + row[4], slow);
            if (!found) {
                missing.add((int) row[0] + " " + (int) row[1] + " " + (int) row[3]);
            }
            left.removeIf(e -> e.body() == (int) row[1]
                    && e.other() == (int) row[0]
                    && e.kind() == KINDS[kind][1]
                    && Math.abs(e.et() - start - row[3]) < slow);
        }
        assertThat(rows).hasSize(50);
        assertThat(missing)
                // An umbra on 2 % of a disc; a disc hidden to 8 %; two where Europa is in Jupiter's shadow.
                .containsExactly("503 504 410216", "504 503 1235098", "503 502 4591532", "503 502 5207346");
        assertThat(left).isEmpty();
    }

    private static boolean isFound(EventKind kind, double[] row, double et, double slow) {
        return events.stream()
                .anyMatch(e -> e.kind() == kind
                        && e.other() == (int) row[0]
                        && e.body() == (int) row[1]
                        && Math.abs(e.et() - et) < slow);
    }

    @Test
    void adjoiningSpansHaveTheEventsOfTheWholeEachOnce() {
        double from = Dates.parse("2014-11-01");
        double to = Dates.parse("2014-11-06");
        List<SkyEvent> whole =
                events.stream().filter(e -> e.et() >= from && e.et() < to).toList();
        double cut = whole.get(whole.size() / 2).et();
        List<SkyEvent> parts = new ArrayList<>(find(pool, from, cut));
        parts.addAll(find(pool, cut, to));
        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void ofANamedMoonThereAreItsEventsWithEveryOther() {
        double from = Dates.parse("2014-11-01");
        double to = Dates.parse("2014-11-06");
        assertThat(find(pool, from, to, 504))
                .isEqualTo(events.stream()
                        .filter(e -> e.et() >= from && e.et() < to && (e.body() == 504 || e.other() == 504))
                        .toList());
    }

    /** Io grazes Europa for two minutes. */
    @Test
    void bothContactsWithinOneStepAreFound() {
        MoonPair pair = new MoonPair(pool, 501, 502, 599, sight(pool, 501), sight(pool, 502));
        double from = Dates.parse("2014-11-09");
        List<SkyEvent> graze = events.stream()
                .filter(e -> e.body() == 502 && e.other() == 501 && e.et() >= from && e.et() < from + 86_400)
                .filter(e -> e.kind().name().contains("OCCULTATION"))
                .toList();
        assertThat(graze).hasSize(3);
        assertThat(pair.step(graze.getFirst().et(), 0))
                .isGreaterThan(4 * (graze.getLast().et() - graze.getFirst().et()));
    }

    private static MoonSight sight(KernelPool kernels, int moon) {
        return new MoonSight(
                kernels,
                moon,
                599,
                NaifIds.JUPITER,
                Bodies.of(NaifIds.JUPITER).radii().orElseThrow());
    }
}
