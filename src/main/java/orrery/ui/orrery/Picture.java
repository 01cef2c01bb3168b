package orrery.ui.orrery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.service.SkyFrame;
import orrery.service.SkyPaths;
import orrery.ui.fx.Raster;

/**
 * A painted frame, and where its contents are.
 *
 * @param raster the pixels; overwritten after the picture has been returned
 * @param frame the positions
 * @param paths the paths
 * @param style what is shown and how
 * @param camera the point of view
 * @param viewport the picture's size
 * @param projection maps space to these pixels
 * @param spots the bodies in view, by rank of their labels
 * @param ticks the labels of the grid
 * @param paintNanos time spent painting
 */
public record Picture(
        Raster raster,
        SkyFrame frame,
        SkyPaths paths,
        SkyStyle style,
        Camera camera,
        Viewport viewport,
        Projection projection,
        List<DrawnBody> spots,
        List<Tick> ticks,
        long paintNanos) {
    public Picture {
        spots = List.copyOf(spots);
        ticks = List.copyOf(ticks);
    }

    /** A label at a place of the picture: its position in pixels, its text, and its strength. */
    public record Tick(double x, double y, String text, double strength) {}

    public @Nullable DrawnBody spot(int id) {
        for (DrawnBody spot : spots) {
            if (spot.id() == id) {
                return spot;
            }
        }
        return null;
    }
}
