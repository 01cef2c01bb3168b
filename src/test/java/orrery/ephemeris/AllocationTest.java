package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.binding.LivePool;
import orrery.forge.ChebyshevLayout;
import orrery.forge.SpkWriter;
import orrery.testing.AllocatedBytes;
import orrery.testing.Concurrent;

/** Counted by the JVM itself, thread by thread: queries allocate nothing. */
@Concurrent
class AllocationTest {

    private final double[] out = new double[6];

    @Test
    void queriesAllocateNothing(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("chain.bsp");
        SpkWriter.littleEndian()
                .add(new ChebyshevLayout(-1e6, 1e6, coefficients(3, 4e5)).type2(301, 3, 1, -1e6, 1e6, "moon"))
                .add(new ChebyshevLayout(-1e6, 1e6, coefficients(3, 5e3)).type2(399, 3, 1, -1e6, 1e6, "earth"))
                .add(new ChebyshevLayout(-1e6, 1e6, coefficients(3, 9e5)).type2(10, 0, 1, -1e6, 1e6, "sun"))
                .add(new ChebyshevLayout(-1e6, 1e6, coefficients(3, 1.5e8)).type2(3, 0, 1, -1e6, 1e6, "barycenter"))
                .write(file);
        try (KernelHandle handle = new KernelRegistry().open(file);
                KernelPool pool = KernelPool.of(handle);
                LivePool live = new LivePool(pool)) {
            for (Ephemeris ephemeris :
                    new Ephemeris[] {Ephemeris.of(pool), Ephemeris.live(live), Ephemeris.current(live)}) {
                assertThat(AllocatedBytes.of(i -> ephemeris.state(301, 399, i, out)))
                        .as("state")
                        .isZero();
                assertThat(AllocatedBytes.of(i -> ephemeris.state(301, 0, i, out)))
                        .as("chain to the barycenter")
                        .isZero();
                for (Aberration aberration : Aberration.values()) {
                    assertThat(AllocatedBytes.of(i -> ephemeris.planetAt(301, 399, i, aberration, out)))
                            .as(aberration.spiceName())
                            .isZero();
                }
                for (PlaceKind place : PlaceKind.values()) {
                    assertThat(AllocatedBytes.of(i -> ephemeris.planetAt(301, 399, i, place, out)))
                            .as(place.word())
                            .isZero();
                }
            }
        }
    }

    private static double[][][] coefficients(int terms, double scale) {
        double[][][] granules = new double[2][3][terms];
        for (int g = 0; g < 2; g++) {
            for (int axis = 0; axis < 3; axis++) {
                for (int k = 0; k < terms; k++) {
                    granules[g][axis][k] = scale / (1 + axis + 3 * k);
                }
            }
        }
        return granules;
    }
}
