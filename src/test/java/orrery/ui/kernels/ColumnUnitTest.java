package orrery.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import orrery.ui.chart.Curve;

/** Figures in columns, and curves, as the pages of differences show them. */
class ColumnUnitTest {
    private static List<String> angles(double... mas) {
        ColumnUnit unit = ColumnUnit.ofAngle(
                Arrays.stream(mas).filter(Double::isFinite).max().orElse(0));
        return Arrays.stream(mas).mapToObj(unit::say).toList();
    }

    @Test
    void aColumnHasOneUnitThatOfItsGreatestValue() {
        assertThat(angles(0.0173, 0.00513, 10.2, 0)).containsExactly("0.0173 mas", "0.00513 mas", "10.2 mas", "0 mas");
        assertThat(angles(0.0051, 0.00041)).containsExactly("5.10 µas", "0.410 µas");
        assertThat(angles(Double.NaN, 1)).containsExactly("–", "1.00 mas");
        ColumnUnit lengths = ColumnUnit.ofLength(-1482.4);
        assertThat(List.of(lengths.say(-1482.4), lengths.say(0.021), lengths.say(2e-7)))
                .containsExactly("-1,482 km", "0.0210 km", "2.00e-07 km");
        assertThat(ColumnUnit.ofLength(0.0152).say(0.00437)).isEqualTo("4.37 m");
        assertThat(ColumnUnit.ofSpeed(3e-6).say(2.5e-6)).isEqualTo("2.50 mm/s");
    }

    @Test
    void aBandReadsTheNearestEpochAndLeavesOutWhatIsEmpty() {
        double[] et = {0, 10, 20, 50, 60};
        double[] none = new double[5];
        Arrays.fill(none, Double.NaN);
        DifferenceBand band = new DifferenceBand(
                List.of(
                        new DifferenceBand.Line("a", et, new double[] {1, 2, 3, 4, 5}, Color.RED, new double[0]),
                        new DifferenceBand.Line("b", et, none, Color.RED, new double[0])),
                true,
                ColumnUnit::ofLength);
        assertThat(band.lines()).hasSize(1);
        assertThat(band.readout(14, value -> value + " km")).isEqualTo("a 2.0 km");
        assertThat(band.readout(16, value -> value + " km")).isEqualTo("a 3.0 km");
        assertThat(band.readout(900, value -> value + " km")).isEqualTo("a 5.0 km");
        // Broken where two epochs are farther apart than the others, and also where these are the first two.
        assertThat(Curve.of(et, new double[] {1, 2, 3, 4, 5}, x -> x, y -> y)).hasSize(2);
        assertThat(Curve.of(new double[] {0, 30, 40, 50}, new double[] {1, 2, 3, 4}, x -> x, y -> y))
                .hasSize(2);
    }
}
