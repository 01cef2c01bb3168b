package orrery.ui.orrery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.service.SkyPath;
import orrery.service.SkyPaths;

/**
 * A path of a body in a picture; whatever is drawn can be read under the pointer.
 *
 * @param kind which of the body's paths
 * @param path its knots
 */
record DrawnPath(Kind kind, SkyPath path) {
    /** The kinds of paths of a body. */
    enum Kind {
        /** Its orbit around its parent, from the kernel. */
        WAY,
        /** Its osculating ellipse. */
        ELLIPSE,
        /** Its past path relative to one body. */
        RELATIVE
    }

    /** Adds the paths drawn for a body to a list; none if the paths do not belong to the frame's kernels. */
    static void of(int body, SkyPaths around, long generation, Camera camera, SkyStyle style, List<DrawnPath> out) {
        if (around.generation() != generation) {
            return;
        }
        boolean centered = style.scale() == ScaleMode.TRUE && style.center() != SkyStyle.NO_CENTER;
        SkyPath relative = centered ? around.relative(body) : null;
        if (relative != null && relative.parent() == style.center() && turnsAlike(around, camera)) {
            if (style.paths() != PathKind.NONE || style.trail() > 0) {
                out.add(new DrawnPath(Kind.RELATIVE, relative));
            }
            return;
        }
        if (centered && body == style.center()) {
            return;
        }
        SkyPath way = around.of(body);
        if (way != null && (style.paths().kernel() || style.trail() > 0)) {
            out.add(new DrawnPath(Kind.WAY, way));
        }
        SkyPath ellipse = style.paths().osculating() ? around.ellipse(body) : null;
        if (ellipse != null) {
            out.add(new DrawnPath(Kind.ELLIPSE, ellipse));
        }
    }

    /** Whether relative paths use axes that rotate with the camera's, or neither rotates. */
    private static boolean turnsAlike(SkyPaths around, Camera camera) {
        boolean pair = camera.frame().kind() == CameraFrame.Kind.PAIR;
        return pair
                ? camera.frame().a() == around.wish().center()
                        && camera.frame().b() == around.wish().turning()
                : !around.wish().turns();
    }

    /** The axes of the path's knots if they rotate with the camera's, or null if the knots are in ICRF. */
    @Nullable
    Axes turning(SkyPaths around, Camera camera) {
        return kind == Kind.RELATIVE && around.wish().turns() ? camera.axes() : null;
    }

    /** The first epoch drawn, TDB seconds past J2000; if a path is not drawn whole, its tail is. */
    double from(SkyStyle style, double et) {
        return switch (kind) {
            case WAY ->
                style.paths().kernel() ? path.start() : Math.max(path.start(), et - style.trail() * path.period());
            case ELLIPSE -> path.start();
            case RELATIVE -> Math.max(path.start(), et - path.period());
        };
    }

    /** The last epoch drawn, TDB seconds past J2000. */
    double until(SkyStyle style, double et) {
        boolean past =
                kind == Kind.RELATIVE || (kind == Kind.WAY && !style.paths().kernel());
        return past ? Math.min(path.end(), et) : path.end();
    }
}
