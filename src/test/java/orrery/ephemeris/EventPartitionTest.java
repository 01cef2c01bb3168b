package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.forge.Excerpt;
import orrery.testing.SmallSky;
import orrery.testing.SoundKernels;
import orrery.time.Dates;

/**
 * A wider span never finds less: events at the ends of a span, at the ends of the data, and where a body is missing.
 */
class EventPartitionTest {
    private static final Path SHIPPED = SoundKernels.shipped();
    private static final KernelRegistry REGISTRY = new KernelRegistry();

    // Made before all tests.
    @SuppressWarnings("NullAway.Init")
    private static KernelPool pool;

    @BeforeAll
    static void open() {
        try (KernelHandle handle = REGISTRY.open(SHIPPED)) {
            pool = KernelPool.of(handle);
        }
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    private static EventFinder.Found find(
            KernelPool pool, double from, double to, Set<EventFamily> families, List<Integer> bodies) {
        return new EventFinder(Ephemeris.of(pool))
                .find(new EventFinder.Search(from, to, families, bodies), EventFinder.Watch.NONE);
    }

    private static List<SkyEvent> all(double from, double to) {
        return find(pool, from, to, EnumSet.allOf(EventFamily.class), List.of()).events();
    }

    /**
     * Cuts a span at random, also just before, at and just after its events, and checks that nothing is lost or
     * doubled.
     */
    private static int cut(double from, double to, int cuts, long seed) {
        List<SkyEvent> whole = all(from, to);
        Random random = new Random(seed);
        Set<Double> ends = new TreeSet<>(List.of(from, to));
        for (int i = 0; i < cuts; i++) {
            double event = whole.get(random.nextInt(whole.size())).et();
            ends.add(
                    switch (i % 4) {
                        case 0 -> event;
                        case 1 -> Math.nextUp(event);
                        case 2 -> event + 86_400 * random.nextGaussian();
                        default -> from + (to - from) * random.nextDouble();
                    });
        }
        List<Double> bounds = ends.stream().filter(et -> et >= from && et <= to).toList();
        List<SkyEvent> parts = new ArrayList<>();
        for (int i = 0; i + 1 < bounds.size(); i++) {
            List<SkyEvent> part = all(bounds.get(i), bounds.get(i + 1));
            assertThat(part).isSortedAccordingTo(Comparator.comparingDouble(SkyEvent::et));
            parts.addAll(part);
        }
        assertThat(parts).as("seed %d", seed).isEqualTo(whole);
        return whole.size();
    }

    @Test
    void adjoiningSpansTogetherHaveTheEventsOfTheWhole() {
        // Two years with all kinds, including transits of Venus.
        assertThat(cut(Dates.parse("2011-11-01"), Dates.parse("2013-12-01"), 100, 1))
                .isGreaterThan(250);
    }

    @Test
    @Tag("long")
    void adjoiningSpansOfTwoCenturiesTogetherHaveTheEventsOfTheWhole() {
        assertThat(cut(Dates.parse("1899-01-01"), Dates.parse("2101-01-01"), 3000, 2))
                .isGreaterThan(30_000);
    }

    @Test
    void anExtremeNearAnEndOfTheSpanIsFound() {
        double greatest = Dates.parse("2018-01-01T19:59:36");
        for (double before : new double[] {10, 3600, 7 * 86_400}) {
            for (double after : new double[] {10, 3600, 7 * 86_400}) {
                List<SkyEvent> found = find(
                                pool, greatest - before, greatest + after, Set.of(EventFamily.ELONGATIONS), List.of(1))
                        .events();
                assertThat(found).hasSize(1);
                assertThat(Math.abs(found.getFirst().et() - greatest)).isLessThan(2);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"18:10, 18:20, 1", "18:20, 18:30, 0", "18:10, 18:30, 1", "18:00, 18:10, 0"})
    void anEclipseNeedsNoNewMoonInTheSpan(String from, String to, int eclipses) {
        // New Moon is at 18:22 TDB, the greatest eclipse at 18:18:29.
        assertThat(find(
                                pool,
                                Dates.parse("2024-04-08T" + from),
                                Dates.parse("2024-04-08T" + to),
                                Set.of(EventFamily.ECLIPSES),
                                List.of())
                        .events())
                .hasSize(eclipses);
    }

    @Test
    void aSpanThatBeginsBeforeTheDataFindsWhatANarrowerOneFinds() {
        double to = Dates.parse("1900-01-05");
        List<SkyEvent> wide = all(Dates.parse("1899-12-01"), to);
        assertThat(wide).containsAll(all(Dates.parse("1899-12-05"), to));
        assertThat(wide).containsAll(all(Dates.parse("1899-12-04T12:00"), to));
        EventFinder.Found found = find(
                pool,
                Dates.parse("1899-12-01"),
                to,
                Set.of(EventFamily.OPPOSITIONS, EventFamily.APPROACHES),
                List.of(9));
        // Pluto's light takes six and a half hours.
        assertThat(found.unsearched())
                .filteredOn(one -> one.reason().why() == SearchGap.Why.LIGHT)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.families()).containsExactly(EventFamily.OPPOSITIONS);
                    assertThat(one.reason().body()).isEqualTo(9);
                    assertThat(one.reason().to() - one.reason().from()).isBetween(6.0 * 3600, 7.0 * 3600);
                });
    }

    @Test
    void anExtremeInTheFirstStepOfTheDataIsFound(@TempDir Path folder) throws IOException {
        double greatest = Dates.parse("2018-01-01T19:59:36");
        double[] margins = {300, 3600, 86_400, 3 * 86_400};
        for (double margin : margins) {
            Path file = folder.resolve("part" + margin + ".bsp");
            excerpt(Set.of(), greatest - 1200 - margin, greatest + margin, file);
            try (KernelHandle handle = REGISTRY.open(file);
                    KernelPool part = KernelPool.of(handle)) {
                assertThat(find(part, -1e9, 1e9, Set.of(EventFamily.ELONGATIONS), List.of(1))
                                .events())
                        .as("data of %s s to either side", margin)
                        .hasSize(1);
            }
        }
    }

    private static void excerpt(Set<Integer> bodies, double from, double to, Path file) throws IOException {
        try (KernelHandle source = REGISTRY.open(SHIPPED)) {
            new Excerpt(bodies, from, to).of(source).writer().write(file);
        }
    }

    @Test
    void theBodyThatIsLackingIsTheOneThatIsBlamed(@TempDir Path folder) throws IOException {
        double from = Dates.parse("2020-01-01");
        double to = Dates.parse("2022-01-01");
        Path file = folder.resolve("no_earth.bsp");
        excerpt(Set.of(2, 4, 5, 10), from, to, file);
        try (KernelHandle handle = REGISTRY.open(file);
                KernelPool part = KernelPool.of(handle)) {
            EventFinder.Found found = find(part, from, to, EnumSet.allOf(EventFamily.class), List.of());
            assertThat(found.unsearched())
                    .as("the Earth is lacking for all that is seen, and the Moon for what is the Moon's")
                    .allSatisfy(one -> {
                        assertThat(one.reason().body()).isIn(399, 301);
                        assertThat(one.reason().why()).isEqualTo(SearchGap.Why.ABSENT);
                        assertThat(one.families()).doesNotContain(EventFamily.APSIDES);
                        assertThat(one.reason().body() == 301 || !one.families().contains(EventFamily.NODES))
                                .isTrue();
                    });
            assertThat(found.searched()).isTrue();
            assertThat(found.events())
                    .extracting(e -> e.kind().family())
                    .containsOnly(EventFamily.APSIDES, EventFamily.NODES);
            EventFinder.Found none = find(part, from, to, Set.of(EventFamily.OPPOSITIONS), List.of());
            assertThat(none.searched()).isFalse();
            assertThat(none.unsearched())
                    .singleElement()
                    .satisfies(one -> assertThat(one.reason().body()).isEqualTo(399));
            assertThat(find(part, from, to, Set.of(EventFamily.ELONGATIONS), List.of(4))
                            .passes())
                    .as("Mars has no greatest elongation")
                    .isZero();
        }
    }

    @Test
    void whatOneBodyLacksIsNotSaidOfAnother(@TempDir Path folder) throws IOException {
        // Mars ends a year before the others.
        Path file = SmallSky.write(folder.resolve("small.bsp"), 0, 4 * SmallSky.YEAR, 0, 3 * SmallSky.YEAR);
        try (KernelHandle handle = REGISTRY.open(file);
                KernelPool small = KernelPool.of(handle)) {
            EventFinder.Found found =
                    find(small, SmallSky.YEAR, 4 * SmallSky.YEAR, Set.of(EventFamily.CONJUNCTIONS), List.of());
            assertThat(found.unsearched()).singleElement().satisfies(one -> {
                assertThat(one.reason())
                        .isEqualTo(
                                new SearchGap.Reason(4, SearchGap.Why.UNCOVERED, 3 * SmallSky.YEAR, 4 * SmallSky.YEAR));
            });
        }
    }
}
