package orrery.ui.orrery;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orrery.service.SkyPath;
import orrery.service.SkyPreview;
import orrery.ui.fx.Hairline;
import orrery.ui.fx.Stroke;

/**
 * Draws one path: faint all around, and brighter toward the body, like a tail. Pieces are halved until they are
 * straight on screen, and invisible ones are skipped, so that a path looks right from any distance.
 *
 * <p>Confined to one thread; allocates nothing but a {@link Hairline} for a path of a crowd.
 */
final class PathPainter {
    private static final int DEEPEST = 26;
    /** How far, in pixels, a piece may bend and still be drawn as a straight line. */
    private static final double FLAT = 0.2;

    private static final double ROUGHLY_FLAT = 0.6;
    /** The longest piece, in pixels, that may end at a disc's edge. */
    private static final double SHORT = 4;
    /** The number of pieces a path is first cut into, at least. */
    private static final int KNOTS_A_PIECE = 15;

    private static final int LEAST_PIECES = 24;
    /** An ellipse is drawn broken: every second of this many pieces. */
    private static final int DASHES = 240;
    /** A ghost's path is dotted: every third of this many pieces. */
    private static final int GHOST_DASHES = 540;
    /** A preview is drawn this many turns before and after the present, */
    private static final double TRIAL_TURNS = 12;
    /** in this many pieces per turn, or in total, of which two in three are drawn. */
    private static final int TRIAL_PIECES_A_TURN = 36;

    private static final int TRIAL_PIECES = 240;

    /** A point of a path: a knot index plus a fraction, its place in the picture, and whether the eye sees it. */
    private static final class Point {
        private final double[] at = new double[3];
        private double position;
        private boolean seen;
    }

    private final Stroke stroke;
    private final Point[] stack = Stream.generate(Point::new).limit(DEEPEST + 2).toArray(Point[]::new);
    private final double[] point = new double[3];
    private final Point first = new Point();
    private final Point second = new Point();

    // State of the current painting.
    @SuppressWarnings("NullAway.Init") // set by every public method
    private SkyPath path;

    @SuppressWarnings("NullAway.Init")
    private DrawnPositions places;

    @SuppressWarnings("NullAway.Init")
    private Projection projection;

    private @Nullable Axes turning;
    private @Nullable Hairline hairline;
    private double width;
    private double height;
    private double et;
    private double base;
    private double head;
    private double tail;
    private boolean closed;
    private boolean past;
    private boolean before;
    private double beforeX;
    private double beforeY;
    private double beforeRadius;
    private double beforeDepth;

    PathPainter(Stroke stroke) {
        this.stroke = stroke;
    }

    /** Adds a body's orbit around its parent to the current stroke. */
    void paint(SkyPath way, Painting scene, DrawnBody spot) {
        begin(way, scene, spot);
        base = scene.style().paths().kernel() ? base : 0;
        tail = spot.gone() ? 0 : scene.style().trail();
        closed = closes(way);
        if (way.osculating()) {
            dashed();
        } else {
            whole();
        }
    }

    /** Draws a body's orbit around its parent directly, as a hairline: for one of very many. */
    void hair(int rgb, SkyPath way, Painting scene, DrawnBody spot) {
        hairline = new Hairline(scene.raster(), rgb);
        paint(way, scene, spot);
        hairline = null;
    }

    /** From now on, paints only what passes in front of a body's disc. */
    void before(DrawnBody disc) {
        before = true;
        beforeX = disc.x();
        beforeY = disc.y();
        beforeRadius = disc.radius() + 1;
        beforeDepth = disc.depth();
    }

    /** From now on, paints everything again. */
    void everywhere() {
        before = false;
    }

    /** Adds a body's osculating ellipse. */
    void ellipse(SkyPath way, Painting scene, DrawnBody spot) {
        begin(way, scene, spot);
        base *= 1.5;
        tail = 0;
        closed = true;
        dashed();
    }

    /** Adds the path that another kernel gives a body: broken more finely than an ellipse. */
    void ghost(SkyPath way, Painting scene, DrawnBody spot) {
        begin(way, scene, spot);
        base *= 1.7;
        tail = 0;
        closed = true;
        pieces(0, path.size() - 1.0, GHOST_DASHES, 3, 1);
    }

