package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import org.junit.jupiter.api.Test;

class BodyConstantsTest {
    private static final Path KERNELS =
            Path.of(System.getProperty("orrery.basedir", "."), "../shared/kernels/constants");

    @Test
    void everyLineIsAnAssignmentOfNaifsKernelsAndNoneIsMissing() throws Exception {
        assumeTrue(Files.exists(KERNELS), "skipped: no " + KERNELS);
        Map<String, List<Double>> expected = new HashMap<>();
        read("gm_de440.tpc", "_GM", expected);
        for (String what : List.of("_RADII", "_RA", "_DEC", "_PM", "_ANGLES", "_DEGREE", "_JED_EPOCH")) {
            read("pck00011.tpc", what, expected);
        }
        Map<String, List<Double>> found = new HashMap<>();
        for (AssetTable.Row row : AssetTable.read("constants.csv", 3)) {
            List<Double> values = new ArrayList<>();
            for (double value : row.numbers(2)) {
                values.add(value);
            }
            found.put("BODY" + row.id() + "_" + row.cell(1), values);
        }
        assertThat(found).hasSizeGreaterThan(500).isEqualTo(expected);
    }

    /** Reads the assignments of a text kernel whose name ends like this: the text between begindata and begintext. */
    private static void read(String file, String ending, Map<String, List<Double>> into) throws Exception {
        boolean data = false;
        StringBuilder all = new StringBuilder();
        for (String line : Files.readAllLines(KERNELS.resolve(file), StandardCharsets.US_ASCII)) {
            String word = line.strip();
            if (word.equals("\\begindata") || word.equals("\\begintext")) {
                data = word.equals("\\begindata");
            } else if (data) {
                all.append(line).append(' ');
            }
        }
        String name = "";
        try (Scanner words = new Scanner(all.toString().replaceAll("[=(),]", " "))) {
            while (words.hasNext()) {
                String word = words.next();
                if (word.startsWith("BODY")) {
                    name = word;
                } else if (name.endsWith(ending) && !name.contains("LIST")) {
                    into.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(Double.parseDouble(word.replace('D', 'E')));
                }
            }
        }
    }
}
