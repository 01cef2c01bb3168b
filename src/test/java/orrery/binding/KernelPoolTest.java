package orrery.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import orrery.ephemeris.Ephemeris;
import orrery.forge.SpkWriter;
import orrery.spk.KernelException;
import orrery.testing.MadeKernels;

/** Pools: precedence, gaps, cycles of centers, and the ownership of handles. */
class KernelPoolTest {
    @TempDir
    private Path folder;

    private final KernelRegistry registry = new KernelRegistry();

    @Test
    void aCircleOfCentersAcrossKernelsIsRefusedAndNothingStaysOpen() throws IOException {
        try (KernelHandle a = registry.open(MadeKernels.one(folder.resolve("a.bsp"), 3, 399, 0));
                KernelHandle b = registry.open(MadeKernels.one(folder.resolve("b.bsp"), 399, 3, 0))) {
            assertThatThrownBy(() -> KernelPool.of(a, b))
                    .isInstanceOf(CyclicCentersException.class)
                    .hasMessageContaining("a.bsp")
                    .hasMessageContaining("b.bsp");
            assertThat(registry.handles()).isEqualTo(2);
        }
        assertThat(registry.mappings()).isEmpty();
    }

    @Test
    void aCircleWithinOneFileIsSetAsideAndFailsTyped() throws IOException {
        Path file = folder.resolve("self.bsp");
        SpkWriter.littleEndian()
                .add(MadeKernels.segment(3, 399, 0))
                .add(MadeKernels.segment(399, 3, 0))
                .add(MadeKernels.segment(4, 0, 0))
                .write(file);
        try (KernelHandle handle = registry.open(file);
                KernelPool pool = KernelPool.of(handle)) {
            assertThat(pool.problems()).hasSize(2);
            Ephemeris ephemeris = Ephemeris.of(pool);
            double[] out = new double[6];
            assertThatThrownBy(() -> ephemeris.state(3, 0, 0, out)).isInstanceOf(KernelException.class);
            ephemeris.state(4, 0, 0, out);
            assertThat(out[0]).isNotZero();
        }
    }

    @Test
    void theLastKernelWinsAndAGapFallsThrough() throws IOException {
        Path whole = MadeKernels.one(folder.resolve("whole.bsp"), 4, 0, 0);
        Path middle = folder.resolve("middle.bsp");
        SpkWriter.littleEndian().add(MadeKernels.segment(4, 0, 1, -1e6, 1e6)).write(middle);
        try (KernelHandle a = registry.open(whole);
                KernelHandle b = registry.open(middle);
                KernelPool ab = KernelPool.of(a, b);
                KernelPool ba = KernelPool.of(b, a);
                KernelPool alone = KernelPool.of(a);
                KernelPool inner = KernelPool.of(b)) {
            assertThat(state(ab, 0)).isEqualTo(state(inner, 0));
            assertThat(state(ab, 1e6)).isEqualTo(state(inner, 1e6));
            assertThat(state(ab, Math.nextUp(1e6))).isEqualTo(state(alone, Math.nextUp(1e6)));
            assertThat(state(ba, 0)).isEqualTo(state(alone, 0));
            assertThat(Objects.requireNonNull(inner.schedule(4)).bounds()).containsExactly(-1e6, 1e6);
            assertThat(Objects.requireNonNull(ab.schedule(4)).bounds())
                    .containsExactly(MadeKernels.START, -1e6, 1e6, MadeKernels.END);
        }
    }

    @Test
    void aPoolKeepsItsKernelsWhenTheHandlesItWasMadeOfAreClosed() throws IOException {
        KernelHandle mine = registry.open(MadeKernels.one(folder.resolve("a.bsp"), 4, 0, 0));
        KernelPool pool = KernelPool.of(mine);
        double[] before = state(pool, 5);
        mine.close();
        assertThat(state(pool, 5)).isEqualTo(before);
        assertThatThrownBy(mine::duplicate).isInstanceOf(KernelClosedException.class);
        pool.close();
        pool.close();
        assertThat(pool.isClosed()).isTrue();
        assertThatThrownBy(() -> state(pool, 5)).isInstanceOf(KernelClosedException.class);
        assertThat(registry.mappings()).isEmpty();
    }

    @Test
    void aPoolOfFilesHasHandlesOfItsOwnAndLeavesNoneWhereOneCannotBeOpened() throws IOException {
        Path a = MadeKernels.one(folder.resolve("a.bsp"), 4, 0, 0);
        Path b = MadeKernels.one(folder.resolve("b.bsp"), 4, 0, 1);
        try (KernelPool pool = KernelPool.open(registry, List.of(a, b))) {
            assertThat(registry.handles()).isEqualTo(2);
            try (KernelHandle last = registry.open(b);
                    KernelPool alone = KernelPool.of(last)) {
                assertThat(state(pool, 5)).isEqualTo(state(alone, 5));
            }
        }
        assertThat(registry.mappings()).isEmpty();
        assertThatThrownBy(() -> KernelPool.open(registry, List.of(a, folder.resolve("absent.bsp"))))
                .isInstanceOf(KernelOpenException.class);
        assertThat(registry.mappings())
                .as("what was opened before the absent one")
                .isEmpty();
    }

    @Test
    void aClosedMemberKeepsItsPlaceAndIsNeverFallenThrough() throws IOException {
        try (KernelHandle a = registry.open(MadeKernels.one(folder.resolve("a.bsp"), 4, 0, 0));
                KernelHandle b = registry.open(MadeKernels.one(folder.resolve("b.bsp"), 4, 0, 1));
                KernelPool pool = KernelPool.of(a, b)) {
            pool.members().getLast().close();
            assertThatThrownBy(() -> state(pool, 0))
                    .isInstanceOf(KernelClosedException.class)
                    .hasMessageContaining("b.bsp");
        }
    }

    @Test
    void publishingAClosedPoolChangesNothing() throws IOException {
        try (KernelHandle a = registry.open(MadeKernels.one(folder.resolve("a.bsp"), 4, 0, 0));
                KernelPool first = KernelPool.of(a);
                LivePool live = new LivePool(first)) {
            KernelPool closed = KernelPool.of(a);
            closed.close();
            KernelPool before = live.current();
            assertThatThrownBy(() -> live.publish(closed)).isInstanceOf(KernelClosedException.class);
            assertThat(live.current()).isSameAs(before);
            assertThat(state(before, 0)).isEqualTo(state(first, 0));
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aNamedPipeIsRefusedInsteadOfWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe.bsp");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(made.waitFor()).isZero();
        assertThatThrownBy(() -> registry.open(pipe))
                .isInstanceOf(KernelOpenException.class)
                .hasMessageContaining("not a regular file");
        assertThatThrownBy(() -> registry.open(folder))
                .isInstanceOf(KernelOpenException.class)
                .hasMessageContaining("directory");
        assertThat(Files.exists(pipe)).isTrue();
    }

    private static double[] state(KernelPool pool, double et) {
        double[] out = new double[6];
        Ephemeris.of(pool).state(4, 0, et, out);
        return out;
    }
}
