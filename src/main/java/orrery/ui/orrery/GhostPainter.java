package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.service.SkyGhost;
import orrery.service.SkyPath;
import orrery.ui.fx.Stroke;
import orrery.ui.fx.Words;

/**
 * Draws bodies a second time where another kernel has them, with the offset exaggerated: a hollow ring, a line to it
 * from the body, its path finely dotted, and a label.
 *
 * <p>Confined to one thread.
 */
final class GhostPainter {
    private static final double RING = 5;
    private static final double FAINT = 0.4;

    private final String name = Words.of(GhostPainter.class).get("ghost.tick");
    private final Stroke stroke;
    private final PathPainter paths;
    private final double[] offset = new double[3];
    private final double[] at = new double[3];
    private final double[] from = new double[3];
    private final double[] to = new double[3];

    GhostPainter(Stroke stroke, PathPainter paths) {
        this.stroke = stroke;
        this.paths = paths;
    }

    /** Draws the ghost of a frame, if it has one. */
    List<Picture.Tick> paint(Painting scene) {
        SkyGhost ghost = scene.places().frame().ghost();
        SkyStyle style = scene.style();
        double scale = scene.viewport().scale();
        List<Picture.Tick> labels = new ArrayList<>();
        for (int id : ghost.ids()) {
            DrawnBody spot = spot(scene.spots(), id);
            double strength = spot == null ? 1 : spot.strength();
            if (strength <= 0 || !see(ghost, id, scene.places(), scene.projection())) {
                continue;
            }
            int color = BodyLook.of(id).color(scene.dark());
            double radius = Math.max(RING * scale, spot == null ? 0 : spot.radius());
            SkyPath way = ghost.path(id);
            stroke.begin(scene.raster());
            if (way != null && (style.center() == SkyStyle.NO_CENTER || style.scale() != ScaleMode.TRUE)) {
                paths.ghost(way, scene, new DrawnBody(id, 0, 0, 0, 0, strength, strength, DrawnBody.Form.MARK));
            }
            stroke.pen(scale);
            link(radius, strength);
            stroke.end(scene.raster(), color);
            scene.raster().ring(to[0], to[1], radius, 1.4 * scale, color, 0.9 * strength);
            labels.add(new Picture.Tick(to[0] + radius, to[1] + radius / 2, name, strength));
        }
        return labels;
    }

    /** Finds the body and its ghost in the picture; returns false if one is missing. */
    private boolean see(SkyGhost ghost, int id, DrawnPositions places, Projection projection) {
        if (!ghost.offset(id, offset) || !places.of(id, at)) {
            return false;
        }
        projection.project(at[0], at[1], at[2], from);
        if (!projection.inFront(from[2])) {
            return false;
        }
        for (int k = 0; k < 3; k++) {
            offset[k] *= ghost.factor();
        }
        places.moved(id, offset, at);
        projection.project(at[0], at[1], at[2], to);
        return projection.inFront(to[2]);
    }

    /** The line from the body to the edge of the ring. */
    private void link(double radius, double strength) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = Math.hypot(dx, dy);
        if (length > radius) {
            double share = 1 - radius / length;
            double ink = FAINT * strength;
            stroke.segment(from[0], from[1], ink, from[0] + dx * share, from[1] + dy * share, ink);
        }
    }

    private static @Nullable DrawnBody spot(List<DrawnBody> spots, int id) {
        for (DrawnBody spot : spots) {
            if (spot.id() == id) {
                return spot;
            }
        }
        return null;
    }
}
