package orrery.forge;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A vector taken apart along an orbit's axes. */
class OrbitDifferenceTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-12);

    @Test
    void partsAreRadialAlongAndAcrossTheTrack() {
        double[] out = new double[3];
        // On the y axis, moving along -x: the orbit turns about z, forward is -x.
        double[] state = {0, 7000, 0, -7.5, 0.3, 0};
        OrbitDifference.parts(state, new double[] {-2, 5, 11}, out);
        assertThat(out[0]).as("radial").isCloseTo(5, CLOSE);
        assertThat(out[1]).as("along track").isCloseTo(2, CLOSE);
        assertThat(out[2]).as("cross track").isCloseTo(11, CLOSE);
    }

    @Test
    void theOrbitTurnsWhereItsBodyGoesBackwards() {
        double[] out = new double[3];
        double[] state = {0, 7000, 0, 7.5, 0, 0};
        OrbitDifference.parts(state, new double[] {-2, 5, 11}, out);
        assertThat(out).containsExactly(5, -2, -11);
    }

    @Test
    void straightFromTheCenterThereAreNoSuchAxes() {
        double[] out = new double[3];
        OrbitDifference.parts(new double[] {0, 7000, 0, 0, 1, 0}, new double[] {1, 1, 1}, out);
        assertThat(out).containsExactly(Double.NaN, Double.NaN, Double.NaN);
    }
}
