package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelRegistry;
import orrery.forge.SpkWriter;
import orrery.service.SkyFrame;
import orrery.service.SkyService;
import orrery.spk.BodyKind;
import orrery.testing.SmallSky;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Theme;

/** The looks of bodies beyond what a kernel says: tails of comets, colors chosen by the user. */
class CometTailTest {
    /** 1P/Halley. */
    private static final int COMET = 1_000_036;

    private static final int SIZE = 500;
    private static final double EPOCH = 0.3 * SmallSky.YEAR;

    @AfterEach
    void usual() {
        BodyColors.read("");
    }

    @Test
    void aTailPointsAwayFromTheSunAndNoneIsFarFromIt(@TempDir Path folder) throws IOException {
        assertThat(BodyLook.of(COMET).body().kind()).isEqualTo(BodyKind.COMET);
        for (double au : new double[] {1, 4}) {
            Path comet = folder.resolve("comet" + au + ".bsp");
            SpkWriter.littleEndian()
                    .internalName("A comet on a circle")
                    .add(SmallSky.circle(COMET, 10, au * SmallSky.AU, 7 * SmallSky.YEAR, 0, SmallSky.YEAR))
                    .write(comet);
            try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
                service.open(List.of(SmallSky.write(folder.resolve("sky.bsp")), comet))
                        .join();
                SkyFrame frame = service.compute(EPOCH);
                SkyStyle bare = SkyStyle.first(Theme.DARK)
                        .paths(PathKind.NONE)
                        .trail(0)
                        .rings(false)
                        .stars(false)
                        .milkyWay(false);
                Camera above = Camera.first()
                        .direction(0, Math.PI / 2)
                        .distance(1.2 * SmallSky.AU)
                        .at(COMET);
                Picture picture = new SkyPainter()
                        .paint(
                                new Raster(SIZE, SIZE),
                                frame,
                                service.computePaths(EPOCH),
                                above,
                                Viewport.open(SIZE, SIZE),
                                bare);
                DrawnBody head = Objects.requireNonNull(picture.spot(COMET));
                double[] sun = new double[3];
                picture.projection().project(0, 0, 0, sun);
                double away = Math.hypot(head.x() - sun[0], head.y() - sun[1]);
                double dx = (head.x() - sun[0]) / away;
                double dy = (head.y() - sun[1]) / away;
                int space = Palette.argb(Palette.DARK.space());
                for (int pixels = 14; pixels < 40; pixels += 3) {
                    assertThat(pixel(picture, head.x() + pixels * dx, head.y() + pixels * dy) != space)
                            .as("%s au, %s pixels away", au, pixels)
                            .isEqualTo(au < 3);
                    assertThat(pixel(picture, head.x() - pixels * dx, head.y() - pixels * dy))
                            .isEqualTo(space);
                }
            }
        }
    }

    private static int pixel(Picture picture, double x, double y) {
        int row = (int) y;
        int column = (int) x;
        return picture.raster().pixels()[row * SIZE + column];
    }

    @Test
    void tailsGrowSteadilyTowardsTheSun() {
        double before = 0;
        for (double au = 5; au > 0.1; au -= 0.01) {
            double length = TailPainter.length(au);
            assertThat(length).isBetween(before, before + 0.05);
            before = length;
        }
        assertThat(TailPainter.length(1)).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void aChosenColorIsThatOfPlanetAndBarycenterInBothThemesAndIsKept() {
        int usual = BodyLook.of(499).color(true);
        BodyColors.choose(4, OptionalInt.of(0x12AB34));
        for (boolean dark : new boolean[] {true, false}) {
            assertThat(BodyLook.of(4).color(dark)).isEqualTo(0x12AB34);
            assertThat(BodyLook.of(499).color(dark)).isEqualTo(0x12AB34);
        }
        String kept = BodyColors.written();
        assertThat(kept).isEqualTo("499=12ab34");
        int changes = BodyColors.changes();
        BodyColors.choose(499, OptionalInt.empty());
        assertThat(BodyColors.changes()).isEqualTo(changes + 1);
        assertThat(BodyLook.of(4).color(true)).isEqualTo(usual);
        BodyColors.read(kept);
        assertThat(BodyLook.of(499).color(true)).isEqualTo(0x12AB34);
        for (String wrong : List.of("499", "=ff0000", "499=red", "499=1000000", "x=ff0000", "499=-1")) {
            assertThatThrownBy(() -> BodyColors.read(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(BodyColors.written()).isEqualTo(kept);
    }
}
