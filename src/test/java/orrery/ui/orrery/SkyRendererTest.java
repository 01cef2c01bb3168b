package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelRegistry;
import orrery.service.SkyFrame;
import orrery.service.SkyPaths;
import orrery.service.SkyService;
import orrery.testing.Eventually;
import orrery.testing.SmallSky;
import orrery.ui.fx.Theme;

/** The thread that paints goes on after pictures that could not be painted. */
@SuppressWarnings("NullAway.Init")
class SkyRendererTest {
    private static final Viewport VIEWPORT = Viewport.open(60, 40);
    private static final SkyStyle STYLE = SkyStyle.first(Theme.DARK);

    /** More than there are rasters. */
    private static final int FAILURES = 10;

    @TempDir
    private Path folder;

    private SkyService service;
    private SkyFrame frame;
    private SkyPaths paths;

    @BeforeEach
    void open() throws Exception {
        service = new SkyService(new KernelRegistry(), 1);
        service.open(List.of(SmallSky.write(folder.resolve("small.bsp")))).join();
        frame = service.compute(SmallSky.YEAR);
        paths = service.computePaths(SmallSky.YEAR);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void paintingGoesOnAfterManyFailures() {
        // What is to be painted is not there.
        assertGoesOn(new SkyRenderer.View(frame, absent(), Camera.first(), VIEWPORT, STYLE));
    }

    @Test
    void paintingGoesOnWhereThereIsNoRoomForAPicture() {
        assertGoesOn(new SkyRenderer.View(frame, paths, Camera.first(), Viewport.open(1 << 20, 1 << 20), STYLE));
    }

    private void assertGoesOn(SkyRenderer.View bad) {
        try (SkyRenderer renderer = new SkyRenderer()) {
            for (int i = 0; i < FAILURES; i++) {
                renderer.request(bad);
                Eventually.so("the painter says that it failed", () -> failed(renderer));
            }
            renderer.request(new SkyRenderer.View(frame, paths, Camera.first(), VIEWPORT, STYLE));
            Picture picture = Eventually.some("a picture", renderer::take);
            assertThat(picture.viewport()).isEqualTo(VIEWPORT);
        }
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T absent() {
        return null;
    }

    private static boolean failed(SkyRenderer renderer) {
        try {
            assertThat(renderer.take()).isNull();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
