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
