package orrery.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HairlineTest {
    @Test
    void eachStepLaysOnePixelOfLightOnTheLineAndJointsAreNotLaidOnTwice() {
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            double x0 = 5 + random.nextDouble() * 90;
            double y0 = 5 + random.nextDouble() * 90;
            double x1 = 5 + random.nextDouble() * 90;
            double y1 = 5 + random.nextDouble() * 90;
            Raster raster = new Raster(100, 100);
            raster.fill(0);
            double mx = x0 + 0.37 * (x1 - x0);
            double my = y0 + 0.37 * (y1 - y0);
            new Hairline(raster, 0xFF).segment(x0, y0, 0.9, mx, my, 0.9);
            new Hairline(raster, 0xFF).segment(mx, my, 0.9, x1, y1, 0.9);
            double light = 0;
            for (int at = 0; at < 10_000; at++) {
                double blue = (raster.pixels()[at] & 255) / 255.0;
                light += blue;
                int row = at / 100;
                int column = at % 100;
                double away = Math.abs((x1 - x0) * (row + 0.5 - y0) - (y1 - y0) * (column + 0.5 - x0))
                        / Math.hypot(x1 - x0, y1 - y0);
                assertThat(blue == 0 || away <= 1).isTrue();
            }
            // Each blend loses at most two of 255 steps.
            double steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
            assertThat(light).isCloseTo(0.9 * steps, offset(1 + 0.02 * steps));
        }
    }

    @Test
    void aLineThatLeavesThePictureCostsWhatIsSeenOfIt() {
        Raster raster = new Raster(50, 40);
        raster.fill(0);
        new Hairline(raster, 0xFFFFFF).segment(-1e9, 20.5, 1, 1e9, 20.5, 1);
        new Hairline(raster, 0xFFFFFF).segment(10.5, -1e9, 1, 10.5, 1e9, 1);
        assertThat(raster.pixels()[20 * 50 + 49] & 255).isGreaterThan(250);
        assertThat(raster.pixels()[39 * 50 + 10] & 255).isGreaterThan(250);
        assertThat(raster.pixels()[0] & 255).isZero();
    }
}