    /** Adds the path of a preview, in long dashes. */
    void preview(SkyPreview.Way way, Painting scene) {
        SkyPath wanted = way.path();
        begin(wanted, scene, new DrawnBody(wanted.body(), 0, 0, 0, 0, 1, 1, DrawnBody.Form.MARK));
        base = 0.85;
        tail = 0;
        stroke.pen(1.3 * scene.viewport().scale());
        closed = true;
        double last = wanted.size() - 1.0;
        double around = TRIAL_TURNS * wanted.period() / wanted.step();
        double middle = way.position(et);
        double start = Math.clamp(middle - around, 0, last);
        double end = Math.clamp(middle + around, 0, last);
        // Counted from the path's start, so that the dashes of successive turns coincide.
        double turn = wanted.period() / wanted.step();
        double piece = turn < last ? turn / TRIAL_PIECES_A_TURN : last / TRIAL_PIECES;
        double from = Math.floor(start / piece / 3) * 3 * piece;
        int count = (int) Math.ceil((end - from) / piece);
        pieces(from, Math.min(last, from + count * piece), count, 3, 2);
    }

    /** Adds a body's past path relative to one body, in axes that rotate with the camera's if it was made so. */
    void relative(SkyPath way, Painting scene, DrawnBody spot, @Nullable Axes along) {
        begin(way, scene, spot);
        turning = along;
        past = true;
        tail = 1;
        base = 0;
        head *= 0.72;
        closed = false;
        whole();
    }

    private void begin(SkyPath way, Painting scene, DrawnBody spot) {
        path = way;
        places = scene.places();
        projection = scene.projection();
        turning = null;
        past = false;
        width = scene.viewport().width();
        height = scene.viewport().height();
        et = places.frame().et();
        boolean chosen = spot.id() == scene.style().selected();
        // Bodies other than planets stay inconspicuous.
        boolean minor = BodyLook.of(spot.id()).rank() > BodyLook.LAST_PLANET;
        double quiet = (scene.dark() ? 0.26 : 0.32) * (minor ? 0.45 : 1);
        base = (chosen ? quiet + 0.16 : quiet) * spot.pathStrength();
        head = (chosen ? 1 : minor ? 0.5 : 0.9) * spot.pathStrength();
        stroke.pen((chosen ? 1.5 : 1.15) * scene.viewport().scale());
    }

    /** Whether the ends are so close that no step is visible: within a thousandth of the first point's distance. */
    private static boolean closes(SkyPath path) {
        int last = path.size() - 1;
        double gap = 0;
        double reach = 0;
        for (int k = 0; k < 3; k++) {
            double d = path.component(last, k) - path.component(0, k);
            gap += d * d;
            reach += path.component(0, k) * path.component(0, k);
        }
        return gap < 4e-5 * reach;
    }

    private void whole() {
        pieces(0, path.size() - 1.0, Math.max(LEAST_PIECES, (path.size() - 1) / KNOTS_A_PIECE), 1, 1);
    }

    private void dashed() {
        pieces(0, path.size() - 1.0, DASHES, 2, 1);
    }

    /** From one position to another in pieces; the first few of every group of pieces are drawn. */
    private void pieces(double start, double last, int count, int every, int drawn) {
        Point a = first;
        Point b = second;
        double extent = last - start;
        look(start, a);
        for (int i = 0; i < count; i++) {
            double from = start + extent * i / count;
            if (past && path.start() + from * path.step() > et) {
                return;
            }
            look(start + extent * (i + 1) / count, b);
            if (i % every < drawn) {
                piece(a, b, 0);
            }
            Point swap = a;
            a = b;
            b = swap;
        }
    }

