package orrery.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelClosedException;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.binding.TargetSchedule;
import orrery.math.StateRotation;
import orrery.spk.DafKind;
import orrery.spk.KernelException;
import orrery.spk.NotAnSpkException;

/**
 * {@code turning.bpc} was written by CSPICE N0067 ({@code pckw02}, {@code pck03b} and on): the Earth by two segments of
 * type 2, in J2000 and, over the middle of the span, in ECLIPJ2000; the Moon by one of type 3. {@code turning.csv} is
 * {@code sxform}.
 */
class BinaryPckTest {
    private static final int ITRF93 = 13_000;

    private final KernelRegistry registry = new KernelRegistry();

    private KernelPool pool() {
        try (KernelHandle handle = registry.openOrientation(SpiceRotationsTest.resource("turning.bpc"))) {
            return KernelPool.of(List.of(handle), List.of(TextKernel.read(SpiceRotationsTest.resource("turning.tf"))));
        }
    }

    private static FrameSystem frames(KernelPool pool) {
        return FrameSystem.of(pool, name -> name.equals("EARTH") ? OptionalInt.of(399) : OptionalInt.empty());
    }

    @Test
    void anglesOfBothTypesTurnAsSpiceTurnsThem() throws IOException {
        List<String> lines = Files.readAllLines(SpiceRotationsTest.resource("turning.csv"));
        int equal = 0;
        double worst = 0;
        try (KernelPool pool = pool()) {
            FrameSystem frames = frames(pool);
            double[] m = new double[StateRotation.SIZE];
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                frames.rotation(
                        frames.byName(cells[0]).id(), frames.byName(cells[1]).id(), Double.parseDouble(cells[2]), m);
                boolean same = true;
                for (int i = 0; i < StateRotation.SIZE; i++) {
                    double expected = Double.parseDouble(cells[3 + i]);
                    same &= expected == m[i];
                    worst = Math.max(worst, Math.abs(expected - m[i]));
                }
                equal += same ? 1 : 0;
            }
        }
        System.out.println(equal + " of " + (lines.size() - 1) + " rotations of binary PCKs bit-equal, worst " + worst);
        assertThat(lines).hasSize(161);
        assertThat(worst).isLessThan(1e-13);
        assertThat(equal).isEqualTo(159);
    }

    @Test
    void theSegmentStoredLastWinsAndWhoAnswersIsTold() {
        try (KernelPool pool = pool()) {
            FrameSystem frames = frames(pool);
            assertThat(frames.sources(ITRF93, 10)).containsExactly("ITRF93: turning.bpc");
            TargetSchedule earth = Objects.requireNonNull(pool.orientation(3000));
            assertThat(Objects.requireNonNull(earth.at(10)).segment().frame()).isEqualTo(1);
            assertThat(Objects.requireNonNull(earth.at(432_000)).segment().frame())
                    .isEqualTo(17);
            assertThat(pool.targets()).as("a binary PCK gives no positions").isEmpty();
            assertThat(frames.ofBody(301, List.of("MOON")).orElseThrow().name()).isEqualTo("MADE_MOON");
            assertThat(frames.ofBody(399, List.of("EARTH")).orElseThrow().name())
                    .isEqualTo("ITRF93");
            assertThat(frames.ofBody(499, List.of("MARS")).orElseThrow().name()).isEqualTo("IAU_MARS");
            assertThat(frames.ofBody(-82, List.of())).isEmpty();
        }
    }

    @Test
    void outsideItsSpanTheTextPckAnswersOrNobodyDoes(@TempDir Path folder) throws IOException {
        double[] m = new double[StateRotation.SIZE];
        try (KernelPool pool = pool()) {
            assertThatThrownBy(() -> frames(pool).rotation(ITRF93, ReferenceFrame.J2000, -5, m))
                    .isInstanceOf(NoOrientationException.class)
                    .hasMessage(
                            "The orientation of ITRF93 (13000) is known from et 0.0 to et 1728000.0 (turning.bpc), not"
                                    + " at et -5.0. Load a binary PCK that covers it, or a text PCK with BODY3000_PM.");
        }
        Path text = Files.writeString(
                folder.resolve("plain.tpc"),
                "\\begindata\nBODY3000_PM = ( 0 360 )\nBODY3000_POLE_RA = 0\nBODY3000_POLE_DEC = 90\n");
        try (KernelHandle handle = registry.openOrientation(SpiceRotationsTest.resource("turning.bpc"));
                KernelPool pool = KernelPool.of(List.of(handle), List.of(TextKernel.read(text)))) {
            FrameSystem frames = frames(pool);
            assertThat(frames.sources(ITRF93, -5)).containsExactly("ITRF93: plain.tpc");
            assertThat(frames.sources(ITRF93, 5)).containsExactly("ITRF93: turning.bpc");
        }
    }

    @Test
    void itIsMappedOnceAndItsHandlesAreIsolated() {
        double[] m = new double[StateRotation.SIZE];
        KernelPool first = pool();
        try (KernelPool second = pool()) {
            assertThat(registry.mappings()).hasSize(1);
            FrameSystem closing = frames(first);
            closing.rotation(ITRF93, ReferenceFrame.J2000, 5, m);
            first.close();
            assertThat(first.isClosed()).isTrue();
            assertThatThrownBy(() -> closing.rotation(ITRF93, ReferenceFrame.J2000, 5, m))
                    .isInstanceOf(KernelClosedException.class);
            double[] still = new double[StateRotation.SIZE];
            frames(second).rotation(ITRF93, ReferenceFrame.J2000, 5, still);
            assertThat(Arrays.equals(m, still)).isTrue();
        }
        assertThat(registry.mappings()).isEmpty();
    }

    @Test
    void oneKindIsNotTakenForTheOther() {
        assertThatThrownBy(() -> registry.open(SpiceRotationsTest.resource("turning.bpc")))
                .isInstanceOf(NotAnSpkException.class)
                .hasMessageContaining("turning.bpc is a binary PCK (body orientation) kernel, not an SPK");
        assertThatThrownBy(() -> registry.openOrientation(SpiceRotationsTest.resource("rotating_frames.bsp")))
                .isInstanceOf(KernelException.class)
                .hasMessageContaining("is an SPK (ephemeris) kernel, not a binary PCK");
        try (KernelHandle handle = registry.openOrientation(SpiceRotationsTest.resource("turning.bpc"))) {
            assertThat(handle.file().kind()).isEqualTo(DafKind.PCK);
            assertThat(handle.file().segments()).hasSize(3);
            assertThat(handle.file().problems()).isEmpty();
        }
        assertThat(registry.mappings()).isEmpty();
    }
}
