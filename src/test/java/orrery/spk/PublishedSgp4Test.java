package orrery.spk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.exchange.Import;
import orrery.exchange.ImportOptions;

/**
 * SGP4 against the answers published with it (Vallado and others, AIAA 2006-6753, revision 2), in the frame and at the
 * minutes in which they are published, with the constants that they were computed with, which SPICE rounds.
 */
class PublishedSgp4Test {
    private static final double MU = 398_600.8;
    private static final double RADIUS = 6378.135;
    private static final double KE = 60 / Math.sqrt(RADIUS * RADIUS * RADIUS / MU);
    private static final double J3 = -0.00000253881;
    private static final double J4 = -0.00000165597;
    private static final double J2 = 0.001082616;

    private static final int IN_TWO_MODES = 23599;

    @TempDir
    private Path folder = Path.of("");

    private static final class Row {
        private final String mode;
        private final double minutes;
        private final double[] state;

        Row(String line) {
            String[] fields = line.split(",");
            mode = fields[0];
            minutes = Double.parseDouble(fields[1]);
            state = Arrays.stream(fields, 2, 8).mapToDouble(Double::parseDouble).toArray();
        }

        boolean isInAnotherMode(Elements elements) {
            return elements.number() == IN_TWO_MODES && mode.equals("improved");
        }
    }

    private record Elements(String first, String second, List<Row> rows) {
        int number() {
            return Integer.parseInt(first.substring(2, 7).strip());
        }
    }

    private static List<Elements> published() throws IOException {
        List<Elements> all = new ArrayList<>();
        try (InputStream in =
                        Objects.requireNonNull(PublishedSgp4Test.class.getResourceAsStream("sgp4_published.csv"));
                BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                if (line.startsWith("1 ")) {
                    all.add(new Elements(line, Objects.requireNonNull(text.readLine()), new ArrayList<>()));
                } else if (!line.startsWith("#")) {
                    all.getLast().rows().add(new Row(line));
                }
            }
        }
        return all;
    }

    /** Three sets of the file were made up, with the sums of others. */
    private static String checked(String line) {
        int sum = line.chars()
                .limit(68)
                .map(c -> c >= '0' && c <= '9' ? c - '0' : c == '-' ? 1 : 0)
                .sum();
        return line.substring(0, 68) + sum % 10;
    }

    /** The elements as imported, set up with the published constants. */
    private Sgp4 sgp4(Elements elements) throws IOException {
        Path file = folder.resolve("some.tle");
        Path out = folder.resolve("some.bsp");
        Files.deleteIfExists(out);
        Files.writeString(file, checked(elements.first) + "\n" + checked(elements.second) + "\n");
        try (Import read = Import.of(List.of(file), ImportOptions.NONE, Progress.NONE)) {
            read.write(out, Progress.NONE);
        }
        byte[] bytes = Files.readAllBytes(out);
        MemorySegment memory = MemorySegment.ofArray(bytes);
        Segment segment = SpkFile.read(memory, "some").segments().getFirst();
        double[] constants = {J2, J3, J4, KE, 120, 78, RADIUS};
        for (int i = 0; i < constants.length; i++) {
            memory.set(
                    ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN),
                    8L * (segment.info().begin() - 1 + i),
                    constants[i]);
        }
        GenericLayout layout = new GenericLayout(segment.words, segment.info(), 8, 10);
        Sgp4 sgp4 = new Sgp4();
        long at = layout.packet(1);
        sgp4.initialize(layout, segment.words, at, segment.words.at(at + 9));
        return sgp4;
    }

    /** Half a unit of the last printed digit, km and km/s, and what rounding adds. */
    private static final double PRINTED = 0.52e-8;

    private static final double PRINTED_SPEED = 0.52e-9;
    /**
     * An eccentricity of 0.97, and three and a half years since the epoch: there the rounding of sums in another order
     * shows. The C++ code of its authors, as built today, is 4e-6 and 5e-7 km from what they printed.
     */
    private static final Map<Integer, Double> SENSITIVE = Map.of(23333, 1e-7, 20413, 1e-7);

    /** SPICE refuses them too: SPICE(SUBORBITAL), and for the last SPICE(BADPECCENTRICITY). */
    private static final Map<Integer, String> REFUSED = Map.of(
            28872, "its perigee lies below the ground",
            33333, "its perigee lies below the ground",
            33334, "the perturbed eccentricity is out of range");

    @Test
    void everyPublishedRowIsMetToItsLastDigit() throws IOException {
        double[] is = new double[6];
        int met = 0;
        for (Elements elements : published()) {
            Sgp4 sgp4 = sgp4(elements);
            for (Row row : elements.rows) {
                String fault = sgp4.fault().isEmpty() ? sgp4.evaluate(row.minutes, is) : sgp4.fault();
                assertThat(fault).isEqualTo(REFUSED.getOrDefault(elements.number(), ""));
                if (!fault.isEmpty() || row.isInAnotherMode(elements)) {
                    continue;
                }
                met++;
                double limit = SENSITIVE.getOrDefault(elements.number(), PRINTED);
                for (int axis = 0; axis < 3; axis++) {
                    assertThat(is[axis]).as(elements.first).isCloseTo(row.state[axis], within(limit));
                    assertThat(is[axis + 3]).as(elements.first).isCloseTo(row.state[axis + 3], within(PRINTED_SPEED));
                }
            }
        }
        assertThat(met).isEqualTo(667 - 11 - 5 - 1);
    }

    /**
     * Below an inclination of 0.2 radians, Lyddane's method multiplies the node by a cosine. The mode "AFSPC", which
     * is SPICE's only one, brings it between 0 and a turn before that; "improved" leaves it negative. The node of this
     * satellite passes through zero.
     */
    @Test
    void inTheOtherModeOneSatelliteIsAKilometerElsewhere() throws IOException {
        Elements elements = published().stream()
                .filter(one -> one.number() == IN_TWO_MODES)
                .findFirst()
                .orElseThrow();
        Sgp4 sgp4 = sgp4(elements);
        double[] is = new double[6];
        double far = 0;
        for (Row row : elements.rows) {
            if (row.isInAnotherMode(elements)) {
                sgp4.evaluate(row.minutes, is);
                for (int axis = 0; axis < 3; axis++) {
                    far = Math.max(far, Math.abs(is[axis] - row.state[axis]));
                }
            }
        }
        assertThat(far).isCloseTo(0.960161, within(1e-6));
    }
}
