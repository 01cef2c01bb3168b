package orrery.spk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.spk.Mismatch.Effect;
import orrery.testing.EveryType;

/** Records that disagree with descriptors and directories: one word is changed at a time. */
class RecordsTest {
    private static final double END = EveryType.END;

    enum Order {
        LITTLE(ByteOrder.LITTLE_ENDIAN),
        BIG(ByteOrder.BIG_ENDIAN);

        private final ByteOrder bytes;

        Order(ByteOrder bytes) {
            this.bytes = bytes;
        }

        private byte[] kernel() {
            return SpkWriter.of(bytes).addAll(EveryType.segments()).toBytes();
        }
    }

    private static SpkFile read(byte[] bytes) {
        return SpkFile.read(MemorySegment.ofArray(bytes), "kernel");
    }

    private static List<Mismatch> examine(SpkFile file) {
        return file.examine(Progress.NONE);
    }

    /** The first segment of a type. */
    private static SegmentInfo of(SpkFile file, int type) {
        return file.segments().stream()
                .map(Segment::info)
                .filter(i -> i.type() == type)
                .findFirst()
                .orElseThrow();
    }

    /** The kernel with one word of the first segment of a type changed: counted from 0, or back from -1. */
    private static SpkFile with(Order order, int type, int word, double value) {
        byte[] bytes = order.kernel();
        SegmentInfo info = of(read(bytes), type);
        long address = word >= 0 ? info.begin() + word : info.last() + 1 + word;
        ByteBuffer.wrap(bytes).order(order.bytes).putDouble((int) ((address - 1) * 8), value);
        return read(bytes);
    }

    /** After one word is changed, the defects found are all in that segment. */
    private static Mismatch only(SpkFile file, int type) {
        assertThat(file.problems()).as("opening does not see it").isEmpty();
        List<Mismatch> found = examine(file);
        assertThat(found).as("type " + type).hasSize(1);
        assertThat(found.getFirst().segment()).isEqualTo(of(file, type).index());
        return found.getFirst();
    }

