package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.testing.SoundKernels;

/** Places on the Earth on the command line: {@code state --site}, one and in bulk, and {@code almanac}. */
class SiteCommandTest {
    private static final String KERNEL = SoundKernels.shipped().toString();

    @Test
    void oneStateAndTheSameInBulkHaveTheSameNumbers(@TempDir Path folder) throws IOException {
        JsonNode one = CommandRun.of(
                        "state",
                        "-k",
                        KERNEL,
                        "--site",
                        "Berlin",
                        "--target",
                        "moon",
                        "--et",
                        "8.5e8",
                        "--json",
                        "--refraction",
                        "980,-5")
                .json();
        Path queries = folder.resolve("queries.csv");
        Files.writeString(queries, "target,place,et\nmoon,true-equator,8.5e8\n");
        CommandRun bulk = CommandRun.of(
                "state",
                "-k",
                KERNEL,
                "--site",
                "Berlin",
                "--queries",
                queries.toString(),
                "--json",
                "--refraction",
                "980,-5");
        assertThat(bulk.status()).isZero();
        JsonNode row = bulk.json();
        assertThat(row.get("altitude").asDouble())
                .isEqualTo(one.get("altitude_deg").asDouble());
        assertThat(row.get("azimuth").asDouble())
                .isEqualTo(one.get("azimuth_deg").asDouble());
        assertThat(row.get("refracted").asDouble())
                .isEqualTo(one.get("refractedAltitude_deg").asDouble());
        assertThat(row.get("x").asDouble())
                .isEqualTo(one.get("position_km").get(0).asDouble());
        assertThat(one.get("frame").asText()).isEqualTo("true equator and equinox of date");
        assertThat(one.get("earthOrientation").asText()).contains("TT - UT1");
    }

    @Test
    void whatCannotGoTogetherIsSaid() {
        assertThat(CommandRun.of("state", "-k", KERNEL, "--target", "4", "--et", "0", "--ut1", "0.1"))
                .satisfies(run -> assertThat(run.status()).isEqualTo(ExitCodes.USAGE))
                .satisfies(run -> assertThat(run.err()).contains("require --site"));
        assertThat(CommandRun.of(
                        "state", "-k", KERNEL, "--target", "4", "--et", "0", "--site", "Berlin", "--abcorr", "CN"))
                .satisfies(run -> assertThat(run.status()).isEqualTo(ExitCodes.USAGE))
                .satisfies(run -> assertThat(run.err()).contains("leave out --center"));
        assertThat(CommandRun.of("almanac", "-k", KERNEL, "--site", "Berlim"))
                .satisfies(run -> assertThat(run.status()).isEqualTo(ExitCodes.USAGE))
                .satisfies(run -> assertThat(run.err()).contains("did you mean Berlin"));
        assertThat(CommandRun.of("almanac", "-k", KERNEL, "--site", "13,52", "--ut1", "500")
                        .err())
                .contains("within 0.9 s");
    }

    /** The longest day: the Sun rises at 04:43 summer time, and it never gets quite dark. */
    @Test
    void aDayInBerlin() {
        CommandRun run = CommandRun.of(
                "almanac", "-k", KERNEL, "--site", "Berlin", "--date", "2026-06-21", "--body", "sun,moon");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("times in Europe/Berlin").containsPattern("Sun \\(10\\) +04:4[23]:\\d\\d");
        assertThat(run.out()).contains("civil dusk").doesNotContain("astronomical dusk");
    }

    @Test
    void aDayWithoutTheSunSaysSo() throws IOException {
        JsonNode day = CommandRun.of(
                        "almanac", "-k", KERNEL, "--site", "25,71", "--date", "2026-12-21", "--body", "sun", "--json")
                .json();
        assertThat(day.get("bodies").get(0).get("allDay").asText()).isEqualTo("down");
        assertThat(day.get("twilight")).hasSize(6);
    }

    @Test
    void eventsOfAPlaceNameIt() throws IOException {
        JsonNode found = CommandRun.of(
                        "events",
                        "-k",
                        KERNEL,
                        "--site",
                        "Berlin",
                        "--kind",
                        "occultations",
                        "--body",
                        "saturn",
                        "--from",
                        "2025-01-04",
                        "--to",
                        "2025-01-05",
                        "--json")
                .json();
        assertThat(found.get("events")).hasSize(5);
        assertThat(found.at("/site/name").asText()).isEqualTo("Berlin");
        assertThat(found.at("/site/latitude_deg").asDouble()).isBetween(52.0, 53.0);
    }

    private static String[] saturn(String... more) {
        return Stream.concat(
                        Stream.of("events", "-k", KERNEL, "--kind", "occultations", "--body", "saturn"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** The occultation that Berlin saw is one that the center of the Earth does not see. */
    @Test
    void withoutAPlaceAnOccultationSaysFromWhereItIsSeenBest() throws IOException {
        JsonNode found = CommandRun.of(saturn("--from", "2025-01-04", "--to", "2025-01-05", "--json"))
                .json()
                .get("events");
        assertThat(found).hasSize(1);
        JsonNode event = found.get(0);
        assertThat(event.get("kind").asText()).isEqualTo("occultation somewhere on earth");
        assertThat(event.at("/nearest/latitude_deg").asDouble()).isBetween(20.0, 32.0);
        assertThat(event.get("altitude_deg").asDouble()).isBetween(0.0, 90.0);
        List<String> table = CommandRun.of(saturn("--from", "2025-01-04", "--to", "2025-01-05"))
                .out()
                .lines()
                .toList();
        assertThat(table.getFirst()).contains("longitude", "latitude", "altitude");
        assertThat(table.get(1))
                .endsWith(String.format(
                        Locale.ROOT, "%.1f", event.get("altitude_deg").asDouble()));
        assertThat(CommandRun.of(saturn("--from", "2025-01-05", "--to", "2025-01-06"))
                        .out())
                .doesNotContain("longitude");
    }
}
