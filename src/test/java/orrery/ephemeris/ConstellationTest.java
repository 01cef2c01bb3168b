package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The constellation in a direction, against skyfield's. */
class ConstellationTest {
    private static Constellation at(double ra, double dec) {
        double a = Math.toRadians(ra);
        double d = Math.toRadians(dec);
        return Constellation.at(3 * Math.cos(a) * Math.cos(d), 3 * Math.sin(a) * Math.cos(d), 3 * Math.sin(d));
    }

    @Test
    void everyDirectionIsInTheConstellationThatSkyfieldFinds() throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> lines;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ConstellationTest.class.getResourceAsStream("constellations.csv")),
                StandardCharsets.UTF_8))) {
            lines = in.lines().filter(line -> !line.startsWith("#")).toList();
        }
        assertThat(lines).hasSize(2900);
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            Constellation found = at(Double.parseDouble(cells[0]), Double.parseDouble(cells[1]));
            assertThat(found.abbreviation()).as(line).isEqualTo(cells[2]);
            seen.add(found.abbreviation());
        }
        assertThat(seen).hasSizeGreaterThan(84);
    }

    @Test
    void thePolesAndTheOriginOfRightAscensionHaveOneToo() {
        assertThat(at(0, 90).name()).isEqualTo("Ursa Minor");
        assertThat(at(0, -90).name()).isEqualTo("Octans");
        for (double ra = 1.5; ra < 1.7; ra += 1e-4) {
            // B1875's origin lies near 1.6 degrees; 0 h is in Pisces there.
            assertThat(at(ra, 0).name()).isEqualTo("Pisces");
        }
        assertThat(at(213.9, 19.2).name()).isEqualTo("Bo\u00f6tes");
        assertThatThrownBy(() -> Constellation.at(Double.NaN, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
