package orrery.math;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrigTest {
    @Test
    void everyAngleHasTheBitsOfStrictMath() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 400_000; i++) {
            // All sizes from 2^-30 to 2^20, which is beyond what is reduced here.
            check(random.nextDouble(1, 2) * Math.scalb(1.0, random.nextInt(-30, 20)));
        }
    }

    @Test
    void anglesNearMultiplesOfAQuarterTurnHaveTheBitsOfStrictMath() {
        for (int n = 0; n < 20_000; n++) {
            double near = n * (Math.PI / 4);
            for (double angle :
                    new double[] {near, Math.nextUp(near), Math.nextDown(near), Math.fma(n, 0x1p-40, near)}) {
                check(angle);
            }
        }
    }

    @Test
    void edgesHaveTheBitsOfStrictMath() {
        for (double angle : new double[] {
            0.0,
            0x1p-27,
            Math.nextDown(0x1p-27),
            0.3,
            Math.nextDown(0.3),
            0.78125,
            0x1.90000ffffffffp-1,
            0x1.90001p-1,
            0x1.921fbffffffffp-1,
            0x1.921fcp-1,
            Math.nextDown(0x1p19),
            0x1p19,
            1e300,
            Double.MIN_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NaN
        }) {
            check(angle);
        }
    }

    @Test
    void anglesAroundTheCosinesSplitHaveTheBitsOfStrictMath() {
        // fdlibm looks at the upper 32 bits of 0.3 only.
        double first = Double.longBitsToDouble(0x3fd3333300000000L);
        for (int i = -10_000; i < 20_000; i++) {
            double angle = first + i * 0x1p-38;
            check(angle);
            check(angle + Math.PI / 2);
        }
        check(Math.nextDown(first));
    }

    @Test
    void remaindersAreTheFormulas() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 200_000; i++) {
            double y = i % 2 == 0 ? Constants.TURN : 360;
            double near = y * random.nextInt(-4, 5);
            double x = switch (i % 5) {
                case 0 -> near;
                case 1 -> Math.nextUp(near);
                case 2 -> Math.nextDown(near);
                case 3 -> -0.0;
                default -> random.nextDouble(-10, 10) * y;
            };
            double quotient = x / y;
            double expected = x - y * (quotient >= 0 ? Math.floor(quotient) : -Math.floor(-quotient));
            assertThat(Double.doubleToRawLongBits(Trig.mod(x, y)))
                    .as("%s mod %s", x, y)
                    .isEqualTo(Double.doubleToRawLongBits(expected));
        }
    }

    @Test
    void nothingIsAllocatedEvenBeforeTheCompilerHasSeenIt() {
        ThreadMXBean counters = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double sum = Trig.sin(1) + Trig.cos(1) + counters.getCurrentThreadAllocatedBytes();
        long before = counters.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
            sum += Trig.sin(i) + Trig.cos(i);
        }
        assertThat(counters.getCurrentThreadAllocatedBytes() - before).isLessThan(500);
        assertThat(sum).isFinite();
    }

    private static void check(double angle) {
        double[] both = new double[2];
        Trig.sinCos(angle, both);
        assertSame(both[0], StrictMath.sin(angle), angle);
        assertSame(both[1], StrictMath.cos(angle), angle);
        Trig.sinCos(-angle, both);
        assertSame(both[0], StrictMath.sin(-angle), -angle);
        assertSame(both[1], StrictMath.cos(-angle), -angle);
        assertSame(Trig.sin(angle), StrictMath.sin(angle), angle);
        assertSame(Trig.sin(-angle), StrictMath.sin(-angle), -angle);
        assertSame(Trig.cos(angle), StrictMath.cos(angle), angle);
        assertSame(Trig.cos(-angle), StrictMath.cos(-angle), -angle);
    }

    private static void assertSame(double ours, double strict, double angle) {
        if (Double.doubleToLongBits(ours) != Double.doubleToLongBits(strict)) {
            assertThat(ours).as("of %s", Double.toHexString(angle)).isEqualTo(strict);
        }
    }
}
