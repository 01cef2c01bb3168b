package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.binding.KernelClosedException;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.frames.BodyAxes;
import orrery.frames.FrameSystem;
import orrery.frames.TextKernel;
import orrery.math.Matrix3;
import orrery.math.StateRotation;

class BodyAxesTest {
    private static final FrameSystem FRAMES = FrameSystem.builtIn();

    private static BodyAxes axes(int id) {
        return FRAMES.axes(id, Bodies.of(id).names()).orElseThrow();
    }

    private static double[] turn(int id, double et) {
        double[] m = StateRotation.identity();
        assertThat(axes(id).fromJ2000(et, m)).isNotNull();
        return Arrays.copyOf(m, 9);
    }

    private static KernelPool turning() {
        try (KernelHandle handle = new KernelRegistry().openOrientation(resource("turning.bpc"))) {
            return KernelPool.of(List.of(handle), List.of(TextKernel.read(resource("turning.tf"))));
        }
    }

    private static Path resource(String name) {
        return Path.of(System.getProperty("orrery.basedir", "."), "src", "test", "resources", "orrery", "frames", name);
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
        "20000001, 291.418, 66.764, 170.650",
    })
    void atJ2000TheModelIsItsConstants(int id, double ra, double dec, double w) {
        double[] m = StateRotation.identity();
        try (KernelPool none = KernelPool.of()) {
            assertThat(PoolFrames.axes(none, id).orElseThrow().fromJ2000(0, m)).isNotNull();
        }
        assertThat(Math.toDegrees(Math.asin(m[8]))).isCloseTo(dec, within(1e-6));
        // The ascending node of the equator: 90 degrees ahead of the pole; the meridian counts from it.
        double node = Math.toRadians(ra + 90);
        double[] way = {Math.cos(node), Math.sin(node), 0};
        Matrix3.multiply(Arrays.copyOf(m, 9), way, 0);
        assertThat(way[2]).isCloseTo(0, within(1e-12));
        assertThat(Math.IEEEremainder(Math.toDegrees(Math.atan2(-way[1], way[0])) - w, 360))
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void everyRotationIsThatOfAnIndependentEvaluation() {
        int rows = 0;
        for (double[] row : Numbers.read("body_frames.csv")) {
            double[] matrix = turn((int) row[0], row[1]);
            for (int i = 0; i < 9; i++) {
                assertThat(matrix[i]).as("body %s at %s", row[0], row[1]).isCloseTo(row[2 + i], within(2e-9));
            }
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
            double[] matrix = turn(399, row[1]);
            for (int i = 0; i < 9; i++) {
                // IAU_EARTH turns uniformly: it promises a quarter of a degree.
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
            double[] matrix = turn(301, row[1]);
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
            if (FRAMES.axes(body.id(), body.names())
                    .flatMap(axes -> axes.at(8.5e8))
                    .isEmpty()) {
                continue;
            }
            frames++;
            double[] m = turn(body.id(), 8.5e8);
            double[] identity = Matrix3.times(m, Matrix3.transpose(m));
            assertThat(identity).as(body.toString()).containsExactly(Matrix3.identity(), within(1e-15 * 4));
        }
        assertThat(frames).isGreaterThan(70);
    }

    @Test
    void turningAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] out = StateRotation.identity();
        BodyAxes moon = axes(301);
        BodyAxes mars = axes(499);
        double sum = 0;
        long before = 0;
        for (int i = 0; i < 2000; i++) {
            if (i == 1000) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            moon.fromJ2000(i * 1e6, out);
            mars.fromJ2000(i * 1e6, out);
            sum += out[0];
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(sum).isFinite();
        assertThat(allocated).isLessThan(1000);
    }

    @Test
    void kernelsSayWhichFrameTurnsWithABodyAndWhereItHasNoDataTheBuiltInOneStands() {
        double[] m = StateRotation.identity();
        double[] asked = StateRotation.identity();
        try (KernelPool pool = turning()) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            BodyAxes earth = ephemeris.axes(399).orElseThrow();
            assertThat(Objects.requireNonNull(earth.fromJ2000(10, m)).name()).isEqualTo("ITRF93");
            ephemeris.frames().rotation(1, ephemeris.frames().byName("ITRF93").id(), 10, asked);
            assertThat(m).containsExactly(asked);
            assertThat(ephemeris
                            .axes(301)
                            .orElseThrow()
                            .at(864_000)
                            .orElseThrow()
                            .name())
                    .isEqualTo("MADE_MOON");
            assertThat(earth.at(3e9).orElseThrow().name()).isEqualTo("IAU_EARTH");
            earth.fromJ2000(3e9, m);
            assertThat(Arrays.copyOf(m, 9)).containsExactly(turn(399, 3e9));
        }
    }

    @Test
    void aClosedPoolIsNoReasonForTheBuiltInOrientation() {
        KernelPool pool = turning();
        BodyAxes earth = Ephemeris.of(pool).axes(399).orElseThrow();
        EarthRotation turning = new EarthRotation(pool, EarthOrientation.KNOWN);
        double[] m = StateRotation.identity();
        assertThat(turning.source(10)).startsWith("ITRF93");
        pool.close();
        assertThatThrownBy(() -> earth.fromJ2000(11, m)).isInstanceOf(KernelClosedException.class);
        assertThatThrownBy(() -> earth.at(11)).isInstanceOf(KernelClosedException.class);
        assertThatThrownBy(() -> turning.at(11)).isInstanceOf(KernelClosedException.class);
        assertThat(m).containsExactly(StateRotation.identity());
        // Where no kernel is needed, none is missed.
        assertThat(Objects.requireNonNull(earth.fromJ2000(3e9, m)).name()).isEqualTo("IAU_EARTH");
    }

    @Test
    void aFrameThatNobodyDefinesTakesNoBodyOutOfTheSky() {
        TextKernel odd =
                TextKernel.parse(Path.of("odd.tf"), "KPL/FK\n\\begindata\nOBJECT_301_FRAME = 'NOWHERE'\n\\begintext\n");
        FrameSystem frames = FrameSystem.of(List.of(odd), Bodies::find);
        assertThat(frames.axes(301, List.of("MOON")).orElseThrow().own().name()).isEqualTo("IAU_MOON");
        assertThat(frames.axes(-31, List.of())).isEmpty();
    }
}
