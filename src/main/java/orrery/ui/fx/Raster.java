package orrery.ui.fx;

import java.util.Arrays;

/**
 * A picture in memory, drawn without JavaFX: opaque pixels as 0xFFRRGGBB, row by row from the top left. Coordinates are
 * in pixels, with the center of the first pixel at (0.5, 0.5). Whatever is outside is clipped.
 *
 * <p>Why not a canvas: under the software pipeline nine orbits as canvas polylines cost 18 ms a frame; here they cost
 * about one, on a thread other than the window's. Confined to one thread at a time.
 */
public final class Raster {
    private final int width;
    private final int height;
    private final int[] pixels;

    public Raster(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a raster of " + width + " x " + height + " pixels");
        }
        this.width = width;
        this.height = height;
        this.pixels = new int[Math.multiplyExact(width, height)];
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, not a copy. */
    public int[] pixels() {
        return pixels;
    }

    public void fill(int argb) {
        Arrays.fill(pixels, argb | 0xFF000000);
    }

    /** Blends a color over a pixel; {@code alpha} 0 leaves it, 1 replaces it. The index must be valid. */
    public void blend(int index, int rgb, double alpha) {
        if (alpha <= 0) {
            return;
        }
        pixels[index] = over(pixels[index], rgb, (int) (Math.min(alpha, 1) * 256));
    }

    /** A color laid over another, {@code a} of 256 parts of it; red and blue are weighed at once. */
    static int over(int old, int rgb, int a) {
        int rest = 256 - a;
        int redAndBlue = ((old & 0xFF00FF) * rest + (rgb & 0xFF00FF) * a) >>> 8;
        int green = ((old & 0x00FF00) * rest + (rgb & 0x00FF00) * a) >>> 8;
        return 0xFF000000 | (redAndBlue & 0xFF00FF) | (green & 0x00FF00);
    }

    /** Adds light to a pixel, in fractions of full brightness. The index must be valid. */
    public void add(int index, double red, double green, double blue) {
        int old = pixels[index];
        int r = Math.min(255, ((old >> 16) & 255) + (int) (red * 255 + 0.5));
        int g = Math.min(255, ((old >> 8) & 255) + (int) (green * 255 + 0.5));
        int b = Math.min(255, (old & 255) + (int) (blue * 255 + 0.5));
        pixels[index] = 0xFF000000 | (r << 16) | (g << 8) | b;
    }

    /** A disc with a soft edge one pixel wide. */
    public void disc(double x, double y, double radius, int rgb, double alpha) {
        int left = Math.max(0, (int) Math.floor(x - radius - 1));
        int right = Math.min(width - 1, (int) Math.ceil(x + radius + 1));
        int top = Math.max(0, (int) Math.floor(y - radius - 1));
        int bottom = Math.min(height - 1, (int) Math.ceil(y + radius + 1));
        for (int row = top; row <= bottom; row++) {
            double dy = row + 0.5 - y;
            for (int column = left; column <= right; column++) {
                double dx = column + 0.5 - x;
                double cover = radius + 0.5 - Math.sqrt(dx * dx + dy * dy);
                if (cover > 0) {
                    blend(row * width + column, rgb, alpha * Math.min(1, cover));
                }
            }
        }
    }

    /** A ring of the given radius and line width. */
    public void ring(double x, double y, double radius, double line, int rgb, double alpha) {
        double outer = radius + line;
        int left = Math.max(0, (int) Math.floor(x - outer - 1));
        int right = Math.min(width - 1, (int) Math.ceil(x + outer + 1));
        int top = Math.max(0, (int) Math.floor(y - outer - 1));
        int bottom = Math.min(height - 1, (int) Math.ceil(y + outer + 1));
        for (int row = top; row <= bottom; row++) {
            double dy = row + 0.5 - y;
            for (int column = left; column <= right; column++) {
                double dx = column + 0.5 - x;
                double cover = line / 2 + 0.5 - Math.abs(Math.sqrt(dx * dx + dy * dy) - radius);
                if (cover > 0) {
                    blend(row * width + column, rgb, alpha * Math.min(1, cover));
                }
            }
        }
    }
}
