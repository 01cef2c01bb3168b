package orrery.spk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.forge.SpkWriter;
import orrery.testing.EveryType;
import orrery.testing.ParityFiles;

/** The bits of every data type are CSPICE's: its answers for a kernel that the project makes, in any clone. */
class SpiceTypesTest {
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
