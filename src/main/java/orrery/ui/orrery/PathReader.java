package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.math.Vectors;
import orrery.service.SkyPath;

/**
 * Reads a path under the pointer: which body, when, where and how fast.
 *
 * <p>Confined to one thread.
 */
final class PathReader {
    private static final int LEAST_PIECES = 180;
    private static final int BISECTIONS = 30;

    private final List<DrawnPath> drawn = new ArrayList<>();
    private final double[] point = new double[3];
    private final double[] ahead = new double[3];
    private final double[] seen = new double[3];

    /**
     * A point of a path.
     *
     * @param body NAIF id
     * @param center NAIF id of the body that position and velocity are relative to
     * @param et TDB seconds past J2000
     * @param x column of the point, picture pixels
     * @param y row of the point, picture pixels
     * @param position relative to the center, km, ICRF; NaN in rotating axes
     * @param distance from the center, km
     * @param speed relative to the center, km/s
     * @param osculating whether the path is the osculating ellipse, not the kernel's
     * @param apart distance from the point at the same epoch on the other path, if the kernel's own path and the
     * ellipse are both drawn, km; else NaN
     */
    record Reading(
            int body,
            int center,
            double et,
            double x,
            double y,
            Vector position,
            double distance,
            double speed,
            boolean osculating,
            double apart) {}

    /** Three components. */
    record Vector(double x, double y, double z) {}

    /** A pixel of a picture. */
    private record Aim(Picture picture, DrawnPositions places, double x, double y) {}

    /** The path nearest to a pixel and within reach, or null. */
    @Nullable
    Reading at(Picture picture, double x, double y, double reach) {
        DrawnPositions places =
                new DrawnPositions(picture.frame(), picture.style().scale());
        Aim aim = new Aim(picture, places, x, y);
        Reading best = null;
        double nearest = reach;
        for (DrawnBody spot : picture.spots()) {
            if (spot.pathStrength() < 0.3) {
                continue;
            }
            drawn.clear();
            DrawnPath.of(
                    spot.id(),
                    picture.paths(),
                    picture.frame().catalogue().generation(),
                    picture.camera(),
                    picture.style(),
                    drawn);
            for (DrawnPath one : drawn) {
                // Where an ellipse coincides with the kernel's own path, the latter is read.
                boolean aside = one.kind() == DrawnPath.Kind.ELLIPSE && best != null && best.body() == spot.id();
                double within = aside ? nearest - picture.viewport().scale() : nearest;
                Axes turning = one.turning(picture.paths(), picture.camera());
                double position = nearest(one, turning, aim, within);
                if (position >= 0) {
                    nearest = away(one.path(), position, turning, aim);
                    best = read(spot.id(), one, position, turning != null, apart(one, position));
                }
            }
        }
        return best;
    }

    /** The distance between the kernel's own path and the ellipse at one epoch, if both are drawn, km; else NaN. */
    private double apart(DrawnPath read, double position) {
        SkyPath path = read.path();
        double et = path.start() + position * path.step();
        for (DrawnPath other : drawn) {
            SkyPath beside = other.path();
            if (other.kind() != read.kind()
                    && beside.parent() == path.parent()
                    && path.osculating() != beside.osculating()
                    && et >= beside.start()
                    && et <= beside.end()) {
                between(path, position, point);
                between(beside, (et - beside.start()) / beside.step(), ahead);
                return Vectors.distance(ahead, point);
            }
        }
        return Double.NaN;
    }

    private static void between(SkyPath path, double position, double[] out) {
        int knot = Math.clamp((int) position, 0, path.size() - 2);
        path.between(knot, position - knot, out);
    }

    /** The position on a drawn path nearest to a pixel, if within reach; else negative. */
    private double nearest(DrawnPath drawnPath, @Nullable Axes turning, Aim aim, double reach) {
        SkyPath path = drawnPath.path();
        SkyStyle style = aim.picture.style();
        double et = aim.picture.frame().et();
        double first = (drawnPath.from(style, et) - path.start()) / path.step();
        double last = Math.min(path.size() - 1, (drawnPath.until(style, et) - path.start()) / path.step());
        if (!(last > first)) {
            return -1;
        }
        int pieces = Math.max(LEAST_PIECES, (path.size() - 1) / 2);
        double piece = (last - first) / pieces;
        double best = -1;
        double within = reach;
        double x0 = 0;
        double y0 = 0;
        boolean have = false;
        for (int i = 0; i <= pieces; i++) {
            boolean now = see(path, i == pieces ? last : first + piece * i, turning, aim);
            double x1 = seen[0];
            double y1 = seen[1];
            if (now && have) {
                double dx = x1 - x0;
                double dy = y1 - y0;
                double length = dx * dx + dy * dy;
                double t = length == 0 ? 0 : Math.clamp(((aim.x - x0) * dx + (aim.y - y0) * dy) / length, 0.0, 1.0);
                // A chord deviates from its arc: refine where it might matter.
                double away = Math.hypot(x0 + t * dx - aim.x, y0 + t * dy - aim.y) - 0.02 * Math.sqrt(length);
                if (away < within) {
                    double middle = first + piece * (i - 1 + t);
                    double low = Math.max(first, middle - piece);
                    double position = closer(path, turning, aim, low, Math.min(last, middle + piece));
                    double exact = away(path, position, turning, aim);
                    if (exact < within) {
                        within = exact;
                        best = position;
                    }
                }
            }
            have = now;
            x0 = x1;
            y0 = y1;
        }
        return best;
    }

    private double closer(SkyPath path, @Nullable Axes turning, Aim aim, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < BISECTIONS; i++) {
            double a = low + (high - low) / 3;
            double b = high - (high - low) / 3;
            if (away(path, a, turning, aim) < away(path, b, turning, aim)) {
                high = b;
            } else {
                low = a;
            }
        }
        return (low + high) / 2;
    }

    private double away(SkyPath path, double position, @Nullable Axes turning, Aim aim) {
        return see(path, position, turning, aim) ? Math.hypot(seen[0] - aim.x, seen[1] - aim.y) : Double.MAX_VALUE;
    }

    private boolean see(SkyPath path, double position, @Nullable Axes turning, Aim aim) {
        if (!PathPainter.place(path, position, aim.places, turning, point)) {
            return false;
        }
        aim.picture.projection().project(point[0], point[1], point[2], seen);
        return aim.picture.projection().inFront(seen[2]);
    }

    private Reading read(int body, DrawnPath read, double position, boolean turning, double apart) {
        SkyPath path = read.path();
        int knot = Math.clamp((int) position, 0, path.size() - 2);
        double fraction = position - knot;
        path.between(knot, fraction, point);
        // The speed along the same cubic, over a thousandth of a step.
        double from = Math.min(fraction, 0.999);
        path.between(knot, from, ahead);
        double distance = Vectors.length(point);
        double x = ahead[0];
        double y = ahead[1];
        double z = ahead[2];
        path.between(knot, from + 0.001, ahead);
        double way = Vectors.length(ahead[0] - x, ahead[1] - y, ahead[2] - z);
        return new Reading(
                body,
                path.parent(),
                path.start() + position * path.step(),
                seen[0],
                seen[1],
                turning ? new Vector(Double.NaN, Double.NaN, Double.NaN) : new Vector(point[0], point[1], point[2]),
                distance,
                way / (0.001 * path.step()),
                path.osculating(),
                apart);
    }
}
