package orrery.forge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The asteroids and Kuiper belt bodies that DE440 integrates with the planets, about the Sun at J2000.
 *
 * <p>GM: DE440's comment area, MA0001 to MA1467 (343 asteroids) and MA8001 to MA8030 (30 Kuiper belt bodies). States:
 * osculating elements of JPL's Small-Body Database at 2022-08-09, as in Debian's kstars-data, integrated back to J2000
 * among the Sun and planets of DE440 and the heaviest asteroids by {@code src/test/python/minor_bodies.py}. They serve
 * as sources of gravity, good to about ten km for asteroids.
 */
final class MinorBodies {
    /**
     * One body: its parameter's name in DE440, GM in km^3/s^2, x, y, z in km and vx, vy, vz in km/s about the Sun,
     * ICRF.
     */
    @SuppressWarnings("ArrayRecordComponent") // Read once, and never passed on.
    record MinorBody(String parameter, double gm, double[] state) {
        boolean kuiperBelt() {
            return parameter.startsWith("MA8");
        }
    }

    private static final String FILE = "minor_bodies.csv";

    private MinorBodies() {}

    /** All of them, in the order of DE440's numbers. */
    static List<MinorBody> all() {
        List<MinorBody> bodies = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MinorBodies.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("MA")) {
                    String[] fields = line.split(",", -1);
                    double[] numbers = Arrays.stream(fields, 2, fields.length)
                            .mapToDouble(Double::parseDouble)
                            .toArray();
                    bodies.add(new MinorBody(fields[0], numbers[0], Arrays.copyOfRange(numbers, 1, 7)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table of minor bodies cannot be read from the program.", e);
        }
        return bodies;
    }
}
