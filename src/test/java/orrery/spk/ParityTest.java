package orrery.spk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import orrery.testing.Shared;

/**
 * CSPICE N0067's states ({@code %.17g}) of every data type, row by row, for other people's kernels; {@code
 * SpiceTypesTest} compares in any clone. The table is in the documentation too.
 */
class ParityTest {
    /** Types that call transcendental functions may differ by more than the polynomial ones. */
    private static final Map<Integer, Double> LIMITS = Map.ofEntries(
            Map.entry(1, 1e-13),
            Map.entry(2, 0.0),
            Map.entry(3, 0.0),
            Map.entry(5, 1e-11),
            Map.entry(8, 1e-13),
            Map.entry(9, 1e-13),
            Map.entry(10, 1e-11),
            Map.entry(12, 1e-13),
            Map.entry(13, 1e-13),
            Map.entry(14, 1e-13),
            Map.entry(15, 1e-11),
            Map.entry(17, 1e-11),
            Map.entry(18, 1e-13),
            Map.entry(19, 1e-13),
            Map.entry(20, 1e-13),
            Map.entry(21, 1e-13));

    private static final class Tally {
        private int rows;
        private int same;
        private double worst;

        void add(double[] golden, double[] ours) {
            rows++;
            same += Arrays.equals(golden, ours) ? 1 : 0;
            worst = Math.max(worst, Math.max(relative(golden, ours, 0), relative(golden, ours, 3)));
        }

        private static double relative(double[] golden, double[] ours, int at) {
            double length = Math.hypot(golden[at], Math.hypot(golden[at + 1], golden[at + 2]));
            double difference = Math.hypot(
                    golden[at] - ours[at], Math.hypot(golden[at + 1] - ours[at + 1], golden[at + 2] - ours[at + 2]));
            return difference == 0 ? 0 : difference / length;
        }
    }

    @Test
    void everyDataTypeGivesTheStatesOfSpiceWithinItsLimit() throws IOException {
        Map<Integer, Tally> tallies = new TreeMap<>();
        for (Path csv : Shared.files("golden", "seg_")) {
            String kernel = csv.getFileName().toString().replace("seg_", "").replace(".csv", "");
            try (FileChannel channel = FileChannel.open(Shared.real(kernel));
                    Arena arena = Arena.ofConfined()) {
                SpkFile file =
                        SpkFile.read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena), kernel);
                compare(file, csv, tallies);
            }
        }
        StringBuilder table = new StringBuilder(
                "| type | rows | bit-equal | worst relative difference |%n|---|---|---|---|%n".formatted());
        tallies.forEach((type, tally) ->
                table.append("| %d | %d | %d | %s |%n".formatted(type, tally.rows, tally.same, worst(tally.worst))));
        System.out.print(table);
        assertThat(tallies.keySet()).containsExactlyInAnyOrderElementsOf(LIMITS.keySet());
        tallies.forEach((type, tally) -> {
            if (type == 2 || type == 3) {
                assertThat(tally.same).as("bit-equal rows of type " + type).isEqualTo(tally.rows);
            }
            assertThat(tally.rows).as("rows of type " + type).isGreaterThanOrEqualTo(200);
            assertThat(tally.worst)
                    .as("worst relative difference of type " + type + "%n" + table)
                    .isLessThanOrEqualTo(LIMITS.get(type));
        });
    }

    private static String worst(double worst) {
        return worst == 0 ? "0" : String.format(Locale.ROOT, "%.1e", worst);
    }

    private static void compare(SpkFile file, Path csv, Map<Integer, Tally> tallies) throws IOException {
        Workspace work = new Workspace();
        double[] ours = new double[6];
        double[] golden = new double[6];
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.getFirst()).isEqualTo("seg,target,center,frame,type,et,x,y,z,vx,vy,vz");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            Segment segment = file.segments().get(Integer.parseInt(cells[0]));
            assertThat(segment.info().type()).isEqualTo(Integer.parseInt(cells[4]));
            segment.state(Double.parseDouble(cells[5]), ours, work);
            for (int i = 0; i < 6; i++) {
                golden[i] = Double.parseDouble(cells[6 + i]);
            }
            tallies.computeIfAbsent(segment.info().type(), _ -> new Tally()).add(golden, ours);
        }
    }
}
