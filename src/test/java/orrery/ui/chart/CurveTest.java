package orrery.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void aPeakBetweenTwoColumnsIsKeptAndALineHasAFewPointsAColumn() {
        double[] et = new double[20_000];
        double[] value = new double[et.length];
        for (int i = 0; i < et.length; i++) {
            et[i] = i;
            value[i] = i % 100;
        }
        value[7_777] = 1e6;
        value[12_345] = -1e6;
        List<Curve.Part> parts = Curve.of(et, value, v -> v / 200, v -> v);
        assertThat(parts).hasSize(1);
        double[] y = parts.getFirst().y();
        assertThat(y.length).isBetween(200, 400);
        assertThat(Arrays.stream(y).max()).hasValue(1e6);
        assertThat(Arrays.stream(y).min()).hasValue(-1e6);
        double[] x = parts.getFirst().x();
        for (int i = 1; i < x.length; i++) {
            assertThat(x[i]).as("points go from left to right").isGreaterThanOrEqualTo(x[i - 1]);
        }
        assertThat(x[0]).isZero();
        assertThat(x[x.length - 1]).isEqualTo(et[et.length - 1] / 200);
    }

    @Test
    void itIsBrokenWhereEpochsOrValuesAreMissing() {
        double[] et = {0, 1, 2, 10, 11, 12, 13};
        double[] value = {1, 2, 3, 4, 5, Double.NaN, 7};
        List<Curve.Part> parts = Curve.of(et, value, v -> 10 * v, v -> v);
        assertThat(parts)
                .extracting(part -> Arrays.toString(part.y()))
                .containsExactly("[1.0, 2.0, 3.0]", "[4.0, 5.0]", "[7.0]");
    }
}
