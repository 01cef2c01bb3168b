package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.List;
import orrery.service.SkyFrame;
import orrery.service.SkyPreview;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Stroke;
import orrery.ui.fx.Words;

/**
 * Draws a preview that is not loaded: its path in long dashes of the accent color, a hollow diamond at the body, and
 * its name. Before and after its coverage, the diamond is at the nearer end, with the date.
 *
 * <p>Confined to one thread.
 */
final class PreviewPainter {
    private static final double DIAMOND = 6;
    private static final double LINE = 1.5;
    private static final double FAINT = 0.35;

    private final Words words = Words.of(PreviewPainter.class);
    private final EpochFormat date = EpochFormat.minutes(TimeScale.TDB).spaced();
    private final Stroke stroke;
    private final PathPainter paths;
    private final double[] at = new double[3];
    private final double[] seen = new double[3];

    PreviewPainter(Stroke stroke, PathPainter paths) {
        this.stroke = stroke;
        this.paths = paths;
    }

    /** Draws the preview paths of a frame; if only what passes in front of a disc is painted, only that part. */
    void ways(Painting scene) {
        int color = Palette.argb(scene.palette().sun());
        for (SkyPreview.Way way : scene.places().frame().preview().ways()) {
            stroke.begin(scene.raster());
            paths.preview(way, scene);
            stroke.end(scene.raster(), color);
        }
    }

    /** Draws the preview bodies; faint behind a disc. */
    List<Picture.Tick> marks(Painting scene) {
        SkyFrame frame = scene.places().frame();
        Projection projection = scene.projection();
        List<Picture.Tick> labels = new ArrayList<>();
        int color = Palette.argb(scene.palette().sun());
        for (SkyPreview.Way way : frame.preview().ways()) {
            if (!PathPainter.place(way.path(), way.position(frame.et()), scene.places(), null, at)) {
                continue;
            }
            projection.project(at[0], at[1], at[2], seen);
            if (!projection.inFront(seen[2])) {
                continue;
            }
            double strength = isBehind(scene.spots()) ? FAINT : 1;
            double radius = DIAMOND * scene.viewport().scale();
            stroke.begin(scene.raster());
            stroke.pen(LINE * scene.viewport().scale());
            diamond(seen[0], seen[1], radius, strength);
            stroke.end(scene.raster(), color);
            labels.add(new Picture.Tick(seen[0] + radius, seen[1] + radius / 2, label(way, frame.et()), strength));
        }
        return labels;
    }

    /** Whether a disc of this size lies in front of the last projected point. */
    private boolean isBehind(List<DrawnBody> spots) {
        for (DrawnBody spot : spots) {
            if (spot.trueSize()
                    && spot.depth() < seen[2]
                    && Math.hypot(spot.x() - seen[0], spot.y() - seen[1]) < spot.radius()) {
                return true;
            }
        }
        return false;
    }

    private void diamond(double x, double y, double r, double ink) {
        stroke.segment(x - r, y, ink, x, y - r, ink);
        stroke.segment(x, y - r, ink, x + r, y, ink);
        stroke.segment(x + r, y, ink, x, y + r, ink);
        stroke.segment(x, y + r, ink, x - r, y, ink);
    }

    private String label(SkyPreview.Way way, double et) {
        return way.covers(et)
                ? words.get("preview.label", way.name())
                : et < way.path().start()
                        ? words.get(
                                "preview.label.from",
                                way.name(),
                                date.format(way.path().start()))
                        : words.get(
                                "preview.label.to",
                                way.name(),
                                date.format(way.path().end()));
    }
}
