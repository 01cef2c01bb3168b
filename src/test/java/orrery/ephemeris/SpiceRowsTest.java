package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.testing.ParityFiles;

/** The bits of chains and of light time are CSPICE's, in any clone; {@code SpiceTypesTest} compares the data types. */
class SpiceRowsTest {
    @Test
    void chainsOfTheShippedKernelGiveTheBitsOfSpice() throws IOException {
        List<String[]> rows = ParityFiles.rows("shipped_states.csv", "target,center,et,x,y,z,vx,vy,vz");
        List<String> other = new ArrayList<>();
        asked(ephemeris -> {
            double[] ours = new double[6];
            for (String[] row : rows) {
                ephemeris.state(Integer.parseInt(row[0]), Integer.parseInt(row[1]), Double.parseDouble(row[2]), ours);
                if (!Arrays.equals(numbers(row, 3, 6), ours)) {
                    other.add(String.join(",", row) + " but " + Arrays.toString(ours));
                }
            }
        });
        assertThat(rows).hasSize(2_000);
        assertThat(other).isEmpty();
    }

    @Test
    void lightTimeAndAberrationGiveTheBitsOfSpice() throws IOException {
        List<String[]> rows = ParityFiles.rows("shipped_aberration.csv", "target,observer,abcorr,et,x,y,z,vx,vy,vz,lt");
        Map<String, Integer> equal = new TreeMap<>();
        List<String> other = new ArrayList<>();
        asked(ephemeris -> {
            double[] ours = new double[7];
            for (String[] row : rows) {
                double[] state = new double[6];
                ours[6] = ephemeris.planetAt(
                        Integer.parseInt(row[0]),
                        Integer.parseInt(row[1]),
                        Double.parseDouble(row[3]),
                        Aberration.named(row[2]).orElseThrow(),
                        state);
                System.arraycopy(state, 0, ours, 0, 6);
                if (Arrays.equals(numbers(row, 4, 7), ours)) {
                    equal.merge(row[2], 1, Integer::sum);
                } else {
                    other.add(String.join(",", row) + " but " + Arrays.toString(ours));
                }
            }
        });
        assertThat(other).isEmpty();
        assertThat(equal)
                .containsOnlyKeys("NONE", "LT", "LT+S", "CN", "CN+S", "XLT", "XLT+S", "XCN", "XCN+S")
                .allSatisfy((correction, count) -> assertThat(count).isEqualTo(100));
    }

    private static void asked(Consumer<Ephemeris> rows) {
        try (KernelHandle kernel = new KernelRegistry().open(ParityFiles.kernel());
                KernelPool pool = KernelPool.of(kernel)) {
            rows.accept(Ephemeris.of(pool));
        }
    }

    private static double[] numbers(String[] row, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToDouble(i -> Double.parseDouble(row[i]))
                .toArray();
    }
}
