package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import orrery.binding.KernelRegistry;
import orrery.service.SkyService;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.ui.fx.Theme;

/** The names on the frames of a film. */
@ExtendWith(ApplicationExtension.class)
class NameTrackTest {
    private static final int SIZE = 600;
    private static final int FRAMES = 300;
    /** More than the Earth moves in a frame. */
    private static final double JUMP = 25;

    @TempDir
    private Path folder = Path.of("");

    private static Map<Integer, List<ShownName>> names(SkyService service, List<Integer> order) {
        SkyPainter painter = new SkyPainter();
        Camera camera = Camera.first().distance(5 * SmallSky.AU);
        SkyStyle style = SkyStyle.first(Theme.DARK);
        Viewport viewport = Viewport.open(SIZE, SIZE);
        Map<Integer, List<ShownName>> frames = new HashMap<>();
        Screen.run(() -> {
            NameTrack track = new NameTrack(
                    viewport,
                    Theme.DARK,
                    List.of(),
                    i -> painter.outline(service.compute(SmallSky.YEAR * (1 + i / 100.0)), camera, viewport, style));
            order.forEach(i -> frames.put(i, track.at(i)));
        });
        return frames;
    }

    @Test
    void namesKeepCalmWhateverTheOrderInWhichFramesAreDrawn() throws Exception {
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(SmallSky.write(folder.resolve("small.bsp")))).join();
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < FRAMES; i++) {
                order.add(i);
            }
            Map<Integer, List<ShownName>> frames = names(service, order);
            Collections.shuffle(order, new Random(5));
            assertThat(names(service, order)).isEqualTo(frames);
            double way = 0;
            for (int i = 1; i < FRAMES; i++) {
                for (ShownName name : frames.getOrDefault(i, List.of())) {
                    for (ShownName old : frames.getOrDefault(i - 1, List.of())) {
                        boolean same = old.words().equals(name.words());
                        if (same && Math.min(old.opacity(), name.opacity()) > 0.3) {
                            double step = Math.hypot(name.x() - old.x(), name.y() - old.y());
                            assertThat(step).as("frame %d: %s", i, name).isLessThan(JUMP);
                            way += step;
                        }
                    }
                }
            }
            assertThat(way).isGreaterThan(SIZE);
            assertThat(frames.get(0)).anyMatch(name -> name.words().equals("Earth") && name.opacity() == 1);
        }
    }
}
