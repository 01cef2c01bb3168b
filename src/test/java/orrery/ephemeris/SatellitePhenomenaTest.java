package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelPool;
import orrery.forge.SpkWriter;
import orrery.spk.NaifIds;
import orrery.testing.Shared;
import orrery.testing.SmallSky;
import orrery.testing.SoundKernels;
import orrery.time.Dates;

/** Eclipses, occultations, transits and shadows of planets' moons: none missing, none extra. */
class SatellitePhenomenaTest {
    private static final double FROM = Dates.parse("2016-01-01");
    private static final double TO = Dates.parse("2016-01-10");

    // Made before all tests.
    @SuppressWarnings("NullAway.Init")
    private static KernelPool pool;

    @BeforeAll
    static void open() throws URISyntaxException {
        pool = SoundKernels.shippedPool(resource("galilean_moons.bsp"));
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    private static Path resource(String name) throws URISyntaxException {
        URL url = Objects.requireNonNull(SatellitePhenomenaTest.class.getResource(name));
        return Path.of(url.toURI());
    }

    private static List<SkyEvent> find(KernelPool kernels, double from, double to, Integer... bodies) {
        return new EventFinder(Ephemeris.of(kernels))
                .find(
                        new EventFinder.Search(from, to, Set.of(EventFamily.MOONS), List.of(bodies)),
                        EventFinder.Watch.NONE)
                .events();
    }

    /** Rows of a moon's number, a kind, whether it begins, and a date; each must be found, and no others. */
    private static int compare(List<double[]> rows, List<SkyEvent> found, double tolerance) {
        List<SkyEvent> left = new ArrayList<>(found);
        EventKind[][] kinds = {
            {EventKind.MOON_ECLIPSE_ENDS, EventKind.MOON_ECLIPSE_BEGINS},
            {EventKind.MOON_OCCULTATION_ENDS, EventKind.MOON_OCCULTATION_BEGINS},
            {EventKind.MOON_TRANSIT_ENDS, EventKind.MOON_TRANSIT_BEGINS},
            {EventKind.MOON_SHADOW_ENDS, EventKind.MOON_SHADOW_BEGINS}
        };
        for (double[] row : rows) {
            SkyEvent same = left.stream()
                    .filter(e -> e.body() == (int) row[0] && e.kind() == kinds[(int) row[1]][(int) row[2]])
                    .filter(e -> Math.abs(e.et() - row[3]) < 1000)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("missing: " + Arrays.toString(row)));
            assertThat(same.et()).as("%s of %d", same.kind(), same.body()).isCloseTo(row[3], within(tolerance));
            left.remove(same);
        }
        assertThat(left).as("besides").isEmpty();
        return rows.size();
    }

    @Test
    void theyAreThoseThatRaysThroughJplephemsPositionsGive() {
        assertThat(compare(Numbers.read("moons.csv"), find(pool, FROM, TO), 1)).isEqualTo(60);
    }

    /** Sky and Telescope's list by the IMCCE, to the minute, computed with another theory of the moons. */
    @Test
    void theyArePublishedOnes() {
        List<double[]> rows = Numbers.read("moons_published.csv");
        double start = Dates.parse("2016-01-01 UTC");
        rows.forEach(row -> row[3] = start + 60 * row[3]);
        assertThat(compare(rows, find(pool, start, Dates.parse("2016-01-10 UTC")), 65))
                .isEqualTo(60);
    }

    @Test
    void adjoiningSpansHaveTheEventsOfTheWholeEachOnce() {
        List<SkyEvent> whole = find(pool, FROM, TO);
        Random random = new Random(4);
        for (int i = 0; i < 6; i++) {
            double event = whole.get(random.nextInt(whole.size())).et();
            double cut = i % 2 == 0 ? event : event + 4000 * random.nextGaussian();
            List<SkyEvent> parts = new ArrayList<>(find(pool, FROM, cut));
            parts.addAll(find(pool, cut, TO));
            assertThat(parts).isEqualTo(whole);
        }
    }

    /** A moon so far out that it passes its planet within one step of the search. */
    @Test
    void bothEndsOfAPassageWithinOneStepAreFound(@TempDir Path folder) throws IOException {
        double period = 40 * 86_400.0;
        double start = SmallSky.START;
        double end = SmallSky.YEAR;
        Path far = folder.resolve("far.bsp");
        SpkWriter.littleEndian()
                .internalName("A far moon")
                .add(SmallSky.circle(504, 5, 6e6, period, start, end))
                .write(far);
        try (KernelPool kernels = SoundKernels.pool(SmallSky.write(folder.resolve("sky.bsp")), far)) {
            MoonSight sight = new MoonSight(
                    kernels,
                    504,
                    5,
                    NaifIds.JUPITER,
                    Bodies.of(NaifIds.JUPITER).radii().orElseThrow());
            double from = start + 10 * 86_400;
            double to = end - 10 * 86_400;
            List<Double> transits = changes(sight::fromLitDisc, et -> !sight.beyond(et), from, to);
            List<Double> shadows = changes(sight::shadowFromDisc, sight::shadowAhead, from, to);
            List<SkyEvent> found = find(kernels, from, to);
            assertThat(times(found, EventKind.MOON_TRANSIT_BEGINS, EventKind.MOON_TRANSIT_ENDS))
                    .isEqualTo(transits.size());
            assertThat(times(found, EventKind.MOON_SHADOW_BEGINS, EventKind.MOON_SHADOW_ENDS))
                    .isEqualTo(shadows.size());
            assertThat(transits).hasSizeGreaterThan(12);
            double passage = transits.get(1) - transits.get(0);
            assertThat(passage).isLessThan(0.1 * period / (2 * Math.PI));
        }
    }

    private interface Condition {
        boolean at(double et);
    }

    private interface Value {
        double at(double et);
    }

    /** Every ten minutes: where a sign changes. */
    private static List<Double> changes(Value value, Condition counts, double from, double to) {
        List<Double> changes = new ArrayList<>();
        for (double et = from; et < to; et += 600) {
            if (value.at(et) < 0 != value.at(et + 600) < 0 && counts.at(et)) {
                changes.add(et);
            }
        }
        return changes;
    }

    private static int times(List<SkyEvent> events, EventKind... kinds) {
        return (int)
                events.stream().filter(e -> List.of(kinds).contains(e.kind())).count();
    }

    @Test
    void smallMoonsCountWhereTheyOrTheirPlanetAreNamed() {
        try (KernelPool kernels = SoundKernels.pool(Shared.real("skyfield_jup310-2015-03-02"))) {
            double from = Dates.parse("2015-03-02T13:00");
            double to = Dates.parse("2015-03-03T18:00");
            assertThat(moons(find(kernels, from, to))).containsExactlyInAnyOrder(501, 502, 503);
            assertThat(moons(find(kernels, from, to, 599))).contains(501, 505, 514, 515, 516);
            assertThat(moons(find(kernels, from, to, 5))).contains(501, 505, 514, 515, 516);
            assertThat(moons(find(kernels, from, to, 516))).containsExactly(516);
            assertThat(moons(find(kernels, from, to, NaifIds.SUN))).containsExactlyInAnyOrder(501, 502, 503);
        }
    }

    private static Set<Integer> moons(List<SkyEvent> events) {
        return Set.copyOf(events.stream().map(SkyEvent::body).distinct().toList());
    }
}
