package orrery.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import orrery.spk.KernelException;
import orrery.spk.Segment;
import orrery.spk.Workspace;
import orrery.testing.Shared;

/** Every broken file ends in a typed error or in its sound segments, with the unsound ones reported. */
class MalformedKernelsTest {

    @Test
    void everyBrokenFileEndsTypedOrInItsSoundSegments() throws IOException {
        List<Path> files = Shared.files("kernels/malformed", "");
        for (Path file : files) {
            assertTimeoutPreemptively(Duration.ofSeconds(2), () -> put(file), file.toString());
        }
        assertThat(files).hasSizeGreaterThan(30);
    }

    private static void put(Path file) {
        try (KernelHandle handle = new KernelRegistry().open(file)) {
            assertThat(handle.comment()).isNotNull();
            try (KernelPool pool = KernelPool.of(handle)) {
                assertThat(pool.members()).hasSize(1);
            }
            for (Segment segment : handle.file().segments()) {
                ask(handle, segment, segment.start());
                ask(handle, segment, (segment.start() + segment.end()) / 2);
                ask(handle, segment, segment.end());
            }
        } catch (KernelException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void ask(KernelHandle handle, Segment segment, double et) {
        double[] state = new double[6];
        try {
            handle.state(segment, et, state, new Workspace());
            for (double component : state) {
                assertThat(component).isFinite();
            }
        } catch (KernelException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
