package orrery.spk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.testing.EveryType;

/** Each data type against the motion that its segment was made from, in both byte orders. */
class EveryTypeTest {
    private static final int EPOCHS = 999;

    static Stream<ByteOrder> orders() {
        return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);
    }

    /** A type that is read and not made here would be tried by none of these tests. */
    @Test
    void everyTypeThatIsReadIsAmongThem() {
        assertThat(EveryType.segments().stream().map(RawSegment::type).distinct())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 1000)
                        .filter(number -> SpkType.of(number).isPresent())
                        .boxed()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void everyTypeRepeatsTheMotionThatItWasMadeFrom(ByteOrder order) {
        List<RawSegment> raw = EveryType.segments();
        SpkFile file = read(order, raw);
        assertThat(file.problems()).isEmpty();
        Workspace work = new Workspace();
        double[] state = new double[6];
        for (Segment segment : file.segments()) {
            for (int k = 0; k <= EPOCHS; k++) {
                double et = EveryType.START + (EveryType.END - EveryType.START) * k / EPOCHS;
                segment.state(et, state, work);
                assertThat(segment.granule(et).bytes())
                        .as("%s at %s", segment, et)
                        .isPositive();
                if (EveryType.isCubic(segment.info().type())) {
                    for (int axis = 0; axis < 3; axis++) {
                        assertThat(state[axis])
                                .as("%s, axis %d at %s", segment, axis, et)
                                .isCloseTo(EveryType.position(axis, et), within(1e-8));
                        assertThat(state[axis + 3])
                                .as("%s, velocity %d at %s", segment, axis, et)
                                .isCloseTo(EveryType.velocity(axis, et), within(1e-11));
                    }
                } else if (segment.info().type() != 10) {
                    double r = Math.hypot(state[0], Math.hypot(state[1], state[2]));
                    assertThat(r).as("%s at %s", segment, et).isBetween(41_000.0, 43_000.0);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void velocityIsTheDerivativeOfPositionWhateverTheType(ByteOrder order) {
        Workspace work = new Workspace();
        double[] before = new double[6];
        double[] after = new double[6];
        double[] state = new double[6];
        for (Segment segment : read(order, EveryType.segments()).segments()) {
            for (double et : new double[] {-31_234.5, -1_000.25, 77, 12_345.6, 38_000}) {
                segment.state(et - 1, before, work);
                segment.state(et + 1, after, work);
                segment.state(et, state, work);
                for (int axis = 0; axis < 3; axis++) {
                    double bound = switch (segment.info().type()) {
                        // SGP4's velocity leaves out the drag, and type 15's the precession.
                        case 10 -> 2e-3;
                        case 15 -> 1e-3;
                        default -> 1e-6;
                    };
                    assertThat(state[axis + 3])
                            .as("%s, axis %d at %s", segment, axis, et)
                            .isCloseTo((after[axis] - before[axis]) / 2, within(bound));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void bothEndsAnswerAndWhatLiesBeyondDoesNot(ByteOrder order) {
        Workspace work = new Workspace();
        double[] state = new double[6];
        for (Segment segment : read(order, EveryType.segments()).segments()) {
            segment.state(EveryType.START, state, work);
            segment.state(EveryType.END, state, work);
            for (double et : new double[] {
                Math.nextDown(EveryType.START), Math.nextUp(EveryType.END), Double.NaN, Double.POSITIVE_INFINITY
            }) {
                assertThatThrownBy(() -> segment.state(et, state, work))
                        .as("%s at %s", segment, et)
                        .isInstanceOf(OutsideCoverageException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void noTypeAllocatesForAState(ByteOrder order) {
        ThreadMXBean counters = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Workspace work = new Workspace();
        double[] state = new double[6];
        for (Segment segment : read(order, EveryType.segments()).segments()) {
            for (int round = 0; round < 5_000; round++) {
                segment.state(EveryType.START + round * 16.0, state, work);
            }
            long least = Long.MAX_VALUE;
            for (int attempt = 0; attempt < 200 && least >= 1_000; attempt++) {
                long before = counters.getCurrentThreadAllocatedBytes();
                for (int round = 0; round < 5_000; round++) {
                    segment.state(EveryType.START + round * 16.0, state, work);
                }
                least = Math.min(least, counters.getCurrentThreadAllocatedBytes() - before);
            }
            // The counter itself, or a compilation in between, may cost a few bytes; a state's own would be 80,000 or
            // more.
            assertThat(least).as("bytes for 5,000 states of %s", segment).isLessThan(1_000);
        }
    }

    private static SpkFile read(ByteOrder order, List<RawSegment> segments) {
        return SpkFile.read(
                MemorySegment.ofArray(SpkWriter.of(order).addAll(segments).toBytes()), "every type");
    }
}
