package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import orrery.binding.KernelRegistry;
import orrery.math.Constants;
import orrery.service.SkyService;
import orrery.testing.Screen;
import orrery.testing.SoundKernels;
import orrery.time.Dates;
import orrery.ui.fx.Theme;

/** Names while time runs: none jumps, changes its words, or shows up for a moment only, while it is in sight. */
@ExtendWith(ApplicationExtension.class)
class CalmLabelsTest {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    private static final int PICTURES = 400;
    private static final double SEEN = 0.3;
    /** More than a name's whole pixels can be off its body's way. */
    private static final double JUMP = 3;
    /** A name that is in sight for fewer pictures flickers. There may be few of them in seven seconds. */
    private static final int MOMENT = 20;

    private static final int SOME = 5;

    // Made before all tests.
    @SuppressWarnings("NullAway.Init")
    private static SkyService service;

    @BeforeAll
    static void open() {
        service = new SkyService(new KernelRegistry(), 1);
        service.open(List.of(SoundKernels.shipped())).join();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    /** What was seen of a name, relative to its body. */
    private static final class Sight {
        private double x;
        private double y;
        private String words = "";
        private double opacity;
        private int since;
    }

    /**
     * Sixty pictures a second while a month, a year or ten years pass in it: near the Sun, from afar, near the Earth.
     */
    @ParameterizedTest
    @CsvSource({"10, 5, 2592000", "10, 5, 31557600", "10, 60, 31557600", "10, 60, 315576000", "399, 0.006, 2592000"})
    void nothingJumps(int body, double au, double rate) {
        LabelLayer layer = new LabelLayer();
        Camera camera = Camera.first().at(body).distance(au * Constants.AU);
        SkyPainter painter = new SkyPainter();
        Map<Node, Sight> sights = new HashMap<>();
        List<String> moments = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            double et = Dates.parse("2026-03-01") + rate * i / 60;
            Picture picture = painter.outline(
                    service.compute(et), camera, Viewport.open(WIDTH, HEIGHT), SkyStyle.first(Theme.DARK));
            Screen.run(() -> layer.show(picture, picture.style(), false));
            for (Node node : List.copyOf(layer.getChildren())) {
                if (node instanceof Text text && text.getStyleClass().contains("sky-name")) {
                    Sight now = sight(text, picture);
                    Sight old = sights.put(node, now);
                    if (old != null) {
                        now.since = now.opacity > 0 ? old.since + 1 : 0;
                        assertThat(old.words.equals(now.words) || Math.min(old.opacity, now.opacity) < SEEN)
                                .as("picture %d: %s becomes %s", i, old.words, now.words)
                                .isTrue();
                        if (Math.min(old.opacity, now.opacity) > SEEN) {
                            assertThat(Math.hypot(now.x - old.x, now.y - old.y))
                                    .as("picture %d: a jump of %s", i, now.words)
                                    .isLessThan(JUMP);
                        }
                        if (now.opacity == 0 && old.since > 0 && old.since < MOMENT && i > MOMENT) {
                            moments.add(i + ": " + now.words + " for " + old.since);
                        }
                    }
                }
            }
        }
        assertThat(moments).hasSizeLessThan(SOME);
    }

    /** While the view is turned names lose their places again and again; they must not be away for long after it. */
    @Test
    void namesAreBackSoonAfterTheViewHasComeToRest() {
        LabelLayer layer = new LabelLayer();
        LabelLayer fresh = new LabelLayer();
        SkyPainter painter = new SkyPainter();
        Camera camera = Camera.first().distance(60 * Constants.AU);
        for (int i = 0; i < 660; i++) {
            Picture picture = painter.outline(
                    service.compute(Dates.parse("2026-03-01")),
                    camera,
                    Viewport.open(WIDTH, HEIGHT),
                    SkyStyle.first(Theme.DARK));
            boolean last = i == 659;
            Screen.run(() -> {
                layer.show(picture, picture.style(), false);
                if (last) {
                    fresh.show(picture, picture.style(), true);
                    int[] ids = picture.spots().stream().mapToInt(DrawnBody::id).toArray();
                    assertThat(Arrays.stream(ids).filter(fresh::names).count()).isGreaterThan(4);
                    for (int id : ids) {
                        assertThat(layer.names(id) || !fresh.names(id))
                                .as("%d", id)
                                .isTrue();
                    }
                }
            });
            if (i < 600) {
                camera = camera.turned(0.04, 0);
            }
        }
    }

    private static Sight sight(Text text, Picture picture) {
        Sight sight = new Sight();
        sight.words = text.getText();
        sight.opacity = text.isVisible() ? text.getOpacity() : 0;
        for (DrawnBody spot : picture.spots()) {
            BodyLook look = BodyLook.of(spot.id());
            if (sight.words.equals(look.name()) || sight.words.equals(look.letter())) {
                sight.x = text.getX() - spot.x();
                sight.y = text.getY() - spot.y();
            }
        }
        return sight;
    }
}
