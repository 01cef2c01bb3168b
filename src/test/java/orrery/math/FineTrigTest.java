package orrery.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FineTrigTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal HALF_PI = new BigDecimal("1.570796326794896619231321691639751442098584699687552"
            + "91048747229615390820314310449931401741267105853399107");

    /** The sine of an angle, rounded once, from its series. */
    private static double sine(double angle, int quartersAhead) {
        BigDecimal x = new BigDecimal(angle);
        int n = x.divide(HALF_PI, DIGITS).setScale(0, RoundingMode.HALF_EVEN).intValueExact();
        x = x.subtract(HALF_PI.multiply(BigDecimal.valueOf(n)));
        int quarter = Math.floorMod(n + quartersAhead, 4);
        boolean cosine = quarter % 2 == 1;
        BigDecimal square = x.multiply(x).negate();
        BigDecimal term = cosine ? BigDecimal.ONE : x;
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = cosine ? 1 : 2; term.signum() != 0 && term.precision() - term.scale() > -45; k += 2) {
            sum = sum.add(term);
            term = term.multiply(square).divide(BigDecimal.valueOf((long) k * (k + 1)), DIGITS);
        }
        return (quarter < 2 ? sum : sum.negate()).doubleValue();
    }

    @Test
    void sinesAndCosinesAreTheNearestDoubles() {
        SplittableRandom random = new SplittableRandom(20260101);
        for (int i = 0; i < 4000; i++) {
            double angle = random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-3, 6));
            assertThat(FineTrig.sin(angle)).as("sin %s", angle).isEqualTo(sine(angle, 0));
            assertThat(FineTrig.cos(angle)).as("cos %s", angle).isEqualTo(sine(angle, 1));
        }
    }

    @Test
    void specialAnglesAreWhatTheyShouldBe() {
        assertThat(Double.doubleToRawLongBits(FineTrig.sin(-0.0))).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(FineTrig.cos(0)).isEqualTo(1);
        assertThat(FineTrig.sin(Math.PI)).isEqualTo(1.2246467991473532e-16);
        assertThat(FineTrig.cos(Math.PI / 2)).isEqualTo(6.123233995736766e-17);
        assertThat(FineTrig.sin(1e-300)).isEqualTo(1e-300);
        assertThat(FineTrig.sin(1e22)).isEqualTo(StrictMath.sin(1e22));
        assertThat(FineTrig.sin(Double.NaN)).isNaN();
        assertThat(FineTrig.cos(Double.POSITIVE_INFINITY)).isNaN();
    }
}
