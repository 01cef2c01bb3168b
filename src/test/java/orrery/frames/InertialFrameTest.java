package orrery.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InertialFrameTest {
    @Test
    void otherNamesOfTheSameAxesAreJ2000() {
        for (String name : List.of("ICRF", "EME2000", "ICRS", "icrf", " eme2000 ", "J2000")) {
            assertThat(InertialFrame.byName(name)).isEqualTo(InertialFrame.J2000);
        }
    }

    private static final Path GOLDEN =
            Path.of(System.getProperty("orrery.basedir", "."), "src/test/resources/orrery/frames/frames_to_j2000.csv");

    @Test
    void everyRotationIsSpices() throws Exception {
        List<String> lines = Files.readAllLines(GOLDEN);
        int equal = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            InertialFrame frame = InertialFrame.byId(Integer.parseInt(cells[0])).orElseThrow();
            assertThat(frame.frameName()).isEqualTo(cells[1]);
            double[] rotation = frame.rotationToJ2000();
            for (int i = 0; i < 9; i++) {
                double expected = Double.parseDouble(cells[i + 2]);
                assertThat(rotation[i]).as(line).isCloseTo(expected, within(1e-15));
                equal += rotation[i] == expected ? 1 : 0;
            }
        }
        assertThat(lines).hasSize(22);
        System.out.println(equal + " of 189 elements of SPICE's 21 rotations are bit-equal");
        assertThat(equal).isEqualTo(189);
    }

    @Test
    void theEclipticIsTiltedByTheObliquity() {
        // cos and sin of 84381.448 arcseconds, to 20 digits.
        double[] pole = {0, 0, 1, 0, 0, 0};
        InertialFrame.byName("eclipj2000").toJ2000(pole);
        assertThat(pole)
                .containsExactly(new double[] {0, -0.3977771559319137, 0.9174820620691818, 0, 0, 0}, within(1e-16));
    }

    @Test
    void theGalacticPoleIsWhereTheIauPutIt() {
        // FK4 B1950: RA 12h49m, Dec +27.4 degrees. In J2000: RA 192.85948, Dec +27.12825 (Hipparcos vol. 1, 1.5.10).
        double[] pole = {0, 0, 1, 0, 0, 0};
        InertialFrame.GALACTIC.toJ2000(pole);
        assertThat(Math.toDegrees(Math.atan2(pole[1], pole[0])) + 360).isCloseTo(192.85948, within(1e-4));
        assertThat(Math.toDegrees(Math.asin(pole[2]))).isCloseTo(27.12825, within(1e-4));
    }

    @ParameterizedTest
    @EnumSource(InertialFrame.class)
    void thereAndBackIsTheSameState(InertialFrame frame) {
        double[] state = {1.5e8, -2e7, 3e6, -29.5, 8.25, 0.125};
        double[] rotated = state.clone();
        frame.fromJ2000(rotated);
        double[] r = frame.rotationToJ2000();
        // MXV of the position: the columns of the rotation to J2000 are the rows of the one from it.
        assertThat(rotated[0]).isEqualTo(r[0] * state[0] + r[3] * state[1] + r[6] * state[2]);
        frame.toJ2000(rotated);
        for (int i = 0; i < 6; i++) {
            assertThat(rotated[i]).isCloseTo(state[i], within(Math.abs(state[i < 3 ? 0 : 3]) * 1e-15));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 22", "1, 22", "2, 0", "22, 1", "22, -20", "-1, 64"})
    void anIdThatNoFrameHasIsRefusedAndNotTakenForAnother(int from, int to) {
        double[] state = {1, 2, 3, 4, 5, 6};
        assertThatThrownBy(() -> InertialFrame.rotate(state, from, to)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(state).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void namesAreFoundAndMisspeltOnesAnswered() {
        assertThat(InertialFrame.byName(" j2000 ")).isEqualTo(InertialFrame.J2000);
        assertThat(InertialFrame.byName("icrf")).isEqualTo(InertialFrame.J2000);
        assertThat(InertialFrame.byName("DE-118")).isEqualTo(InertialFrame.DE_118);
        assertThat(InertialFrame.byId(0)).isEmpty();
        assertThat(InertialFrame.byId(22)).isEmpty();
        for (InertialFrame frame : InertialFrame.values()) {
            assertThat(InertialFrame.byId(frame.id())).contains(frame);
        }
        assertThatThrownBy(() -> InertialFrame.byName("ECLIPJ200"))
                .isInstanceOf(UnknownNameException.class)
                .hasMessage("No inertial frame is named \"ECLIPJ200\": did you mean ECLIPJ2000?");
        assertThatThrownBy(() -> InertialFrame.byName("IAU_MARS"))
                .isInstanceOf(UnknownNameException.class)
                .hasMessage("No inertial frame is named \"IAU_MARS\".");
    }
}
