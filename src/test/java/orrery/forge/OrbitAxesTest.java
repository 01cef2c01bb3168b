package orrery.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.orekit.frames.LOFType;
import org.orekit.utils.PVCoordinates;

/** The directions of a motion, as Orekit has them, and where there are none. */
class OrbitAxesTest {
    @Test
    void aDifferenceIsTakenApartAsOrekitTakesIt() {
        double[] frame = {7000, -1200, 300, 1.5, 6.8, -2.1};
        double[] other = {7001.5, -1199, 302, 1.5, 6.8, -2.1};
        Vector3D meant = LOFType.QSW
                .rotationFromInertial(new PVCoordinates(
                        new Vector3D(frame[0], frame[1], frame[2]), new Vector3D(frame[3], frame[4], frame[5])))
                .applyTo(new Vector3D(1.5, 1, 2));
        double[] is = new double[3];
        assertThat(OrbitAxes.apart(frame, other, is)).isTrue();
        assertThat(is[0]).isCloseTo(meant.getX(), within(1e-12));
        assertThat(is[1]).isCloseTo(meant.getY(), within(1e-12));
        assertThat(is[2]).isCloseTo(meant.getZ(), within(1e-12));
    }

    @Test
    void straightMotionRestAndTheCenterHaveNoDirections() {
        double[] other = {1, 2, 3, 4, 5, 6};
        for (double[] frame :
                new double[][] {{0, 0, 0, 1, 2, 3}, {1, 2, 3, 0, 0, 0}, {3e8, -6e8, 9e8, -1, 2, -3}, {0, 0, 0, 0, 0, 0}
                }) {
            double[] is = new double[3];
            assertThat(OrbitAxes.apart(frame, other, is)).isFalse();
            assertThat(is).containsOnly(Double.NaN);
        }
    }
}
