package orrery.spk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;

/**
 * Types 2 and 3 on kernels of random coefficients, against sums of Chebyshev polynomials with 40 decimal digits: an
 * evaluator that shares only the definition with the reader.
 */
class ChebyshevReadingTest {
    private static final MathContext DIGITS = new MathContext(40);
    private static final int GRANULES = 7;
    private static final int COEFFICIENTS = 12;
    private static final double INIT = -3_000;
    private static final double LENGTH = 1_000;
    private static final double END = INIT + GRANULES * LENGTH;

    private final Random random = new Random(20_261_122);
    private final double[] state = new double[6];

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void positionAndVelocityOfType2AreThePolynomialAndItsDerivative(String order) {
        double[] data = data(3);
        Segment segment = segment(2, data, order);
        for (int i = 0; i < 400; i++) {
            double et = INIT + random.nextDouble() * (END - INIT);
            segment.state(et, state, new Workspace());
            for (int axis = 0; axis < 3; axis++) {
                BigDecimal[] expected = polynomial(data, 3, axis, et);
                assertThat(state[axis]).isCloseTo(expected[0].doubleValue(), within(1e-9));
                assertThat(state[axis + 3]).isCloseTo(expected[1].doubleValue(), within(1e-10));
            }
        }
    }

    @Test
    void coefficientsAreThoseOfTheGranuleAskedForOrNone() {
        double[] data = data(3);
        ChebyshevSegment segment = (ChebyshevSegment) segment(2, data, "LITTLE_ENDIAN");
        int record = 2 + 3 * COEFFICIENTS;
        for (int granule = 0; granule < GRANULES; granule++) {
            assertThat(segment.coefficients(granule)[2][1])
                    .isEqualTo(data[granule * record + 2 + 2 * COEFFICIENTS + 1]);
        }
        assertThatThrownBy(() -> segment.coefficients(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> segment.coefficients(GRANULES)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void type3HasPolynomialsOfItsOwnForVelocity(String order) {
        double[] data = data(6);
        Segment segment = segment(3, data, order);
        for (int i = 0; i < 400; i++) {
            double et = INIT + random.nextDouble() * (END - INIT);
            segment.state(et, state, new Workspace());
            for (int component = 0; component < 6; component++) {
                assertThat(state[component])
                        .isCloseTo(polynomial(data, 6, component, et)[0].doubleValue(), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void velocityIsTheSlopeOfPosition(String order) {
        Segment segment = segment(2, data(3), order);
        double[] before = new double[6];
        double[] after = new double[6];
        double h = 0.25;
        for (int i = 0; i < 200; i++) {
            double middle = INIT + (random.nextInt(GRANULES) + 0.05 + 0.9 * random.nextDouble()) * LENGTH;
            segment.state(middle, state, new Workspace());
            segment.state(middle - h, before, new Workspace());
            segment.state(middle + h, after, new Workspace());
            for (int axis = 0; axis < 3; axis++) {
                // The third derivative of such a polynomial within 0.95 of its granule is below 5e-4 km/s^3 here.
                assertThat((after[axis] - before[axis]) / (2 * h)).isCloseTo(state[axis + 3], within(5e-4 * h * h));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void theEndsOfASegmentAreAnsweredAndNothingBeyond(String order) {
        double[] data = data(3);
        Segment segment = segment(2, data, order);
        segment.state(INIT, state, new Workspace());
        for (int axis = 0; axis < 3; axis++) {
            double alternating = 0;
            for (int k = 0; k < COEFFICIENTS; k++) {
                alternating += (k % 2 == 0 ? 1 : -1) * data[2 + axis * COEFFICIENTS + k];
            }
            assertThat(state[axis]).isCloseTo(alternating, within(1e-11));
        }
        segment.state(END, state, new Workspace());
        int last = (GRANULES - 1) * (2 + 3 * COEFFICIENTS);
        for (int axis = 0; axis < 3; axis++) {
            double sum = 0;
            for (int k = 0; k < COEFFICIENTS; k++) {
                sum += data[last + 2 + axis * COEFFICIENTS + k];
            }
            assertThat(state[axis]).isCloseTo(sum, within(1e-11));
        }
        assertThatThrownBy(() -> segment.state(Math.nextDown(INIT), state, new Workspace()))
                .isInstanceOf(OutsideCoverageException.class);
        assertThatThrownBy(() -> segment.state(Math.nextUp(END), state, new Workspace()))
                .isInstanceOf(OutsideCoverageException.class);
        assertThatThrownBy(() -> segment.state(Double.NaN, state, new Workspace()))
                .isInstanceOf(OutsideCoverageException.class);
    }

    @Test
    void theSegmentsOfAFileShareOneViewAndEachReadsItsOwnRecords() {
        double[] first = data(3);
        double[] second = data(3);
        byte[] file = SpkWriter.of(ByteOrder.LITTLE_ENDIAN)
                .add(new RawSegment(301, 3, 1, 2, INIT, END, "first", first))
                .add(new RawSegment(399, 3, 1, 2, INIT, END, "second", second))
                .toBytes();
        List<Segment> segments =
                SpkFile.read(MemorySegment.ofArray(file), "two.bsp").segments();
        assertThat(((ChebyshevSegment) segments.getFirst()).view(0))
                .as("a quarter of a million segments have no view each")
                .isSameAs(((ChebyshevSegment) segments.getLast()).view(GRANULES - 1));
        for (int s = 0; s < 2; s++) {
            segments.get(s).state(END - 1, state, new Workspace());
            BigDecimal[] expected = polynomial(s == 0 ? first : second, 3, 1, END - 1);
            assertThat(state[1]).isCloseTo(expected[0].doubleValue(), within(1e-9));
        }
    }

    /** Granules of random coefficients that fall off as those of an orbit do, then the directory of four words. */
    private double[] data(int components) {
        int size = 2 + components * COEFFICIENTS;
        double[] data = new double[GRANULES * size + 4];
        for (int g = 0; g < GRANULES; g++) {
            data[g * size] = INIT + (g + 0.5) * LENGTH;
            data[g * size + 1] = LENGTH / 2;
            for (int c = 0; c < components * COEFFICIENTS; c++) {
                data[g * size + 2 + c] = (random.nextDouble() * 2 - 1) * Math.pow(0.3, c % COEFFICIENTS) * 1e4;
            }
        }
        data[GRANULES * size] = INIT;
        data[GRANULES * size + 1] = LENGTH;
        data[GRANULES * size + 2] = size;
        data[GRANULES * size + 3] = GRANULES;
        return data;
    }

    private static Segment segment(int type, double[] data, String order) {
        byte[] file = SpkWriter.of(order.startsWith("L") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .add(new RawSegment(301, 3, 1, type, INIT, END, "random", data))
                .toBytes();
        return SpkFile.read(MemorySegment.ofArray(file), "random.bsp")
                .segments()
                .getFirst();
    }

    /** Value and derivative by et of one component's polynomial at an epoch, in 40 digits. */
    private static BigDecimal[] polynomial(double[] data, int components, int component, double et) {
        int size = 2 + components * COEFFICIENTS;
        int record = Math.min((int) ((et - INIT) / LENGTH), GRANULES - 1) * size;
        BigDecimal radius = new BigDecimal(data[record + 1]);
        BigDecimal s = new BigDecimal(et).subtract(new BigDecimal(data[record])).divide(radius, DIGITS);
        BigDecimal two = BigDecimal.valueOf(2);
        BigDecimal t0 = BigDecimal.ONE;
        BigDecimal t1 = s;
        BigDecimal d0 = BigDecimal.ZERO;
        BigDecimal d1 = BigDecimal.ONE;
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal slope = BigDecimal.ZERO;
        for (int k = 0; k < COEFFICIENTS; k++) {
            BigDecimal c = new BigDecimal(data[record + 2 + component * COEFFICIENTS + k]);
            value = value.add(c.multiply(t0, DIGITS), DIGITS);
            slope = slope.add(c.multiply(d0, DIGITS), DIGITS);
            BigDecimal t2 = two.multiply(s, DIGITS).multiply(t1, DIGITS).subtract(t0, DIGITS);
            BigDecimal d2 = two.multiply(t1, DIGITS)
                    .add(two.multiply(s, DIGITS).multiply(d1, DIGITS), DIGITS)
                    .subtract(d0, DIGITS);
            t0 = t1;
            t1 = t2;
            d0 = d1;
            d1 = d2;
        }
        return new BigDecimal[] {value, slope.divide(radius, DIGITS)};
    }
}
