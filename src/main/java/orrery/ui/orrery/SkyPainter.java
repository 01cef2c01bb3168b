package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import orrery.service.SkyBody;
import orrery.service.SkyCatalogue;
import orrery.service.SkyFrame;
import orrery.service.SkyPath;
import orrery.service.SkyPaths;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Stroke;

/**
 * Paints the sky: stars, grid, paths, bodies, in that order. The same inputs give the same pixels.
 *
 * <p>Confined to one thread; keeps scratch only.
 */
public final class SkyPainter {
    private static final int SUN = 10;

    private final Stroke stroke = new Stroke();
    private final Orb orb = new Orb();
    private final PathPainter paths = new PathPainter(stroke);
    private final GridPainter grid = new GridPainter(stroke);
    private final StarPainter stars = new StarPainter();
    private final double[] seen = new double[3];
    private final double[] light = new double[3];

    /** Paints a frame over whatever the raster holds. */
    public Picture paint(
            Raster raster, SkyFrame frame, SkyPaths around, Camera camera, Viewport viewport, SkyStyle style) {
        long begin = System.nanoTime();
        Palette palette = style.theme().palette();
        raster.fill(Palette.argb(palette.space()));
        Places places = new Places(frame, style.scale());
        Projection projection = projection(places, camera, viewport);
        if (style.stars()) {
            stars.paint(raster, projection, viewport, palette.dark());
        }
        List<Picture.Tick> ticks = style.grid() && projection.distance() > 0
                ? grid.paint(raster, places, camera, projection, viewport, palette, style.scale())
                : List.of();
        List<Spot> spots = spots(places, projection, viewport, style);
        if (style.orbits() || style.trail() > 0) {
            for (Spot spot : spots) {
                path(raster, places, around, projection, viewport, style, spot);
            }
        }
        bodies(raster, places, projection, viewport, style, spots);
        return new Picture(raster, frame, camera, viewport, projection, spots, ticks, System.nanoTime() - begin);
    }

    /** The projection that a frame is painted with: the pivot travels with the camera's focus, or the Sun, or the origin. */
    static Projection projection(Places places, Camera camera, Viewport viewport) {
        double[] focus = new double[3];
        if (!places.of(camera.focus(), focus) && !places.of(SUN, focus)) {
            focus[0] = 0;
            focus[1] = 0;
            focus[2] = 0;
        }
        return new Projection(camera, viewport, focus[0], focus[1], focus[2]);
    }

    private List<Spot> spots(Places places, Projection projection, Viewport viewport, SkyStyle style) {
        SkyCatalogue catalogue = places.frame().catalogue();
        List<Spot> spots = new ArrayList<>();
        double[] at = new double[3];
        for (SkyBody body : catalogue.bodies()) {
            if (SkyModel.doubled(catalogue, body.id(), places.frame().et()) || !places.of(body.id(), at)) {
                continue;
            }
            projection.project(at[0], at[1], at[2], seen);
            if (!projection.inFront(seen[2])) {
                continue;
            }
            double x = seen[0];
            double y = seen[1];
            double depth = seen[2];
            BodyLook look = BodyLook.of(body.id());
            double truth = projection.pixels(look.radius(), depth);
            double marker = (style.markers() ? look.marker() : 0.6) * viewport.scale();
            double strength = places.of(body.parent(), at) && body.parent() != SUN && body.parent() != 0
                    ? apart(at, projection, viewport, BodyLook.of(body.parent()), x, y)
                    : 1;
            spots.add(new Spot(body.id(), x, y, Math.max(truth, marker), depth, strength, truth >= marker));
        }
        spots.sort(Comparator.<Spot>comparingInt(s -> s.id() == style.selected() ? -1 : 0)
                .thenComparingInt(s -> BodyLook.of(s.id()).rank())
                .thenComparingInt(Spot::id));
        return spots;
    }

    /** A moon that cannot be told from its planet is not drawn; it appears as one comes nearer. */
    private double apart(double[] parent, Projection projection, Viewport viewport, BodyLook look, double x, double y) {
        projection.project(parent[0], parent[1], parent[2], seen);
        double distance = Math.hypot(seen[0] - x, seen[1] - y) / viewport.scale();
        double truth = projection.pixels(look.radius(), seen[2]) / viewport.scale();
        return Math.clamp((distance - Math.max(look.marker(), truth)) / 12 - 0.15, 0.0, 1.0);
    }

    private void path(
            Raster raster,
            Places places,
            SkyPaths around,
            Projection projection,
            Viewport viewport,
            SkyStyle style,
            Spot spot) {
        SkyPath path = around.of(spot.id());
        if (path == null || around.generation() != places.frame().catalogue().generation() || spot.strength() <= 0) {
            return;
        }
        boolean dark = style.theme().palette().dark();
        int color = BodyLook.of(spot.id()).color(dark);
        stroke.begin(raster);
        paths.paint(path, places, projection, viewport, style, spot);
        stroke.end(raster, color);
    }

    private void bodies(
            Raster raster, Places places, Projection projection, Viewport viewport, SkyStyle style, List<Spot> spots) {
        Palette palette = style.theme().palette();
        double[] sun = new double[3];
        boolean lit = places.of(SUN, sun);
        double[] at = new double[3];
        List<Spot> farthestFirst = new ArrayList<>(spots);
        farthestFirst.sort(Comparator.comparingDouble(Spot::depth).reversed());
        for (Spot spot : farthestFirst) {
            double reach = spot.radius() * 14;
            if (spot.x() + reach < 0
                    || spot.y() + reach < 0
                    || spot.x() - reach > viewport.width()
                    || spot.y() - reach > viewport.height()) {
                continue;
            }
            if (spot.id() == SUN) {
                orb.sun(raster, spot, palette.dark(), viewport.scale());
                continue;
            }
            places.of(spot.id(), at);
            if (lit) {
                projection.direction(sun[0] - at[0], sun[1] - at[1], sun[2] - at[2], light);
            } else {
                light[0] = -0.5;
                light[1] = 0.5;
                light[2] = 0.7;
            }
            orb.body(raster, spot, places.frame().et(), light, projection, palette.dark());
        }
        for (Spot spot : spots) {
            // A planet that fills the picture needs no mark.
            if (spot.id() == style.selected() && spot.strength() > 0 && spot.radius() < 40 * viewport.scale()) {
                int accent = Palette.argb(palette.sun());
                double gap = 5.5 * viewport.scale();
                raster.ring(spot.x(), spot.y(), spot.radius() + gap, 1.1 * viewport.scale(), accent, 0.85);
            }
        }
    }
}
