package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelRegistry;
import orrery.service.SkyService;
import orrery.telemetry.WatchedRegion;
import orrery.testing.SmallSky;
import orrery.testing.TangledKernels;

class MappedKernelsTest {
    @TempDir
    private Path folder;

    @Test
    void theRangesOfAPoolAreListedOnce() throws Exception {
        Path small = SmallSky.write(folder.resolve("small.bsp"));
        Path more = TangledKernels.sound(folder.resolve("more.bsp"), 300);
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(small)).get();
            MappedKernels mapped = new MappedKernels(service);
            WatchedRegion first = mapped.regions().getFirst();
            assertThat(first.ranges()).hasSize(6);
            assertThat(mapped.regions()).singleElement().isSameAs(first);
            service.open(List.of(more)).get();
            assertThat(mapped.regions())
                    .singleElement()
                    .satisfies(region -> assertThat(region.ranges()).hasSize(300));
        }
    }
}
