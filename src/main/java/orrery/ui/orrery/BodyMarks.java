package orrery.ui.orrery;

import orrery.spk.BodyKind;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Stroke;

/**
 * Marks of bodies too small to be seen, distinguished by shape as well as color: a diamond for asteroids, a drop-like
 * triangle for comets, a square with wings for spacecraft, an upright triangle for stations, a cross for empty points.
 * Planets and moons are small lit discs. A body that no kernel covers now is a hollow ring.
 *
 * <p>Confined to one thread.
 */
final class BodyMarks {
    private final Stroke stroke;

    BodyMarks(Stroke stroke) {
        this.stroke = stroke;
    }

    /** Whether a kind of body is marked by a shape rather than a disc. */
    static boolean has(BodyKind kind) {
        return switch (kind) {
            case ASTEROID, COMET, SPACECRAFT, STATION, LAGRANGE_POINT, BARYCENTER, UNKNOWN, TIME -> true;
            case STAR, PLANET, MOON -> false;
        };
    }

    /** Draws the mark of a body. */
    void paint(Raster raster, DrawnBody spot, BodyKind kind, int rgb, double scale) {
        double x = spot.x();
        double y = spot.y();
        double strength = spot.strength();
        if (spot.gone()) {
            raster.ring(x, y, spot.radius() + 1.2 * scale, 1.1 * scale, rgb, 0.8 * strength);
            return;
        }
        double r = spot.radius() + 0.9 * scale;
        stroke.begin(raster);
        stroke.pen(1.2 * scale);
        switch (kind) {
            case ASTEROID -> {
                fill(raster, x, y, r, rgb, strength);
                return;
            }
            case COMET -> {
                line(x - r, y + r, x + r, y + r, strength);
                line(x + r, y + r, x, y - 1.2 * r, strength);
                line(x, y - 1.2 * r, x - r, y + r, strength);
            }
            case SPACECRAFT -> {
                double b = 0.62 * r;
                line(x - b, y - b, x + b, y - b, strength);
                line(x + b, y - b, x + b, y + b, strength);
                line(x + b, y + b, x - b, y + b, strength);
                line(x - b, y + b, x - b, y - b, strength);
                line(x - 2.4 * r, y, x - b, y, strength);
                line(x + b, y, x + 2.4 * r, y, strength);
            }
            case STATION -> {
                line(x - r, y - r, x + r, y - r, strength);
                line(x + r, y - r, x, y + r, strength);
                line(x, y + r, x - r, y - r, strength);
            }
            default -> {
                line(x - 1.3 * r, y, x + 1.3 * r, y, strength);
                line(x, y - 1.3 * r, x, y + 1.3 * r, strength);
            }
        }
        stroke.end(raster, rgb);
    }

    private void line(double x0, double y0, double x1, double y1, double strength) {
        stroke.segment(x0, y0, strength, x1, y1, strength);
    }

    /** A diamond with soft edges. */
    private static void fill(Raster raster, double x, double y, double r, int rgb, double strength) {
        double reach = r + 1;
        int left = Math.max(0, (int) Math.floor(x - reach));
        int right = Math.min(raster.width() - 1, (int) Math.ceil(x + reach));
        int top = Math.max(0, (int) Math.floor(y - reach));
        int bottom = Math.min(raster.height() - 1, (int) Math.ceil(y + reach));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double away = Math.abs(column + 0.5 - x) + Math.abs(row + 0.5 - y);
                double cover = Math.min(1, (r - away) * 0.7071 + 0.5);
                if (cover > 0) {
                    raster.blend(row * raster.width() + column, rgb, cover * strength);
                }
            }
        }
    }
}
