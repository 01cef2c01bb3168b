package orrery.ui.orrery;

import java.util.List;
import orrery.service.SkyCatalogue;
import orrery.service.SkyPaths;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Raster;

/**
 * The inputs and the target of one picture.
 *
 * @param spots the bodies that appear in it
 */
record Painting(
        Raster raster,
        DrawnPositions places,
        SkyPaths around,
        Camera camera,
        Projection projection,
        Viewport viewport,
        SkyStyle style,
        List<DrawnBody> spots) {
    SkyCatalogue catalogue() {
        return places.frame().catalogue();
    }

    Palette palette() {
        return style.theme().palette();
    }

    boolean dark() {
        return palette().dark();
    }
}
