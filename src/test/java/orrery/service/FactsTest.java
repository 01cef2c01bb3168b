package orrery.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.EventFamily;
import orrery.ephemeris.EventFinder;
import orrery.ephemeris.EventKind;
import orrery.ephemeris.SkyEvent;
import orrery.testing.Eventually;
import orrery.testing.SoundKernels;
import orrery.time.Dates;

/** What the Body tab receives, on the shipped kernel. */
class FactsTest {
    private static final SkyService SERVICE = new SkyService(new KernelRegistry(), 1);

    @BeforeAll
    static void open() {
        SERVICE.open(List.of(SoundKernels.shipped())).join();
    }

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @Test
    void bodiesAreSeenWhereSkyfieldSeesThem() throws IOException {
        List<String> lines;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FactsTest.class.getResourceAsStream("sights.csv")), StandardCharsets.UTF_8))) {
            lines = in.lines().filter(line -> !line.startsWith("#")).toList();
        }
        assertThat(lines).hasSize(60);
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            int id = Integer.parseInt(cells[0]);
            BodyFacts.Appearance seen = SERVICE.computeFacts(id, Double.parseDouble(cells[1]))
                    .seen()
                    .orElseThrow();
            direction(line, seen.astrometric(), cells, 2, 1e-8);
            direction(line, seen.equator(), cells, 4, 5e-8);
            direction(line, seen.ecliptic(), cells, 6, 5e-8);
            assertThat(seen.constellation().abbreviation()).as(line).isEqualTo(cells[12]);
            if (id == 10) {
                assertThat(seen.lit()).isEmpty();
                continue;
            }
            BodyFacts.Lit lit = seen.lit().orElseThrow();
            assertThat(Math.toDegrees(lit.elongation())).as(line).isCloseTo(number(cells[8]), offset(1e-5));
            // There the Sun stands where it is when the light leaves the body; the light had left it some minutes
            // before.
            assertThat(Math.toDegrees(lit.phaseAngle())).as(line).isCloseTo(number(cells[9]), offset(2e-3));
            assertThat(lit.illuminated()).as(line).isCloseTo(number(cells[10]), offset(2e-5));
            if (number(cells[11]) < 99) {
                assertThat(seen.magnitude().orElseThrow().value()).as(line).isCloseTo(number(cells[11]), offset(2e-3));
            }
        }
    }

    private static void direction(String line, BodyFacts.Direction found, String[] cells, int at, double tolerance) {
        assertThat(Math.toDegrees(found.longitude())).as(line).isCloseTo(number(cells[at]), offset(tolerance));
        assertThat(Math.toDegrees(found.latitude())).as(line).isCloseTo(number(cells[at + 1]), offset(tolerance));
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }

    @Test
    void theNextPerihelionIsTheKernelsAndNotTheEllipses() {
        // Perihelion of the Earth: 2026-01-03 17:16 UTC (US Naval Observatory).
        BodyFacts earth = SERVICE.computeFacts(399, Dates.parse("2025-08-01"));
        double et = earth.nearest().orElseThrow().et();
        assertThat(et).isCloseTo(Dates.parse("2026-01-03T17:16 UTC"), offset(120.0));
        assertThat(earth.seen()).isEmpty();
        assertThat(earth.orbit().orElseThrow().eccentricity()).isCloseTo(0.0167, offset(1e-3));
        // Pluto's next, in 2237, is beyond the kernel's end.
        assertThat(SERVICE.computeFacts(9, 0).nearest()).isEmpty();
    }

    @Test
    void aSecondBodyIsMeasuredFromAndTheAngleBetweenBothIsTold() {
        double et = Dates.parse("2020-12-21T18:20");
        SERVICE.measureFrom(OptionalInt.of(6));
        try {
            BodyFacts.Second second = SERVICE.computeFacts(5, et).second().orElseThrow();
            // The great conjunction of 2020: 6.1 arcminutes.
            assertThat(Math.toDegrees(second.angle().orElseThrow()) * 60).isCloseTo(6.1, offset(0.05));
            assertThat(second.body()).isEqualTo(6);
            assertThat(second.state().distance()).isBetween(7e8, 7.5e8);
            assertThat(SERVICE.computeFacts(6, et).second()).isEmpty();
        } finally {
            SERVICE.measureFrom(OptionalInt.empty());
        }
        assertThat(SERVICE.computeFacts(5, et).second()).isEmpty();
    }

    /** How a search ends, once it has. */
    private static EventSearch.Stage end(EventSearch search) {
        return Eventually.value("the end of a search", search::stage, stage -> stage != EventSearch.Stage.RUNNING);
    }

    @Test
    void aSearchRunsInTheBackgroundTellsWhatItFindsAndCanBeCalledOff() {
        EventSearch search = SERVICE.search(new EventFinder.Search(
                Dates.parse("2024-01-01"), Dates.parse("2025-01-01"), EnumSet.of(EventFamily.ECLIPSES), List.of()));
        assertThat(end(search)).isEqualTo(EventSearch.Stage.DONE);
        List<SkyEvent> fresh = new ArrayList<>();
        search.drainTo(fresh);
        // Reported as they are found: one kind after another.
        assertThat(fresh)
                .extracting(SkyEvent::kind)
                .containsExactlyInAnyOrder(
                        EventKind.PENUMBRAL_LUNAR_ECLIPSE,
                        EventKind.TOTAL_SOLAR_ECLIPSE,
                        EventKind.PARTIAL_LUNAR_ECLIPSE,
                        EventKind.ANNULAR_SOLAR_ECLIPSE);
        assertThat(search.found().orElseThrow().events()).containsExactlyInAnyOrderElementsOf(fresh);
        EventSearch long1 = SERVICE.search(new EventFinder.Search(
                Dates.parse("1901-01-01"), Dates.parse("2099-01-01"), EnumSet.allOf(EventFamily.class), List.of()));
        long1.cancel();
        assertThat(end(long1)).isEqualTo(EventSearch.Stage.CANCELLED);
        assertThat(long1.found()).isEmpty();
    }

    @Test
    void whatASearchFoundBeforeOtherKernelsCameIsVoid() {
        try (KernelPool none = KernelPool.of()) {
            EventSearch search = new EventSearch(
                    new EventFinder.Search(0, 1, EnumSet.of(EventFamily.PHASES), List.of()), Ephemeris.of(none));
            EventSearch.Follower follower = search.new Follower();
            List<SkyEvent> fresh = new ArrayList<>();
            follower.found(new SkyEvent(EventKind.NEW_MOON, 1, 301, 10, 0));
            assertThat(search.drainTo(fresh)).isFalse();
            assertThat(fresh).hasSize(1);
            follower.found(new SkyEvent(EventKind.NEW_MOON, 2, 301, 10, 0));
            follower.restarted();
            follower.found(new SkyEvent(EventKind.NEW_MOON, 3, 301, 10, 0));
            fresh.clear();
            assertThat(search.drainTo(fresh)).isTrue();
            assertThat(fresh).extracting(SkyEvent::et).containsExactly(3.0);
            assertThat(search.drainTo(fresh)).isFalse();
        }
    }
}
