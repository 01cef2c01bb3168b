package orrery.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.telemetry.WatchedRegion;
import orrery.testing.TangledKernels;

/** The labeled ranges of mapped kernels: one a segment, and of a crowd no more than a chart can show. */
class KernelRegionsTest {
    @TempDir
    private Path folder;

    private List<WatchedRegion.Range> ranges(int segments) throws IOException {
        Path file = TangledKernels.sound(folder.resolve(segments + ".bsp"), segments);
        try (KernelHandle handle = new KernelRegistry().open(file);
                KernelPool pool = KernelPool.of(handle)) {
            return KernelRegions.of(pool).values().iterator().next().ranges();
        }
    }

    @Test
    void eachSegmentHasItsRangeAndNeighborsOfACrowdShareOne() throws IOException {
        List<WatchedRegion.Range> few = ranges(300);
        assertThat(few).hasSize(300);
        List<WatchedRegion.Range> many = ranges(20_001);
        assertThat(many).hasSize(10_001);
        assertThat(many.getFirst().label()).contains(" \u2026 ");
        assertThat(many.getLast().label()).doesNotContain("\u2026");
        assertThat(many.getLast().length()).isEqualTo(few.getLast().length());
    }
}
