package orrery.ui.orrery;

import orrery.ui.fx.Raster;

/**
 * The bright stars behind everything, at their ICRF directions, so large and so strong as their magnitudes.
 *
 * <p>Confined to one thread.
 */
final class StarPainter {
    void paint(Raster raster, Projection projection, Viewport viewport, boolean dark) {}
}
