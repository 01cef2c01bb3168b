package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import orrery.testing.Screen;
import orrery.ui.fx.Raster;

/** Pixels are the largest objects of a window: rasters that nobody draws on are not kept for long. */
@ExtendWith(ApplicationExtension.class)
class RasterImageTest {
    private static final int MOST = 8;

    @Test
    void ofRastersThatComeAndGoAFewAreHeld() {
        List<Integer> held = Screen.fx(() -> {
            Map<Raster, RasterImage> known = RasterImage.none();
            List<Integer> sizes = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                RasterImage.of(new Raster(16, 16), known);
                sizes.add(known.size());
            }
            return sizes;
        });
        assertThat(held).allMatch(size -> size <= MOST);
    }

    @Test
    void aResizeLetsGoOfAllOfAnotherSize() {
        List<Integer> held = Screen.fx(() -> {
            Map<Raster, RasterImage> known = RasterImage.none();
            return IntStream.range(0, 50)
                    .map(i -> {
                        RasterImage.of(new Raster(16 + i, 16), known);
                        return known.size();
                    })
                    .boxed()
                    .toList();
        });
        assertThat(held).containsOnly(1);
    }

    @Test
    void whoDrawsOnAFewInTurnFindsTheirImagesAgain() {
        int images = Screen.fx(() -> {
            Map<Raster, RasterImage> known = RasterImage.none();
            List<Raster> rasters = List.of(new Raster(16, 16), new Raster(16, 16), new Raster(16, 16));
            List<RasterImage> seen = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                RasterImage image = RasterImage.of(rasters.get(i % 3), known);
                if (!seen.contains(image)) {
                    seen.add(image);
                }
            }
            return seen.size();
        });
        assertThat(images).isEqualTo(3);
    }
}
