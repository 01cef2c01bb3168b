package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.List;
import orrery.service.SkyFrame;
import orrery.service.SkyTrial;
import orrery.time.DateFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Stroke;
import orrery.ui.fx.Words;

/**
 * Draws what is tried out and not loaded: its way in long dashes of the accent, a hollow diamond where the body is, and its
 * name. Before and after the time that it holds, the diamond stands at the nearer end, with the date.
 *
 * <p>Confined to one thread.
 */
final class TrialPainter {
    private static final double DIAMOND = 6;
    private static final double LINE = 1.5;

    private final Words words = Words.of(TrialPainter.class);
    private final DateFormat date = DateFormat.minutes(TimeScale.TDB).spaced();
    private final Stroke stroke;
    private final PathPainter paths;
    private final double[] at = new double[3];
    private final double[] seen = new double[3];

    TrialPainter(Stroke stroke, PathPainter paths) {
        this.stroke = stroke;
        this.paths = paths;
    }

    /** Draws what a frame carries; nothing where it carries none. */
    List<Picture.Tick> paint(
            Raster raster, DrawnPositions places, Projection projection, Viewport viewport, SkyStyle style) {
        SkyFrame frame = places.frame();
        List<Picture.Tick> said = new ArrayList<>();
        int color = Palette.argb(style.theme().palette().sun());
        for (SkyTrial.Way way : frame.trial().ways()) {
            stroke.begin(raster);
            paths.trial(way, places, projection, viewport, style);
            double position = way.position(frame.et());
            if (PathPainter.place(way.path(), position, places, null, at)) {
                projection.project(at[0], at[1], at[2], seen);
                if (projection.inFront(seen[2])) {
                    diamond(seen[0], seen[1], DIAMOND * viewport.scale(), LINE * viewport.scale());
                    double aside = DIAMOND * viewport.scale();
                    said.add(new Picture.Tick(seen[0] + aside, seen[1] + aside / 2, label(way, frame.et()), 1));
                }
            }
            stroke.end(raster, color);
        }
        return said;
    }

    private void diamond(double x, double y, double r, double line) {
        stroke.segment(x - r, y, 1, x, y - r, 1, line);
        stroke.segment(x, y - r, 1, x + r, y, 1, line);
        stroke.segment(x + r, y, 1, x, y + r, 1, line);
        stroke.segment(x, y + r, 1, x - r, y, 1, line);
    }

    private String label(SkyTrial.Way way, double et) {
        return way.covers(et)
                ? words.get("trial.label", way.name())
                : et < way.path().start()
                        ? words.get(
                                "trial.label.from",
                                way.name(),
                                date.format(way.path().start()))
                        : words.get(
                                "trial.label.to",
                                way.name(),
                                date.format(way.path().end()));
    }
}
