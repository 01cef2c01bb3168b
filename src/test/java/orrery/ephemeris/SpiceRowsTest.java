package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.forge.SpkWriter;
import orrery.spk.Segment;
import orrery.spk.SpkFile;
import orrery.spk.Workspace;
import orrery.testing.EveryType;
import orrery.testing.ParityFiles;

/** The bits are CSPICE's: its answers for kernels that the project makes, in any clone. */
class SpiceRowsTest {
    /** 60 rows per segment; types 18 and 19 have two and three segments; conics differ in the last bit. */
    private static final Map<Integer, Integer> EQUAL = new TreeMap<>(Map.ofEntries(
            Map.entry(1, 60),
            Map.entry(2, 60),
            Map.entry(3, 60),
            Map.entry(5, 59),
            Map.entry(8, 60),
            Map.entry(9, 60),
            Map.entry(10, 1),
            Map.entry(12, 60),
            Map.entry(13, 60),
            Map.entry(14, 60),
            Map.entry(15, 42),
            Map.entry(17, 57),
            Map.entry(18, 120),
            Map.entry(19, 180),
            Map.entry(20, 60),
            Map.entry(21, 60)));

    /**
     * For numbers that are not equal to the bit, the greatest difference relative to the length of position or
     * velocity.
     */
    private static final double CONICS = 1e-11;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyDataTypeGivesTheBitsOfSpiceInBothByteOrders(boolean little) throws IOException {
        ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        SpkFile file = SpkFile.read(
                MemorySegment.ofArray(
                        SpkWriter.of(order).addAll(EveryType.segments()).toBytes()),
                "every type");
        Workspace work = new Workspace();
        double[] ours = new double[6];
        Map<Integer, Integer> equal = new TreeMap<>();
        List<String[]> rows = ParityFiles.rows("every_type.csv", "seg,target,center,frame,type,et,x,y,z,vx,vy,vz");
        for (String[] row : rows) {
            Segment segment = file.segments().get(Integer.parseInt(row[0]));
            assertThat(segment.info().type()).isEqualTo(Integer.parseInt(row[4]));
            segment.state(Double.parseDouble(row[5]), ours, work);
            double[] golden = numbers(row, 6, 6);
            equal.merge(segment.info().type(), Arrays.equals(golden, ours) ? 1 : 0, Integer::sum);
            assertThat(Math.max(apart(golden, ours, 0), apart(golden, ours, 3)))
                    .as(String.join(",", row))
                    .isLessThan(CONICS);
        }
        assertThat(rows).hasSize(1_140);
        assertThat(equal).as("rows equal to the bit, by data type").isEqualTo(EQUAL);
    }

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

    private static double apart(double[] golden, double[] ours, int at) {
        double length = Math.hypot(golden[at], Math.hypot(golden[at + 1], golden[at + 2]));
        double difference = Math.hypot(
                golden[at] - ours[at], Math.hypot(golden[at + 1] - ours[at + 1], golden[at + 2] - ours[at + 2]));
        return difference == 0 ? 0 : difference / length;
    }
}
