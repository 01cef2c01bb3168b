package orrery.ui.orrery;

import orrery.ui.fx.Raster;

/**
 * Draws bodies as lit spheres: each pixel of a disc is a normal, lit from where the Sun is, so that the phase is right by
 * itself. Small markers keep some light on their night side, or one would lose them.
 *
 * <p>Confined to one thread.
 */
final class Orb {
    private final double[] pole = new double[3];
    private final RingPainter rings = new RingPainter();

    /** The Sun, with its glow; {@code scale} is the picture's pixels a pixel of the scene. */
    void sun(Raster raster, Spot spot, boolean dark, double scale) {
        glow(raster, spot, dark, scale);
        double r = spot.radius();
        int width = raster.width();
        int left = Math.max(0, (int) Math.floor(spot.x() - r - 1));
        int right = Math.min(width - 1, (int) Math.ceil(spot.x() + r + 1));
        int top = Math.max(0, (int) Math.floor(spot.y() - r - 1));
        int bottom = Math.min(raster.height() - 1, (int) Math.ceil(spot.y() + r + 1));
        for (int row = top; row <= bottom; row++) {
            double dy = row + 0.5 - spot.y();
            for (int column = left; column <= right; column++) {
                double dx = column + 0.5 - spot.x();
                double d = Math.sqrt(dx * dx + dy * dy);
                double cover = Math.min(1, r + 0.5 - d);
                if (cover <= 0) {
                    continue;
                }
                double s = Math.min(1, d / r);
                // Limb darkening, linear law, u = 0.6 (Cox, Allen's Astrophysical Quantities, 14.7).
                double mu = 1 - 0.6 * (1 - Math.sqrt(1 - s * s));
                int rgb = dark ? mix(0xF7A531, 0xFFF6DC, (mu - 0.4) / 0.6) : mix(0xC9771A, 0xF6C453, (mu - 0.4) / 0.6);
                raster.blend(row * width + column, rgb, cover);
            }
        }
    }

    private static void glow(Raster raster, Spot spot, boolean dark, double scale) {
        double r = spot.radius();
        double reach = Math.min(r * 13, Math.max(raster.width(), raster.height()) + r);
        reach = Math.max(reach, 150 * scale);
        int width = raster.width();
        int left = Math.max(0, (int) Math.floor(spot.x() - reach));
        int right = Math.min(width - 1, (int) Math.ceil(spot.x() + reach));
        int top = Math.max(0, (int) Math.floor(spot.y() - reach));
        int bottom = Math.min(raster.height() - 1, (int) Math.ceil(spot.y() + reach));
        double reach2 = reach * reach;
        for (int row = top; row <= bottom; row++) {
            double dy = row + 0.5 - spot.y();
            for (int column = left; column <= right; column++) {
                double dx = column + 0.5 - spot.x();
                double d2 = dx * dx + dy * dy;
                if (d2 >= reach2) {
                    continue;
                }
                double edge = 1 - d2 / reach2;
                double near = r * r / (d2 + r * r);
                double light = edge * edge * (0.95 * near * near + 0.30 * near);
                // A little noise, always the same, keeps the faint slope from breaking into bands.
                double noise = ((((row * 7919 + column * 104729) * 2654435761L) >>> 24) & 255) / 255.0 / 255.0;
                int index = row * width + column;
                if (dark) {
                    raster.add(
                            index, light * 0.98 + noise * 0.6, light * 0.70 + noise * 0.5, light * 0.30 + noise * 0.4);
                } else {
                    raster.blend(index, 0xF2B84B, light * 0.55 + noise * 0.5);
                }
            }
        }
    }

    /**
     * A body lit by the Sun.
     *
     * @param light direction to the Sun as the camera sees it (right, up, towards the camera), any length
     */
    void body(Raster raster, Spot spot, double et, double[] light, Projection projection, boolean dark) {
        double length = Math.sqrt(light[0] * light[0] + light[1] * light[1] + light[2] * light[2]);
        double lx = light[0] / length;
        double ly = light[1] / length;
        double lz = light[2] / length;
        int tint = BodyLook.of(spot.id()).color(dark);
        double r = spot.radius();
        // From a marker to a real sphere, its night side goes from dim to dark.
        double real = Math.clamp((r - 5) / 20, 0.0, 1.0);
        double night = dark ? 0.36 - 0.30 * real : 0.62 - 0.30 * real;
        int width = raster.width();
        int left = Math.max(0, (int) Math.floor(spot.x() - r - 1));
        int right = Math.min(width - 1, (int) Math.ceil(spot.x() + r + 1));
        int top = Math.max(0, (int) Math.floor(spot.y() - r - 1));
        int bottom = Math.min(raster.height() - 1, (int) Math.ceil(spot.y() + r + 1));
        BodyLook look = BodyLook.of(spot.id());
        Surface surface = Surface.of(look);
        boolean figured = r > 6;
        int[] colors = figured ? surface.colors(tint) : new int[0];
        Surface.pole(look, et, pole);
        projection.direction(pole[0], pole[1], pole[2], pole);
        rings.begin(look, pole, new double[] {lx, ly, lz});
        for (int row = top; row <= bottom; row++) {
            double dy = row + 0.5 - spot.y();
            for (int column = left; column <= right; column++) {
                double dx = column + 0.5 - spot.x();
                double d = Math.sqrt(dx * dx + dy * dy);
                double cover = Math.min(1, r + 0.5 - d);
                if (cover <= 0) {
                    continue;
                }
                double nx = dx / r;
                double ny = -dy / r;
                double n2 = nx * nx + ny * ny;
                if (n2 > 1) {
                    double shrink = 1 / Math.sqrt(n2);
                    nx *= shrink;
                    ny *= shrink;
                    n2 = 1;
                }
                double nz = Math.sqrt(1 - n2);
                double day = Math.max(0, nx * lx + ny * ly + nz * lz);
                if (figured && day > 0) {
                    day *= 0.15 + 0.85 * rings.through(nx, ny, nz);
                }
                double shine = night + (1 - night) * Math.sqrt(day) * (0.82 + 0.18 * nz);
                double sine = nx * pole[0] + ny * pole[1] + nz * pole[2];
                int rgb = figured ? colors[(int) ((Math.clamp(sine, -1.0, 1.0) + 1) * (Surface.STEPS / 2))] : tint;
                raster.blend(row * width + column, dim(rgb, shine), cover * spot.strength());
            }
        }
        rings.paint(raster, spot, tint, dark);
    }

    private static int dim(int rgb, double k) {
        int r = (int) (((rgb >> 16) & 255) * k);
        int g = (int) (((rgb >> 8) & 255) * k);
        int b = (int) ((rgb & 255) * k);
        return (r << 16) | (g << 8) | b;
    }

    static int mix(int from, int to, double share) {
        double s = Math.clamp(share, 0.0, 1.0);
        int r = (int) (((from >> 16) & 255) * (1 - s) + ((to >> 16) & 255) * s);
        int g = (int) (((from >> 8) & 255) * (1 - s) + ((to >> 8) & 255) * s);
        int b = (int) ((from & 255) * (1 - s) + (to & 255) * s);
        return (r << 16) | (g << 8) | b;
    }
}
