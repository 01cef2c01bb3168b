package orrery.ui.orrery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.service.SkyFrame;
import orrery.service.SkyPaths;
import orrery.ui.fx.Raster;

/**
 * A painted frame, with what was painted where.
 *
 * @param raster the pixels; written again once the picture has been given back
 * @param frame the positions
 * @param paths the paths
 * @param style what was shown and how
 * @param camera where it was looked from
 * @param viewport the picture's size
 * @param projection from space to these pixels
 * @param spots the bodies in sight, by rank of their labels
 * @param ticks the words of the grid
 * @param paintNanos what painting took
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

    /** A word that belongs to a place of the picture: pixels, what it says, and how strongly. */
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
