package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import orrery.binding.KernelRegistry;
import orrery.forge.ChebyshevLayout;
import orrery.forge.SpkWriter;
import orrery.service.SkyService;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Theme;

/** The names beside the bodies. */
@ExtendWith(ApplicationExtension.class)
class LabelLayerTest {
    private static final int SIZE = 600;
    private static final int MANY = 250;
    private static final double EPOCH = SmallSky.YEAR;

    @TempDir
    private Path folder;

    @Test
    void namesOfManyBodiesAreMadeOnceAndLetGoOfWithTheirKernel() throws Exception {
        Path small = SmallSky.write(folder.resolve("small.bsp"));
        LabelLayer layer = new LabelLayer();
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(small, crowd())).join();
            Picture crowded = picture(service);
            show(layer, crowded);
            List<Node> made = List.copyOf(layer.getChildren());
            assertThat(made).hasSizeGreaterThan(MANY);
            show(layer, crowded);
            assertThat(layer.getChildren()).isEqualTo(made);

            service.open(List.of(small)).join();
            Picture few = picture(service);
            show(layer, few);
            assertThat(layer.getChildren()).hasSizeLessThan(50);
            assertThat(layer.names(10)).isTrue();
        }
    }

    @Test
    void aNameKeepsAwayFromWordsThatStandThereAlready() throws Exception {
        Path small = SmallSky.write(folder.resolve("small.bsp"));
        LabelLayer layer = new LabelLayer();
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(small)).join();
            Picture picture = picture(service);
            show(layer, picture);
            assertThat(layer.names(10)).isTrue();
            layer.reserve(List.of(new Rectangle2D(0, 0, SIZE, SIZE)));
            show(layer, picture);
            assertThat(layer.names(10)).isFalse();
        }
    }

    /**
     * The Earth goes once round the Sun, and the better side for the Sun's name changes with it; nothing jumps while it
     * is in sight.
     */
    @Test
    void namesStayOnTheirSideAndComeIntoSightAnewOnAnother() throws Exception {
        Path small = SmallSky.write(folder.resolve("small.bsp"));
        LabelLayer layer = new LabelLayer();
        LabelLayer forgetful = new LabelLayer();
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(small)).join();
            int changes = 0;
            int others = 0;
            double[] last = {0, 0};
            for (int i = 0; i <= 100; i++) {
                Picture picture = picture(service, EPOCH + i * SmallSky.YEAR / 100);
                DrawnBody earth = Objects.requireNonNull(picture.spot(399));
                Screen.run(() -> layer.show(picture, picture.style(), false));
                Screen.run(() -> forgetful.show(picture, picture.style(), true));
                Text name = name(layer, "Earth");
                double side = Math.signum(name.getX() - earth.x());
                if (i > 0 && side != last[0]) {
                    changes++;
                    assertThat(name.getOpacity()).as("picture %d", i).isLessThan(0.2);
                }
                double other = Math.signum(name(forgetful, "Earth").getX() - earth.x());
                others += i > 0 && other != last[1] ? 1 : 0;
                last[0] = side;
                last[1] = other;
            }
            assertThat(others).isGreaterThanOrEqualTo(2);
            assertThat(changes).isLessThan(others);
        }
    }

    /** A comet's name stands towards the Sun, for its tail is on the other side. */
    @Test
    void aCometsNameKeepsAwayFromItsTail() throws Exception {
        Path small = SmallSky.write(folder.resolve("small.bsp"));
        Path comet = folder.resolve("comet.bsp");
        SpkWriter.littleEndian()
                .internalName("comet")
                .add(SmallSky.circle(1_000_036, 10, 2 * SmallSky.AU, 3 * SmallSky.YEAR, 0, 3 * SmallSky.YEAR))
                .write(comet);
        LabelLayer layer = new LabelLayer();
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(small, comet)).join();
            int aside = 0;
            for (int i = 0; i < 8; i++) {
                Picture picture = picture(service, EPOCH + i * 0.37 * SmallSky.YEAR / 2);
                show(layer, picture);
                double away = Objects.requireNonNull(picture.spot(1_000_036)).x()
                        - Objects.requireNonNull(picture.spot(10)).x();
                if (Math.abs(away) > 60) {
                    double from = name(layer, "1P/Halley").getX()
                            - Objects.requireNonNull(picture.spot(1_000_036)).x();
                    assertThat(Math.signum(from)).as("picture %d", i).isEqualTo(-Math.signum(away));
                    aside++;
                }
            }
            assertThat(aside).isGreaterThan(2);
        }
    }

    private static Text name(LabelLayer layer, String name) {
        return layer.getChildren().stream()
                .filter(node -> node instanceof Text text && text.getText().equals(name))
                .map(Text.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Picture picture(SkyService service, double et) {
        return new SkyPainter()
                .paint(
                        new Raster(SIZE, SIZE),
                        service.compute(et),
                        service.computePaths(et),
                        Camera.first().distance(5 * SmallSky.AU),
                        Viewport.open(SIZE, SIZE),
                        SkyStyle.first(Theme.DARK).selected(399));
    }

    @Test
    void noDistanceIsCutOffByThePanel() throws Exception {
        Path small = SmallSky.write(folder.resolve("small.bsp"));
        LabelLayer layer = new LabelLayer();
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(small)).join();
            int seen = 0;
            for (int panel = 0; panel < SIZE / 2; panel += 3) {
                show(layer, picture(service, new Viewport(SIZE, SIZE, panel, 0, 1)));
                for (Node node : layer.getChildrenUnmodifiable()) {
                    if (node.getStyleClass().contains("sky-tick") && node.isVisible()) {
                        seen++;
                        assertThat(node.getBoundsInParent().getMaxX())
                                .as("right end of a distance beside a panel of " + panel)
                                .isLessThanOrEqualTo(SIZE - panel);
                    }
                }
            }
            assertThat(seen).isGreaterThan(10);
        }
    }

    private static Picture picture(SkyService service) throws Exception {
        return picture(service, Viewport.open(SIZE, SIZE));
    }

    private static Picture picture(SkyService service, Viewport viewport) throws Exception {
        return new SkyPainter()
                .paint(
                        new Raster(SIZE, SIZE),
                        service.compute(EPOCH),
                        service.computePaths(EPOCH),
                        Camera.first().distance(12 * SmallSky.AU),
                        viewport,
                        SkyStyle.first(Theme.DARK));
    }

    private static void show(LabelLayer layer, Picture picture) {
        Screen.run(() -> layer.show(picture, picture.style(), true));
    }

    /** Bodies at rest about the Sun, in rows. */
    private Path crowd() throws IOException {
        SpkWriter writer = SpkWriter.littleEndian().internalName("crowd");
        for (int body = 0; body < MANY; body++) {
            double x = SmallSky.AU * (body % 20 - 9.5) / 4;
            int row = body / 20;
            double y = SmallSky.AU * (row - 9.5) / 4;
            writer.add(new ChebyshevLayout(SmallSky.START, SmallSky.END - SmallSky.START, new double[][][] {
                        {{x, 0}, {y, 0}, {0, 0}}
                    })
                    .type2(2_100_000 + body, 10, 1, SmallSky.START, SmallSky.END, "crowd"));
        }
        Path file = folder.resolve("crowd.bsp");
        writer.write(file);
        return file;
    }
}