    private void piece(Point from, Point to, int depth) {
        Point middle = stack[depth];
        look((from.position + to.position) / 2, middle);
        if (!from.seen && !middle.seen && !to.seen) {
            return;
        }
        if (from.seen && middle.seen && to.seen) {
            double[] a = from.at;
            double[] m = middle.at;
            double[] b = to.at;
            if (outside(a, m, b) || (before && besides(a, m, b))) {
                return;
            }
            double bend = Math.abs(m[0] - (a[0] + b[0]) / 2) + Math.abs(m[1] - (a[1] + b[1]) / 2);
            boolean fine = !before || Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) < SHORT;
            if ((fine && bend < (hairline == null ? FLAT : ROUGHLY_FLAT)) || depth >= DEEPEST) {
                double s = strength(middle.position);
                line(a, strength(from.position), m, s);
                line(m, s, b, strength(to.position));
                return;
            }
        } else if (depth >= DEEPEST) {
            return;
        }
        piece(from, middle, depth + 1);
        piece(middle, to, depth + 1);
    }

    private void line(double[] a, double s0, double[] b, double s1) {
        if (before && !crosses(a, b)) {
            return;
        }
        if (hairline == null) {
            stroke.segment(a[0], a[1], s0, b[0], b[1], s1);
        } else {
            hairline.segment(a[0], a[1], s0, b[0], b[1], s1);
        }
    }

    /** Whether the middle of a short piece is in front of the given disc. */
    private boolean crosses(double[] a, double[] b) {
        double dx = (a[0] + b[0]) / 2 - beforeX;
        double dy = (a[1] + b[1]) / 2 - beforeY;
        return a[2] + b[2] < 2 * beforeDepth && dx * dx + dy * dy < beforeRadius * beforeRadius;
    }

    /** Whether all three points are beyond the same side of the picture, with a margin for the curve between them. */
    private boolean outside(double[] a, double[] m, double[] b) {
        double margin = 0.5 * Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])) + 4;
        return Math.max(a[0], Math.max(m[0], b[0])) < -margin
                || Math.min(a[0], Math.min(m[0], b[0])) > width + margin
                || Math.max(a[1], Math.max(m[1], b[1])) < -margin
                || Math.min(a[1], Math.min(m[1], b[1])) > height + margin;
    }

    /** Whether all three points are beyond the same side of the disc's square, or all behind the middle of the disc. */
    private boolean besides(double[] a, double[] m, double[] b) {
        double margin = beforeRadius + 0.5 * Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));
        return Math.max(a[0], Math.max(m[0], b[0])) < beforeX - margin
                || Math.min(a[0], Math.min(m[0], b[0])) > beforeX + margin
                || Math.max(a[1], Math.max(m[1], b[1])) < beforeY - margin
                || Math.min(a[1], Math.min(m[1], b[1])) > beforeY + margin
                || Math.min(a[2], Math.min(m[2], b[2])) > beforeDepth;
    }

    private void look(double position, Point out) {
        out.position = position;
        out.seen = false;
        if (place(path, position, places, turning, point)) {
            projection.project(point[0], point[1], point[2], out.at);
            out.seen = projection.inFront(out.at[2]);
        }
    }

    /** Where a point of a path is drawn, km, ICRF; a position is a knot index plus a fraction. */
    static boolean place(SkyPath path, double position, DrawnPositions places, @Nullable Axes turning, double[] out) {
        int knot = Math.clamp((int) position, 0, path.size() - 2);
        path.between(knot, position - knot, out);
        if (Double.isNaN(out[0])) {
            return false;
        }
        if (turning != null) {
            double x = out[0];
            double y = out[1];
            double z = out[2];
            turning.toSky(x, y, z, out);
        }
        return places.along(path.parent(), out);
    }

    private double strength(double position) {
        double turns = (et - (path.start() + position * path.step())) / path.period();
        if (past) {
            double left = Math.clamp(1 - turns, 0.0, 1.0);
            return turns < 0 ? 0 : head * (0.25 + 0.75 * left * left) * Math.min(1, 8 * left);
        }
        double strength = base;
        if (turns >= 0 && turns < tail) {
            double left = 1 - turns / tail;
            strength += (head - base) * left * left;
        }
        if (closed) {
            return strength;
        }
        // A path need not close (the Moon's does not), so both its ends fade.
        double end = Math.min(position, path.size() - 1 - position) / path.size();
        return strength * Math.clamp(end * 25 + 0.04, 0.0, 1.0);
    }
}
