package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.spk.OutsideCoverageException;
import orrery.testing.MadeKernels;

class BatchTest {
    @TempDir
    private Path dir;

    @Test
    void aBatchGivesTheBitsOfTheLoop() throws Exception {
        try (KernelHandle handle = new KernelRegistry().open(MadeKernels.planets(dir.resolve("k.bsp"), 1));
                KernelPool pool = KernelPool.of(handle)) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            double[] epochs = {0, -3e7, 1.5e6, 3e7, 0};
            double[] out = new double[42];
            double[] one = new double[6];
            for (int[] pair : new int[][] {{301, 0}, {301, 399}, {0, 301}, {10, 10}, {4, 0}, {0, 0}}) {
                ephemeris.states(pair[0], pair[1], epochs, out);
                for (int i = 0; i < epochs.length; i++) {
                    ephemeris.state(pair[0], pair[1], epochs[i], one);
                    assertThat(Arrays.copyOfRange(out, 6 * i, 6 * i + 6)).isEqualTo(one);
                }
            }
            int[] targets = {10, 301, 0, 399, 3, 4, 301};
            for (int center : new int[] {0, 3, 301}) {
                ephemeris.states(targets, center, 77, out);
                for (int i = 0; i < targets.length; i++) {
                    ephemeris.state(targets[i], center, 77, one);
                    assertThat(Arrays.copyOfRange(out, 6 * i, 6 * i + 6)).isEqualTo(one);
                }
            }
            assertThatThrownBy(() -> ephemeris.states(4, 0, new double[] {0, 1e9}, out))
                    .isInstanceOf(OutsideCoverageException.class);
            assertThatThrownBy(() -> ephemeris.states(4, 0, epochs, new double[29]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("30 numbers");
        }
    }

    @Test
    void aResultThatDoesNotFitIsRefused() throws Exception {
        try (KernelHandle handle = new KernelRegistry().open(MadeKernels.planets(dir.resolve("k.bsp"), 1));
                KernelPool pool = KernelPool.of(handle)) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            double[] five = new double[5];
            for (int[] pair : new int[][] {{301, 0}, {301, 399}, {4, 0}, {0, 0}}) {
                assertThatThrownBy(() -> ephemeris.state(pair[0], pair[1], 0, five))
                        .as("%d from %d", pair[0], pair[1])
                        .isInstanceOf(IndexOutOfBoundsException.class);
            }
        }
    }
}