    private static double word(Order order, int type, int word) {
        byte[] bytes = order.kernel();
        SegmentInfo info = of(read(bytes), type);
        long address = word >= 0 ? info.begin() + word : info.last() + 1 + word;
        return ByteBuffer.wrap(bytes).order(order.bytes).getDouble((int) ((address - 1) * 8));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void soundRecordsOfEveryTypeAgree(Order order) {
        List<Double> told = new ArrayList<>();
        Progress following = new Progress() {
            @Override
            public void at(double fraction) {
                told.add(fraction);
            }
        };
        assertThat(read(order.kernel()).examine(following)).isEmpty();
        assertThat(told).isSorted();
        assertThat(told.getLast()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void aRecordForAnotherTimeIsNamedWithItsNumbers(Order order) {
        for (int type : new int[] {2, 3}) {
            int size = (int) word(order, type, -2);
            int records = (int) word(order, type, -1);
            double length = word(order, type, -3);
            // The second record's MID, by several of its lengths, by a half of one, by less than a query checks.
            SpkFile far = with(order, type, size, word(order, type, size) + 10 * length);
            Mismatch gone = only(far, type);
            assertThat(gone.record()).isEqualTo(1);
            assertThat(gone.effect()).isEqualTo(Effect.REFUSED);
            assertThat(gone.sentence())
                    .contains("Record 2 of " + records, "MID", "RADIUS", "by the directory", "refused")
                    .doesNotContain("more");
            double middle = EveryType.START + 1.5 * length;
            assertThatThrownBy(() -> state(far, type, middle)).isInstanceOf(DamagedSegmentException.class);
            SpkFile near = with(order, type, size, word(order, type, size) + 0.25 * length);
            assertThat(only(near, type).effect()).isEqualTo(Effect.DOUBTFUL);
            assertThat(state(near, type, middle)[0]).isNotEqualTo(state(read(order.kernel()), type, middle)[0]);
            assertThat(only(with(order, type, size, word(order, type, size) + 1e-8 * length), type)
                            .effect())
                    .isEqualTo(Effect.DOUBTFUL);
            assertThat(only(with(order, type, size + 1, word(order, type, size + 1) * 2), type)
                            .sentence())
                    .contains("given as stored and may be wrong");
            assertThat(only(with(order, type, size + 1, Double.NaN), type).effect())
                    .isEqualTo(Effect.REFUSED);
            assertThat(only(with(order, type, size + 3, Double.POSITIVE_INFINITY), type)
                            .sentence())
                    .contains("Record 2 of", "not finite", "refused");
        }
    }

    /** As in NAIF's mar022-1: granules of hours, records that are microseconds from where the directory has them. */
    @ParameterizedTest
    @EnumSource(Order.class)
    void recordsWhoseEpochsCameThroughDayNumbersAreSound(Order order) {
        for (int type : new int[] {2, 3}) {
            int size = (int) word(order, type, -2);
            double length = word(order, type, -3);
            for (double off : new double[] {1e-9, -1e-9, 2e-9}) {
                assertThat(examine(with(order, type, size, word(order, type, size) + off * length)))
                        .isEmpty();
                assertThat(examine(with(order, type, size + 1, word(order, type, size + 1) + off * length)))
                        .isEmpty();
            }
        }
    }

    private static double[] state(SpkFile file, int type, double et) {
        double[] out = new double[6];
        file.segments().get(of(file, type).index()).state(et, out, new Workspace());
        return out;
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void recordsOutsideThePromisedSpanAffectNoAnswer(Order order) {
        List<RawSegment> raw = EveryType.segments();
        RawSegment whole = raw.get(1);
        assertThat(whole.type()).isEqualTo(2);
        double length = whole.data()[whole.data().length - 3];
        byte[] bytes = SpkWriter.of(order.bytes)
                .addAll(List.of(new RawSegment(
                        whole.target(), whole.center(), 1, 2, EveryType.START + 3 * length, END, "part", whole.data())))
                .toBytes();
        SegmentInfo info = read(bytes).segments().getFirst().info();
        ByteBuffer.wrap(bytes).order(order.bytes).putDouble((int) info.offset(), 1e9);
        List<Mismatch> found = examine(read(bytes));
        assertThat(found).singleElement().satisfies(m -> assertThat(m.effect()).isEqualTo(Effect.UNAFFECTED));
        assertThat(found.getFirst().sentence()).contains("Answers are not affected");
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void whatDoesNotAddUpIsSaid(Order order) {
        // One record fewer than there is room for. The descriptor's span must still be held, so it is shortened too.
        List<RawSegment> raw = EveryType.segments();
        for (int type : new int[] {2, 3, 20}) {
            RawSegment whole =
                    raw.stream().filter(r -> r.type() == type).findFirst().orElseThrow();
            double[] data = whole.data().clone();
            data[data.length - 1]--;
            byte[] bytes = SpkWriter.of(order.bytes)
                    .addAll(List.of(
                            new RawSegment(whole.target(), whole.center(), 1, type, EveryType.START, 0, "fewer", data)))
                    .toBytes();
            List<Mismatch> found = examine(read(bytes));
            assertThat(found)
                    .singleElement()
                    .satisfies(m -> assertThat(m.sentence())
                            .contains("records of", "are read by nothing", "Answers are not affected"));
        }
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void oneEpochOutOfItsOrderIsFound(Order order) {
        // Opening samples many epochs; between the samples, number 98 comes after number 99.
        for (int type : new int[] {1, 5, 9, 13, 18, 21}) {
            int first = firstEpoch(order, type);
            SpkFile file = with(order, type, first + 97, word(order, type, first + 98) + 1e-3);
            Mismatch found = only(file, type);
            assertThat(found.record()).isEqualTo(98);
            assertThat(found.sentence()).contains("Epoch 99 of", "not after the one before", "may be wrong");
        }
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void aDirectoryThatDoesNotRepeatTheTableIsSaid(Order order) {
        for (int type : new int[] {1, 5, 9, 13, 18, 21}) {
            int count = (int) word(order, type, -1);
            int directory = firstEpoch(order, type) + count;
            SpkFile file = with(order, type, directory + 1, word(order, type, directory + 1) + 5);
            Mismatch found = only(file, type);
            assertThat(found.effect()).isEqualTo(Effect.UNAFFECTED);
            assertThat(found.sentence()).contains("Its directory gives epoch 200 as", "other programs go by it");
        }
    }

    /** Where a segment's epochs begin, in words from its beginning. */
    private static int firstEpoch(Order order, int type) {
        int count = (int) word(order, type, -1);
        return switch (type) {
            case 1 -> count * 71;
            case 21 -> count * (4 * (int) word(order, type, -2) + 11);
            // Subtype 0, the first of type 18: twelve words a packet.
            case 18 -> count * 12;
            default -> count * 6;
        };
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void numbersThatAreNotFiniteAreFoundInEveryType(Order order) {
        for (int type : new int[] {1, 2, 3, 5, 8, 9, 10, 12, 13, 14, 18, 19, 20, 21}) {
            // A word in the middle of the second record, or packet, or state.
            int at = switch (type) {
                case 1, 21 -> 4 * (type == 1 ? 15 : 20) + 11 + (type == 1 ? 16 : 21);
                case 10 -> 8 + 3;
                case 14 -> 1 + 26 + 5;
                case 20 -> (int) word(order, 20, -2) + 2;
                case 2, 3 -> (int) word(order, type, -2) + 4;
                default -> 15;
            };
            Mismatch found = only(with(order, type, at, Double.NEGATIVE_INFINITY), type);
            assertThat(found.effect()).as("type " + type).isEqualTo(Effect.REFUSED);
            assertThat(found.sentence()).as("type " + type).contains("not finite");
        }
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void packetsThatAreNotWhereTheirReferencesSayAreFound(Order order) {
        // Type 14: the third packet's MID. Type 10: the first set's epoch.
        Mismatch moved = only(with(order, 14, 1 + 2 * 26, word(order, 14, 1 + 2 * 26) + 1e6), 14);
        assertThat(moved.sentence()).contains("Record 3 of 8", "refused");
        assertThat(only(with(order, 10, 8 + 9, word(order, 10, 8 + 9) + 60), 10).sentence())
                .contains("Element set 1 of", "but is listed at", "may be wrong");
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void aDifferenceLineWithNoOrderIsFound(Order order) {
        Mismatch found = only(with(order, 1, 71 + 67, 99), 1);
        assertThat(found.record()).isEqualTo(1);
        assertThat(found.sentence()).contains("Difference line 2 of 240", "order of integration", "refused");
    }

    @Test
    void manyOfAKindAreCounted() {
        byte[] bytes = Order.LITTLE.kernel();
        SegmentInfo info = of(read(bytes), 2);
        int size = (int) word(Order.LITTLE, 2, -2);
        int records = (int) word(Order.LITTLE, 2, -1);
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < records; i++) {
            words.putDouble((int) info.offset() + i * size * 8, 1e10);
        }
        assertThat(examine(read(bytes))).singleElement().satisfies(m -> {
            assertThat(m.count()).isEqualTo(records);
            assertThat(m.sentence()).contains("So do " + (records - 1) + " more.");
        });
    }

    @Test
    void segmentsThatShareWordsInPartAreFound() {
        byte[] bytes = Order.LITTLE.kernel();
        SegmentInfo two = of(read(bytes), 3);
        // The summary's first address, in the first summary record after the file record: INITIAL of the third segment.
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int first = words.getInt(76);
        int at = (first - 1) * 1024 + 24 + two.index() * 40 + 32;
        assertThat(words.getInt(at)).isEqualTo(two.begin());
        words.putInt(at, two.begin() - 10);
        assertThat(examine(read(bytes)))
                .anySatisfy(m -> assertThat(m.sentence()).contains("overlap those of segment 1"));
    }

    @Test
    void whoeverWaitsCanCallItOff() {
        SpkFile file = read(Order.LITTLE.kernel());
        assertThatThrownBy(() -> file.examine(new Progress() {
                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }
}
