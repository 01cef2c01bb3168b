package orrery.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelRegistry;
import orrery.forge.ChebyshevLayout;
import orrery.forge.SpkWriter;
import orrery.testing.Eventually;
import orrery.testing.SmallSky;

/** A second kernel beside the first: its distance, its exaggeration, and its removal without a trace. */
class KernelOffsetTest {
    private static final double EPOCH = 3.3 * SmallSky.YEAR;
    private static final double APART = 100;

    @TempDir
    private Path folder;

    private final KernelRegistry registry = new KernelRegistry();
    private final SkyService service = new SkyService(registry, 2);
    private Path sky = Path.of("");
    private Path other = Path.of("");

    @BeforeEach
    void open() throws Exception {
        sky = SmallSky.write(folder.resolve("sky.bsp"));
        other = SmallSky.shifted(folder.resolve("other.bsp"), SmallSky.YEAR, 6 * SmallSky.YEAR, APART);
        service.open(List.of(sky)).join();
        service.request(EPOCH);
    }

    @AfterEach
    void close() {
        service.close();
        assertThat(registry.handles()).as("handles left open").isZero();
    }

    private GhostWish mars() {
        return new GhostWish(sky, other, 10, List.of(4));
    }

    private SkyGhost shown() {
        return Eventually.value("a frame with a ghost and its path", service::frame, frame -> {
                    SkyPath path = frame.et() == EPOCH ? frame.ghost().path(4) : null;
                    return path != null && path.start() < EPOCH && EPOCH < path.end();
                })
                .ghost();
    }

    @Test
    void theOffsetIsTheSecondKernelsStateLessTheFirsts() {
        SkyGhost ghost = service.ghost(mars()).join();
        assertThat(ghost.name()).isEqualTo("other.bsp");
        assertThat(ghost.against()).isEqualTo("sky.bsp");
        assertThat(ghost.ids()).containsExactly(4);
        SkyGhost at = service.compute(EPOCH).ghost();
        double[] delta = new double[3];
        assertThat(at.offset(4, delta)).isTrue();
        double[] expected = SmallSky.place(APART, 1.9 * SmallSky.YEAR, EPOCH);
        for (int k = 0; k < 3; k++) {
            assertThat(delta[k]).isCloseTo(expected[k], offset(1e-5));
        }
        // The circle is inclined: its height is a tenth of its radius.
        assertThat(ghost.greatest()).isBetween(APART, APART * Math.sqrt(1.01) + 1e-5);
    }

    @Test
    void itIsExaggeratedToASixthOfTheDistanceInRoundNumbersAndAsOneLikes() {
        // 100 km of 1.5 au: a sixth of the distance would be 374,000 times as much.
        assertThat(service.ghost(mars()).join().factor()).isEqualTo(200_000);
        assertThat(service.exaggerate(10)).isEqualTo(2_000_000);
        assertThat(service.exaggerate(0.1)).isEqualTo(200_000);
        assertThat(service.exaggerate(1e-9)).as("never less than it is").isEqualTo(1);
        assertThat(service.exaggerate(0)).isEqualTo(200_000);
        service.noGhost().join();
        assertThat(service.exaggerate(10)).isNaN();
    }

    @Test
    void framesCarryItAndItsPathPassesThroughWhereItIsDrawn() {
        service.ghost(mars()).join();
        SkyGhost ghost = shown();
        SkyPath path = Objects.requireNonNull(ghost.path(4));
        assertThat(path.parent()).isEqualTo(10);
        double position = (EPOCH - path.start()) / path.step();
        double[] on = new double[3];
        path.between((int) position, position - (int) position, on);
        double[] body = SmallSky.place(1.5 * SmallSky.AU, 1.9 * SmallSky.YEAR, EPOCH);
        double[] delta = SmallSky.place(APART, 1.9 * SmallSky.YEAR, EPOCH);
        for (int k = 0; k < 3; k++) {
            assertThat(on[k]).isCloseTo(body[k] + 200_000 * delta[k], offset(100.0));
        }
    }

    @Test
    void whereEitherKernelEndsThereIsNone() {
        service.ghost(mars()).join();
        assertThat(service.compute(5.9 * SmallSky.YEAR).ghost().known(4)).isTrue();
        SkyGhost after = service.compute(6.1 * SmallSky.YEAR).ghost();
        assertThat(after.isNone()).isFalse();
        assertThat(after.known(4)).isFalse();
        assertThat(after.apart(4)).isNaN();
    }

    @Test
    void allBodiesThatBothHoldAreComparedIfNoneIsNamed() {
        SkyGhost ghost = service.ghost(new GhostWish(sky, other, 0, List.of())).join();
        assertThat(ghost.ids()).containsExactly(3, 4, 10);
        assertThat(ghost.greatestOf()).isEqualTo(4);
        assertThat(service.compute(EPOCH).ghost().apart(3)).isLessThan(1e-5);
    }

    @Test
    void otherKernelsInTheSkyLeaveItAsItIs() throws Exception {
        service.ghost(mars()).join();
        service.open(List.of(SmallSky.write(folder.resolve("long.bsp"), 0, 8 * SmallSky.YEAR)))
                .join();
        assertThat(service.compute(EPOCH).ghost().known(4)).isTrue();
    }

    @Test
    void itIsGoneWhenItIsNoLongerWanted() {
        service.ghost(mars()).join();
        shown();
        assertThat(service.noGhost().join()).isTrue();
        Eventually.value(
                "a frame without", service::frame, frame -> frame.ghost().isNone());
        // The sky's own handle and its pool's are all that is left.
        assertThat(registry.mappings()).hasSize(1);
    }

    @Test
    void twoThatHaveNothingInCommonAreRefusedAndTheGhostBeforeStays() throws Exception {
        service.ghost(mars()).join();
        Path apart = folder.resolve("apart.bsp");
        SpkWriter.littleEndian()
                .add(ChebyshevLayout.zero(4, 0, 1, 20 * SmallSky.YEAR, 21 * SmallSky.YEAR, "later"))
                .write(apart);
        assertThatThrownBy(() ->
                        service.ghost(new GhostWish(sky, apart, 0, List.of())).join())
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("sky.bsp and apart.bsp have no body in common at any time");
        assertThat(service.compute(EPOCH).ghost().name()).isEqualTo("other.bsp");
    }
}
