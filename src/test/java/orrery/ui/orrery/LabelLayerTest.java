package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
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
            writer.add(ChebyshevLayout.type2(
                    2_100_000 + body,
                    10,
                    1,
                    SmallSky.START,
                    SmallSky.END,
                    "crowd",
                    SmallSky.START,
                    SmallSky.END - SmallSky.START,
                    new double[][][] {{{x, 0}, {y, 0}, {0, 0}}}));
        }
        Path file = folder.resolve("crowd.bsp");
        writer.write(file);
        return file;
    }
}
