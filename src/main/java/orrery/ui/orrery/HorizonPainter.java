package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Stroke;
import orrery.ui.fx.Words;

/**
 * The ground seen by an observer on it: a shade over all that is below the horizon, the horizon's ring with marks every
 * ten degrees, and the points of the compass. What is below stays in sight, dimly.
 *
 * <p>Confined to one thread.
 */
final class HorizonPainter {
    private static final String[] POINTS = {"n", "ne", "e", "se", "s", "sw", "w", "nw"};
    private static final double SHADE = 0.86;
    private static final int STEP = 2;
    /** How high marks are, pixels of the scene. */
    private static final double MARK = 5;

    private static final double POINT_MARK = 9;

    private final Words words = Words.of(HorizonPainter.class);
    private final Stroke stroke;
    private final double[] sky = new double[3];
    private final double[] seen = new double[3];
    private final double[] other = new double[3];

    HorizonPainter(Stroke stroke) {
        this.stroke = stroke;
    }

    /** If the camera is on the ground of a body, paints it over what is there; returns the compass's letters. */
    List<Picture.Tick> paint(Raster raster, Camera camera, Projection projection, Viewport viewport, Palette palette) {
        Optional<Skyline> skyline = Skyline.of(camera, projection, viewport);
        if (skyline.isEmpty()) {
            return List.of();
        }
        shade(raster, skyline.get(), ground(camera.frame().a(), palette));
        return ring(raster, camera, projection, viewport, palette);
    }

    private static int ground(int body, Palette palette) {
        int rgb = BodyLook.of(body).color(palette.dark());
        Color own = Color.rgb((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255);
        return Palette.argb(palette.space().interpolate(own, palette.dark() ? 0.22 : 0.3));
    }

    /** Darkens the half of the picture that is below. */
    private static void shade(Raster raster, Skyline skyline, int color) {
        for (int row = 0; row < raster.height(); row++) {
            double first = skyline.above(0.5, row + 0.5);
            double last = skyline.above(raster.width() - 0.5, row + 0.5);
            if (first > 0.5 && last > 0.5) {
                continue;
            }
            int index = row * raster.width();
            double above = first;
            for (int column = 0; column < raster.width(); column++) {
                if (above < 0.5) {
                    raster.blend(index + column, color, SHADE * Math.min(1, 0.5 - above));
                }
                above += skyline.across();
            }
        }
    }

    private List<Picture.Tick> ring(
            Raster raster, Camera camera, Projection projection, Viewport viewport, Palette palette) {
        List<Picture.Tick> ticks = new ArrayList<>();
        stroke.begin(raster);
        stroke.pen(1.2 * viewport.scale());
        for (int azimuth = 0; azimuth < 360; azimuth += STEP) {
            if (at(camera, projection, azimuth, seen) && at(camera, projection, azimuth + STEP, other)) {
                stroke.segment(seen[0], seen[1], 0.9, other[0], other[1], 0.9);
            }
        }
        for (int azimuth = 0; azimuth < 360; azimuth += 5) {
            boolean point = azimuth % 45 == 0;
            if ((point || azimuth % 10 == 0) && at(camera, projection, azimuth, seen)) {
                double high = (point ? POINT_MARK : MARK) * viewport.scale();
                foot(camera, projection, high);
                stroke.segment(seen[0], seen[1], 0.9, other[0], other[1], 0.9);
                if (point && viewport.shows(other[0], other[1])) {
                    double below = 6 * viewport.scale();
                    ticks.add(new Picture.Tick(
                            other[0] - below, other[1] + below, words.get("horizon." + POINTS[azimuth / 45]), 1));
                }
            }
        }
        stroke.end(raster, Palette.argb(palette.muted()));
        return ticks;
    }

    /** Leaves in {@code other} the place so many pixels towards the ground from {@code seen}. */
    private void foot(Camera camera, Projection projection, double pixels) {
        camera.axes().toSky(0, 0, 1, sky);
        projection.direction(sky[0], sky[1], sky[2], other);
        double slope = Math.max(Math.hypot(other[0], other[1]), 1e-9);
        double across = other[0] / slope;
        double up = other[1] / slope;
        other[0] = seen[0] - across * pixels;
        other[1] = seen[1] + up * pixels;
    }

    /** Where a point of the horizon is seen, by its azimuth from north through east; false where it is behind. */
    private boolean at(Camera camera, Projection projection, int azimuth, double[] out) {
        double angle = Math.toRadians(azimuth);
        camera.axes().toSky(Math.cos(angle), -Math.sin(angle), 0, sky);
        return projection.infinity(sky[0], sky[1], sky[2], out);
    }
}
