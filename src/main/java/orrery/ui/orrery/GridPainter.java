package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.List;
import orrery.math.Constants;
import orrery.spk.NaifIds;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Stroke;

/**
 * Distance rings in the plane of the ecliptic around the body that the camera follows: 1, 2, 5, 10 and so on, in au or
 * km, whichever suits the picture. They appear and disappear during zooming, so that there is a measure at every scale.
 *
 * <p>Confined to one thread.
 */
final class GridPainter {
    private static final int SIDES = 180;
    private static final double[] STEPS = {1, 2, 5};
    private static final double[] UNITS = {1, Constants.AU};
    /** Smaller rings are labeled in km. */
    private static final double SMALLEST_AU = 0.02;

    private final Stroke stroke;
    private final double[] axis = new double[3];
    private final double[] seen = new double[3];
    private final double[] center = new double[3];

    GridPainter(Stroke stroke) {
        this.stroke = stroke;
    }

    List<Picture.Tick> paint(Painting scene) {
        ScaleMode scale = scene.style().scale();
        Projection projection = scene.projection();
        Viewport viewport = scene.viewport();
        int middle = scale == ScaleMode.TRUE ? scene.camera().focus() : NaifIds.SUN;
        if (!scene.places().of(middle, center) && !scene.places().of(NaifIds.SUN, center)) {
            return List.of();
        }
        List<Picture.Tick> ticks = new ArrayList<>();
        double side = Math.min(viewport.width() - viewport.right(), viewport.height() - viewport.bottom());
        stroke.begin(scene.raster());
        stroke.pen(viewport.scale());
        for (double unit : UNITS) {
            for (int decade = -2; decade <= 8; decade++) {
                for (double step : STEPS) {
                    double km = unit * step * Math.pow(10, decade);
                    boolean au = unit > 1;
                    if (scale != ScaleMode.TRUE && (step > 1 || decade < -1 || decade > 2)) {
                        continue;
                    }
                    if (au != (km >= SMALLEST_AU * Constants.AU * 0.999)) {
                        continue;
                    }
                    double drawn = scale.radius(km);
                    double pixels = projection.pixels(drawn, projection.distance());
                    double strength = fade(pixels / side);
                    if (strength > 0.02) {
                        ring(drawn, strength * (scene.dark() ? 0.55 : 0.8), projection);
                        tick(km, drawn, strength, scene, ticks);
                    }
                }
            }
        }
        stroke.end(scene.raster(), Palette.argb(scene.palette().line()));
        return ticks;
    }

    /** Full strength between an eighth and a half of the picture's side, none at a twentieth and at one and a half. */
    private static double fade(double share) {
        double in = Math.clamp((share - 0.06) / 0.08, 0.0, 1.0);
        double out = Math.clamp((1.4 - share) / 0.6, 0.0, 1.0);
        return in * out;
    }

    private void ring(double radius, double strength, Projection projection) {
        double x0 = 0;
        double y0 = 0;
        boolean have = false;
        for (int i = 0; i <= SIDES; i++) {
            boolean front = at(radius, 2 * Math.PI * i / SIDES, projection);
            if (front && have) {
                stroke.segment(x0, y0, strength, seen[0], seen[1], strength);
            }
            have = front;
            x0 = seen[0];
            y0 = seen[1];
        }
    }

    private void tick(double km, double radius, double strength, Painting scene, List<Picture.Tick> ticks) {
        if (at(radius, longitude(scene.camera()) + Math.toRadians(38), scene.projection())
                && scene.viewport().shows(seen[0], seen[1])) {
            ticks.add(new Picture.Tick(seen[0], seen[1], Lengths.round(km), strength));
        }
    }

    /** The ecliptic longitude of the eye as seen from the pivot. */
    private double longitude(Camera camera) {
        if (camera.axes().equals(Axes.ECLIPTIC)) {
            return camera.yaw();
        }
        camera.toEye(axis);
        Axes.ECLIPTIC.fromSky(axis[0], axis[1], axis[2], seen);
        return Math.atan2(seen[1], seen[0]);
    }

    private boolean at(double radius, double longitude, Projection projection) {
        Projection.equatorial(radius * Math.cos(longitude), radius * Math.sin(longitude), 0, axis);
        projection.project(center[0] + axis[0], center[1] + axis[1], center[2] + axis[2], seen);
        return projection.inFront(seen[2]);
    }
}
