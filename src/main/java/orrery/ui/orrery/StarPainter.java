package orrery.ui.orrery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import orrery.ui.fx.Raster;

/**
 * The bright stars behind everything, at their J2000 directions, larger if brighter; proper motion since then is far
 * below a pixel. On paper they are ink, as in an atlas.
 *
 * <p>Confined to one thread.
 */
final class StarPainter {
    private static final String CATALOGUE = "/orrery/assets/stars/bright.csv";
    private static final List<Star> STARS = read();
    private static final int WARM = 0xFFD9B0;
    private static final int COOL = 0xC4D6FF;
    private static final int INK = 0x4A4F5A;
    /** Stars brighter than this have a halo. */
    private static final double HALO = 2.2;

    private final double[] seen = new double[3];

    /** A direction as a unit vector in ICRF, the V magnitude and the color on a dark sky. */
    private record Star(double x, double y, double z, double magnitude, int tint) {}

    void paint(Raster raster, Projection projection, Viewport viewport, boolean dark) {
        double scale = viewport.scale();
        for (Star star : STARS) {
            if (!projection.infinity(star.x, star.y, star.z, seen)
                    || seen[0] < -2
                    || seen[1] < -2
                    || seen[0] > viewport.width() + 2
                    || seen[1] > viewport.height() + 2) {
                continue;
            }
            double radius = (0.5 + 0.25 * Math.max(0, 4 - star.magnitude)) * scale;
            double strength = Math.clamp(1.12 - 0.14 * star.magnitude, 0.3, 0.97);
            if (dark && star.magnitude < HALO) {
                halo(raster, radius * 3 + 2 * scale, star.tint, 0.11 * (HALO - star.magnitude));
            }
            raster.disc(seen[0], seen[1], radius, dark ? star.tint : INK, dark ? strength : strength * 0.62);
        }
    }

    /** The appearance of a bright star: light that falls off smoothly to nothing. */
    private void halo(Raster raster, double reach, int tint, double strength) {
        int left = Math.max(0, (int) Math.floor(seen[0] - reach));
        int right = Math.min(raster.width() - 1, (int) Math.ceil(seen[0] + reach));
        int top = Math.max(0, (int) Math.floor(seen[1] - reach));
        int bottom = Math.min(raster.height() - 1, (int) Math.ceil(seen[1] + reach));
        for (int row = top; row <= bottom; row++) {
            double dy = (row + 0.5 - seen[1]) / reach;
            for (int column = left; column <= right; column++) {
                double dx = (column + 0.5 - seen[0]) / reach;
                double edge = 1 - dx * dx - dy * dy;
                if (edge > 0) {
                    raster.blend(row * raster.width() + column, tint, strength * edge * edge * edge);
                }
            }
        }
    }

    private static List<Star> read() {
        List<Star> stars = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(StarPainter.class.getResourceAsStream(CATALOGUE), CATALOGUE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    stars.add(star(line.split(";")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(CATALOGUE + " cannot be read", e);
        }
        return List.copyOf(stars);
    }

    private static Star star(String[] fields) {
        double ra = Math.toRadians(Double.parseDouble(fields[0]));
        double dec = Math.toRadians(Double.parseDouble(fields[1]));
        double color = Double.parseDouble(fields[3]);
        int tint = color < 0.45
                ? BodyPainter.mix(COOL, 0xFFFFFF, (color + 0.2) / 0.65)
                : BodyPainter.mix(0xFFFFFF, WARM, (color - 0.45) / 1.0);
        return new Star(
                Math.cos(dec) * Math.cos(ra),
                Math.cos(dec) * Math.sin(ra),
                Math.sin(dec),
                Double.parseDouble(fields[2]),
                tint);
    }
}
