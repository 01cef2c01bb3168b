package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelRegistry;
import orrery.service.SkyFrame;
import orrery.service.SkyService;
import orrery.testing.SmallSky;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Theme;

/** What is painted is where the projection says. */
class SkyPainterTest {
    private static final int SIZE = 600;
    private static final double EPOCH = 3.3 * SmallSky.YEAR;

    @TempDir
    private static Path folder;

    private Picture paint(SkyStyle style, Camera camera) throws Exception {
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(SmallSky.write(folder.resolve("small.bsp")))).join();
            SkyFrame frame = service.compute(EPOCH);
            return new SkyPainter()
                    .paint(
                            new Raster(SIZE, SIZE),
                            frame,
                            service.computePaths(EPOCH),
                            camera,
                            Viewport.open(SIZE, SIZE),
                            style);
        }
    }

    @Test
    void aBodyIsPaintedWhereTheProjectionOfItsStateSays() throws Exception {
        SkyStyle bare = SkyStyle.first(Theme.DARK)
                .orbits(false)
                .trail(0)
                .grid(false)
                .stars(false)
                .selected(10);
        Picture picture = paint(bare, Camera.first().distance(6 * SmallSky.AU));
        double[] place = SmallSky.place(1.5 * SmallSky.AU, 1.9 * SmallSky.YEAR, EPOCH);
        double[] seen = new double[3];
        picture.projection().project(place[0], place[1], place[2], seen);
        Spot mars = Objects.requireNonNull(picture.spot(4));
        assertThat(mars.x()).isCloseTo(seen[0], offset(1e-3));
        assertThat(mars.y()).isCloseTo(seen[1], offset(1e-3));
        // The middle of what differs from the empty sky near it is the body's place, within a pixel.
        int space = Palette.argb(Palette.DARK.space());
        double sumX = 0;
        double sumY = 0;
        int count = 0;
        for (int y = (int) seen[1] - 8; y <= seen[1] + 8; y++) {
            for (int x = (int) seen[0] - 8; x <= seen[0] + 8; x++) {
                if (picture.raster().pixels()[y * SIZE + x] != space) {
                    sumX += x + 0.5;
                    sumY += y + 0.5;
                    count++;
                }
            }
        }
        assertThat(count).isGreaterThan(15);
        assertThat(sumX / count).isCloseTo(seen[0], offset(0.6));
        assertThat(sumY / count).isCloseTo(seen[1], offset(0.6));
    }

    @Test
    void thePathOfABodyGoesThroughItEvenFromNearBy() throws Exception {
        SkyStyle bare = SkyStyle.first(Theme.DARK)
                .grid(false)
                .stars(false)
                .markers(false)
                .selected(10);
        Picture picture = paint(bare, Camera.first().at(4).distance(3e6));
        int space = Palette.argb(Palette.DARK.space());
        int lit = 0;
        // On a circle round the body, the line must be met twice or once (its end), never not at all.
        for (int i = 0; i < 720; i++) {
            int x = (int) (SIZE / 2.0 + 60 * Math.cos(i * Math.PI / 360));
            int y = (int) (SIZE / 2.0 + 60 * Math.sin(i * Math.PI / 360));
            lit += picture.raster().pixels()[y * SIZE + x] != space ? 1 : 0;
        }
        assertThat(lit).isBetween(2, 60);
    }

    @Test
    void aMoonIsNotPaintedUntilItCanBeToldFromItsPlanet() throws Exception {
        SkyStyle style = SkyStyle.first(Theme.DARK);
        assertThat(Objects.requireNonNull(paint(style, Camera.first()).spot(301))
                        .strength())
                .isZero();
        assertThat(Objects.requireNonNull(paint(style, Camera.first().at(399).distance(3e6))
                                .spot(301))
                        .strength())
                .isEqualTo(1);
    }

    @Test
    void theSameInputsGiveTheSamePixels() throws Exception {
        SkyStyle style = SkyStyle.first(Theme.LIGHT);
        assertThat(paint(style, Camera.first()).raster().pixels())
                .isEqualTo(paint(style, Camera.first()).raster().pixels());
    }

    @Test
    void theSideTowardsTheSunIsTheBrightOne() throws Exception {
        SkyStyle bare = SkyStyle.first(Theme.DARK)
                .orbits(false)
                .trail(0)
                .grid(false)
                .stars(false)
                .selected(10);
        double quarter = 2 * Math.PI * EPOCH / SmallSky.YEAR + Math.PI / 2;
        Picture picture = paint(bare, Camera.first().at(399).distance(40_000).direction(quarter, 0));
        Spot earth = Objects.requireNonNull(picture.spot(399));
        assertThat(earth.trueSize()).isTrue();
        double[] place = SmallSky.place(SmallSky.AU, SmallSky.YEAR, EPOCH);
        double[] sun = new double[3];
        picture.projection().direction(-place[0], -place[1], -place[2], sun);
        double length = Math.hypot(sun[0], sun[1]);
        double reach = earth.radius() * 0.8;
        int lit = brightness(picture, earth.x() + reach * sun[0] / length, earth.y() - reach * sun[1] / length);
        int dark = brightness(picture, earth.x() - reach * sun[0] / length, earth.y() + reach * sun[1] / length);
        assertThat(lit).isGreaterThan(2 * dark);
    }

    private static int brightness(Picture picture, double x, double y) {
        int argb = picture.raster().pixels()[((int) y) * SIZE + ((int) x)];
        return ((argb >> 16) & 255) + ((argb >> 8) & 255) + (argb & 255);
    }
}
