package orrery.ui.orrery;

import orrery.math.Vectors;
import orrery.service.SkyFrame;
import orrery.ui.fx.Raster;

/**
 * Draws bodies as lit spheres: each pixel of a disc is a surface normal, lit from the direction of the Sun, so that the
 * phase comes out right. Small markers keep some light on their night side so that they stay visible.
 *
 * <p>Confined to one thread.
 */
final class BodyPainter {
    private final double[] pole = new double[3];
    private final double[] lit = new double[3];
    private final double[] turn = new double[9];
    private final double[] axes = new double[9];
    private final double[] row = new double[3];
    private final Spheroid figure = new Spheroid();
    private final RingPainter rings = new RingPainter();
    private final boolean patient;

    /** @param patient whether to wait until a body's surface is ready, or omit it until then */
    BodyPainter(boolean patient) {
        this.patient = patient;
    }

    /** The Sun, with its glow; {@code scale} is the number of picture pixels per scene pixel. */
    void sun(Raster raster, DrawnBody spot, boolean dark, double scale) {
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

    private static void glow(Raster raster, DrawnBody spot, boolean dark, double scale) {
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
                // A little fixed noise keeps the faint gradient from breaking into bands.
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
     * @param frame gives the orientation of the body
     * @param light direction to the Sun in the camera's axes (right, up, toward the camera), any length
     */
    void body(Raster raster, DrawnBody spot, SkyFrame frame, double[] light, Projection projection, boolean dark) {
        double length = Vectors.length(light);
        lit[0] = light[0] / length;
        lit[1] = light[1] / length;
        lit[2] = light[2] / length;
        BodyLook look = BodyLook.of(spot.id());
        orient(frame, spot.id(), projection);
        double flattening = look.flattening();
        // From a marker to a real body, the night side goes from dim to dark, and the tint becomes a surface.
        double real = Math.clamp((spot.radius() - 6) / 16, 0.0, 1.0);
        figure.begin(pole, real > 0 ? flattening : 0);
        // The radius is the mean one; the equatorial radius is slightly larger.
        double r = real > 0 ? spot.radius() / Math.cbrt(1 - flattening) : spot.radius();
        rings.begin(look, pole, lit, figure, spot.radius() / r);
        if (real > 0 && dark) {
            air(raster, spot, look, r);
        }
        disc(raster, spot, look, r, real, dark);
        // From nearby a ring has its own color, on paper too.
        rings.paint(raster, spot, r, mix(look.color(dark), look.tint(), real), dark);
    }

    /** The body's axes in the camera's axes. */
    private void orient(SkyFrame frame, int id, Projection projection) {
        int index = frame.catalogue().placeOf(id);
        if (index < 0 || !frame.turn(index, turn)) {
            for (int i = 0; i < 9; i++) {
                turn[i] = i % 4 == 0 ? 1 : 0;
            }
        }
        for (int i = 0; i < 3; i++) {
            projection.direction(turn[3 * i], turn[3 * i + 1], turn[3 * i + 2], row);
            System.arraycopy(row, 0, axes, 3 * i, 3);
        }
        pole[0] = axes[6];
        pole[1] = axes[7];
        pole[2] = axes[8];
    }

    private void disc(Raster raster, DrawnBody spot, BodyLook look, double r, double real, boolean dark) {
        int tint = look.color(dark);
        // A mark keeps some light on its night side, so that it stays visible; a body has none but the Sun's.
        double night = (dark ? 0.36 : 0.76) * (1 - real);
        Globe globe = real > 0 ? SurfacePrefetch.globe(look, patient) : null;
        double level = globe == null ? 0 : globe.level(r);
        Atmosphere air = Atmosphere.of(look);
        int width = raster.width();
        int left = Math.max(0, (int) Math.floor(spot.x() - r - 1));
        int right = Math.min(width - 1, (int) Math.ceil(spot.x() + r + 1));
        int top = Math.max(0, (int) Math.floor(spot.y() - r - 1));
        int bottom = Math.min(raster.height() - 1, (int) Math.ceil(spot.y() + r + 1));
        for (int line = top; line <= bottom; line++) {
            double py = (spot.y() - line - 0.5) / r;
            for (int column = left; column <= right; column++) {
                double px = (column + 0.5 - spot.x()) / r;
                double cover = Math.min(1, 0.5 + figure.inside(px, py) * r);
                if (cover <= 0) {
                    continue;
                }
                figure.hit(px, py);
                double sun = figure.nx * lit[0] + figure.ny * lit[1] + figure.nz * lit[2];
                double day = Math.max(0, sun);
                int rgb = tint;
                if (globe != null) {
                    if (day > 0) {
                        day *= 0.12 + 0.88 * rings.through(figure.x, figure.y, figure.z, 1.5 / r);
                    }
                    int ground = globe.at(
                            level,
                            figure.x * axes[0] + figure.y * axes[1] + figure.z * axes[2],
                            figure.x * axes[3] + figure.y * axes[4] + figure.z * axes[5],
                            figure.x * axes[6] + figure.y * axes[7] + figure.z * axes[8]);
                    double haze = 1 - figure.nz;
                    ground = BodyPainter.mix(ground, air.color(), air.haze() * haze * haze * (0.35 + 0.65 * haze));
                    rgb = BodyPainter.mix(tint, ground, real);
                }
                // Marks are lit softly, so that their phase shows; bodies almost by the cosine law.
                double soft = Math.sqrt(day);
                double fall = soft + (Math.pow(day, 0.72) - soft) * real;
                double shine = night + (1 - night) * fall * (0.82 + 0.18 * figure.nz);
                raster.blend(line * width + column, dim(rgb, shine), cover * spot.strength());
            }
        }
    }

    /** The light that an atmosphere scatters beyond the limb on the day side. */
    private void air(Raster raster, DrawnBody spot, BodyLook look, double r) {
        Atmosphere air = Atmosphere.of(look);
        if (air.height() <= 0) {
            return;
        }
        double reach = r * (1 + 6 * air.height()) + 2;
        double fade = Math.max(air.height() * r, 0.7);
        int left = Math.max(0, (int) Math.floor(spot.x() - reach));
        int right = Math.min(raster.width() - 1, (int) Math.ceil(spot.x() + reach));
        int top = Math.max(0, (int) Math.floor(spot.y() - reach));
        int bottom = Math.min(raster.height() - 1, (int) Math.ceil(spot.y() + reach));
        double red = ((air.color() >> 16) & 255) / 255.0;
        double green = ((air.color() >> 8) & 255) / 255.0;
        double blue = (air.color() & 255) / 255.0;
        for (int line = top; line <= bottom; line++) {
            double dy = spot.y() - line - 0.5;
            for (int column = left; column <= right; column++) {
                double dx = column + 0.5 - spot.x();
                double d2 = dx * dx + dy * dy;
                if (d2 > reach * reach || d2 < 0.7 * r * r) {
                    continue;
                }
                // Above the outline, which is not a circle for a flattened body.
                double above = -figure.inside(dx / r, dy / r) * r;
                if (above < -1) {
                    continue;
                }
                double sun = (dx * lit[0] + dy * lit[1]) / Math.sqrt(d2);
                double glow = 0.75 * Math.exp(-Math.max(0, above) / fade) * Math.clamp(0.30 + sun, 0.0, 1.0);
                raster.add(line * raster.width() + column, glow * red, glow * green, glow * blue);
            }
        }
    }

    private static int dim(int rgb, double k) {
        int r = (int) (((rgb >> 16) & 255) * k);
        int g = (int) (((rgb >> 8) & 255) * k);
        int b = (int) ((rgb & 255) * k);
        return (r << 16) | (g << 8) | b;
    }

    static int mix(int from, int to, double share) {
        int s = (int) (Math.clamp(share, 0.0, 1.0) * 256);
        int r = (from >> 16) & 255;
        int g = (from >> 8) & 255;
        int b = from & 255;
        r += ((((to >> 16) & 255) - r) * s) >> 8;
        g += ((((to >> 8) & 255) - g) * s) >> 8;
        b += (((to & 255) - b) * s) >> 8;
        return (r << 16) | (g << 8) | b;
    }
}
