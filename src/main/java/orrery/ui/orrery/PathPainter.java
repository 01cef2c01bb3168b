package orrery.ui.orrery;

import orrery.service.SkyPath;
import orrery.ui.fx.Stroke;

/**
 * Draws one path: faint all round, brighter towards the body, as if it left a tail. Pieces are halved until they are
 * straight on screen, and what is out of sight is left out, so that a path holds from any distance.
 *
 * <p>Confined to one thread.
 */
final class PathPainter {
    private static final int DEEPEST = 22;
    /** How far, in pixels, a piece may bend and still be drawn straight. */
    private static final double FLAT = 0.2;

    private final Stroke stroke;

    PathPainter(Stroke stroke) {
        this.stroke = stroke;
    }

    /** Adds the path of a spot to the stroke that has been begun. */
    void paint(SkyPath path, Places places, Projection projection, Viewport viewport, SkyStyle style, Spot spot) {
        new Run(path, places, projection, viewport, style, spot, stroke).paint();
    }

    /** One painting of one path. */
    private static final class Run {
        private final SkyPath path;
        private final Places places;
        private final Projection projection;
        private final Viewport viewport;
        private final Stroke stroke;
        private final double et;
        private final double base;
        private final double head;
        private final double tail;
        private final double line;
        private final boolean closed;
        private final double[] point = new double[3];

        Run(
                SkyPath path,
                Places places,
                Projection projection,
                Viewport viewport,
                SkyStyle style,
                Spot spot,
                Stroke stroke) {
            this.path = path;
            this.places = places;
            this.projection = projection;
            this.viewport = viewport;
            this.stroke = stroke;
            this.et = places.frame().et();
            boolean dark = style.theme().palette().dark();
            boolean chosen = spot.id() == style.selected();
            // What is not a planet keeps out of the way.
            boolean minor = BodyLook.of(spot.id()).rank() > BodyLook.LAST_PLANET;
            double quiet = (dark ? 0.26 : 0.32) * (minor ? 0.45 : 1);
            this.base = style.orbits() ? (chosen ? quiet + 0.16 : quiet) * spot.strength() : 0;
            this.head = (chosen ? 1 : minor ? 0.5 : 0.9) * spot.strength();
            this.tail = style.trail();
            this.closed = closes(path);
            this.line = (chosen ? 1.5 : 1.15) * viewport.scale();
        }

        /** Whether the ends are so near that nobody sees a step: within a thousandth of the first point's distance. */
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

        void paint() {
            double[] a = new double[3];
            double[] b = new double[3];
            boolean seen = look(0, 0, a);
            for (int knot = 0; knot + 1 < path.size(); knot++) {
                boolean next = look(knot, 1, b);
                piece(knot, 0, a, seen, 1, b, next, 0);
                double[] swap = a;
                a = b;
                b = swap;
                seen = next;
            }
        }

        private void piece(
                int knot, double f0, double[] a, boolean seen0, double f1, double[] b, boolean seen1, int depth) {
            double middle = (f0 + f1) / 2;
            double[] m = new double[3];
            boolean seen = look(knot, middle, m);
            if (!seen0 && !seen && !seen1) {
                return;
            }
            if (seen0 && seen && seen1) {
                if (outside(a, m, b)) {
                    return;
                }
                double bend = Math.hypot(m[0] - (a[0] + b[0]) / 2, m[1] - (a[1] + b[1]) / 2);
                if (bend < FLAT || depth >= DEEPEST) {
                    double s0 = strength(knot + f0);
                    double s1 = strength(knot + middle);
                    double s2 = strength(knot + f1);
                    stroke.segment(a[0], a[1], s0, m[0], m[1], s1, line);
                    stroke.segment(m[0], m[1], s1, b[0], b[1], s2, line);
                    return;
                }
            } else if (depth >= DEEPEST) {
                return;
            }
            piece(knot, f0, a, seen0, middle, m, seen, depth + 1);
            piece(knot, middle, m, seen, f1, b, seen1, depth + 1);
        }

        /** Whether all three points are beyond the same side of the picture, by a margin for the bend between them. */
        private boolean outside(double[] a, double[] m, double[] b) {
            double margin = 0.5 * Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])) + 4;
            return Math.max(a[0], Math.max(m[0], b[0])) < -margin
                    || Math.min(a[0], Math.min(m[0], b[0])) > viewport.width() + margin
                    || Math.max(a[1], Math.max(m[1], b[1])) < -margin
                    || Math.min(a[1], Math.min(m[1], b[1])) > viewport.height() + margin;
        }

        private boolean look(int knot, double fraction, double[] out) {
            path.between(knot, fraction, point);
            if (!places.along(path.parent(), point)) {
                return false;
            }
            projection.project(point[0], point[1], point[2], out);
            return projection.inFront(out[2]);
        }

        private double strength(double position) {
            double turns = (et - (path.start() + position * path.step())) / path.period();
            double strength = base;
            if (turns >= 0 && turns < tail) {
                double left = 1 - turns / tail;
                strength += (head - base) * left * left;
            }
            if (closed) {
                return strength;
            }
            // A path need not close (the Moon's does not): both its ends fade.
            double end = Math.min(position, path.size() - 1 - position) / path.size();
            return strength * Math.clamp(end * 25 + 0.04, 0.0, 1.0);
        }
    }
}
