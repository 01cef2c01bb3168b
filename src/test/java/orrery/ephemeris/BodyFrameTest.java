package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.math.Matrix3;

class BodyFrameTest {
    private static BodyFrame frame(int id) {
        return Bodies.of(id).frame().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // As printed: Archinal et al. 2018, tables 1 and 2 (no periodic terms), degrees at J2000.
        "10, 286.13, 63.87, 84.176",
        "299, 272.76, 67.16, 160.20",
        "399, 0, 90, 190.147",
        "699, 40.589, 83.537, 38.90",
        "799, 257.311, -15.175, 203.81",
        "999, 132.993, -6.163, 302.695",
        "2000001, 291.418, 66.764, 170.650",
    })
    void atJ2000TheModelIsItsConstants(int id, double ra, double dec, double w) {
        assertThat(Math.toDegrees(frame(id).poleRightAscension(0))).isCloseTo(ra, within(1e-12));
        assertThat(Math.toDegrees(frame(id).poleDeclination(0))).isCloseTo(dec, within(1e-12));
        assertThat(Math.toDegrees(frame(id).primeMeridian(0))).isCloseTo(w, within(1e-12));
    }

    @Test
    void marsIsWhereTheReportsBeforeHadIt() {
        // IAU 2009 (no periodic terms): pole 317.68143, 52.88650; W 176.630. The 2015 model adds terms and moves
        // little.
        assertThat(Math.toDegrees(frame(499).poleRightAscension(0))).isCloseTo(317.68143, within(0.01));
        assertThat(Math.toDegrees(frame(499).poleDeclination(0))).isCloseTo(52.88650, within(0.01));
        assertThat(Math.toDegrees(frame(499).primeMeridian(0))).isCloseTo(176.630, within(0.02));
    }

    @Test
    void everyRotationIsThatOfAnIndependentEvaluation() {
        int rows = 0;
        for (double[] row : Numbers.read("body_frames.csv")) {
            double[] matrix = new double[9];
            BodyFrame frame = frame((int) row[0]);
            frame.fromJ2000(row[1], matrix);
            double[] pole = new double[3];
            frame.pole(row[1], pole);
            for (int i = 0; i < 9; i++) {
                assertThat(matrix[i]).as("body %s at %s", row[0], row[1]).isCloseTo(row[2 + i], within(2e-9));
            }
            assertThat(pole).containsExactly(new double[] {row[8], row[9], row[10]}, within(1e-12));
            rows++;
        }
        assertThat(rows).isEqualTo(87);
    }

    @Test
    void theEarthTurnsAsErfaHasIt() {
        int rows = 0;
        for (double[] row : Numbers.read("earth_moon_erfa.csv")) {
            if (row[0] != 399) {
                continue;
            }
            double[] matrix = new double[9];
            frame(399).fromJ2000(row[1], matrix);
            for (int i = 0; i < 9; i++) {
                // IAU_EARTH is straight lines: a quarter of a degree is what it promises.
                assertThat(matrix[i]).isCloseTo(row[2 + i], within(0.25 * Math.PI / 180));
            }
            rows++;
        }
        assertThat(rows).isEqualTo(4);
    }

    @Test
    void theMoonShowsItsPrimeMeridianToTheEarth() {
        int rows = 0;
        for (double[] row : Numbers.read("earth_moon_erfa.csv")) {
            if (row[0] != 301) {
                continue;
            }
            double[] matrix = new double[9];
            frame(301).fromJ2000(row[1], matrix);
            double[] earth = {-row[2], -row[3], -row[4]};
            Matrix3.multiply(matrix, earth, 0);
            // Libration: at most 8.2 degrees in longitude and 6.9 in latitude.
            assertThat(Math.toDegrees(Math.atan2(earth[1], earth[0]))).isBetween(-8.2, 8.2);
            assertThat(Math.toDegrees(Math.asin(earth[2] / Math.hypot(Math.hypot(earth[0], earth[1]), earth[2]))))
                    .isBetween(-6.9, 6.9);
            rows++;
        }
        assertThat(rows).isEqualTo(12);
    }

    @Test
    void everyFrameIsARotation() {
        int frames = 0;
        for (Body body : Bodies.all()) {
            if (body.frame().isEmpty()) {
                continue;
            }
            frames++;
            double[] m = new double[9];
            body.frame().get().fromJ2000(8.5e8, m);
            double[] identity = Matrix3.times(m, Matrix3.transpose(m));
            assertThat(identity).as(body.toString()).containsExactly(Matrix3.identity(), within(1e-15 * 4));
        }
        assertThat(frames).isGreaterThan(70);
    }

    @Test
    void turningAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] out = new double[9];
        BodyFrame moon = frame(301);
        BodyFrame mars = frame(499);
        double sum = 0;
        long before = 0;
        for (int i = 0; i < 2000; i++) {
            if (i == 1000) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            moon.fromJ2000(i * 1e6, out);
            mars.fromJ2000(i * 1e6, out);
            mars.pole(i * 1e6, out);
            sum += out[0];
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(sum).isFinite();
        assertThat(allocated).isLessThan(1000);
    }
}
