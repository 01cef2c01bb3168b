package orrery.ui.fx;

/**
 * Lines one pixel wide, drawn directly on the raster with two pixels per step (Wu, An efficient antialiasing technique,
 * SIGGRAPH 1991). Several times faster than {@link Stroke}; where lines cross they add up, which is noticeable only on
 * strong ones. Confined to one thread.
 */
public final class Hairline {
    private static final double ONE = 0x1p32;
    private static final double FULL = 0x1p24;

    private final Raster raster;
    private final int rgb;

    /**
     * A line on a raster.
     *
     * @param rgb 0xRRGGBB
     */
    public Hairline(Raster raster, int rgb) {
        this.raster = raster;
        this.rgb = rgb;
    }

    /**
     * Draws a piece of a line. A pixel belongs to only one of two adjoining pieces, so that joints are not drawn twice.
     *
     * @param x0 start, pixels
     * @param y0 start, pixels
     * @param a0 strength at the start, 0..1
     * @param x1 end, pixels
     * @param y1 end, pixels
     * @param a1 strength at the end, 0..1
     */
    public void segment(double x0, double y0, double a0, double x1, double y1, double a1) {
        boolean wide = Math.abs(x1 - x0) >= Math.abs(y1 - y0);
        double u0 = wide ? x0 : y0;
        double v0 = wide ? y0 : x0;
        double u1 = wide ? x1 : y1;
        double v1 = wide ? y1 : x1;
        if (u1 == u0) {
            return;
        }
        boolean back = u1 < u0;
        double from = back ? u1 : u0;
        double to = back ? u0 : u1;
        double slope = (v1 - v0) / (u1 - u0);
        double growth = (a1 - a0) / (u1 - u0);
        int width = raster.width();
        int limitU = wide ? width : raster.height();
        int limitV = wide ? raster.height() : width;
        int first = (int) Math.ceil(Math.max(from, 0) - 0.5);
        int end = (int) Math.ceil(Math.min(to, limitU) - 0.5);
        if (first >= end) {
            return;
        }
        // From pixel to pixel in whole numbers, of 2^-32 of a pixel and 2^-24 of a strength: a step each, no rounding.
        double step = first + 0.5 - u0;
        long v = (long) ((v0 + slope * step - 0.5) * ONE);
        long slant = (long) (slope * ONE);
        int strength = (int) ((a0 + growth * step) * FULL);
        int change = (int) (growth * FULL);
        int along = wide ? 1 : width;
        int across = wide ? width : 1;
        int[] pixels = raster.pixels();
        int at = first * along;
        for (int u = first; u < end; u++) {
            int low = (int) (v >> 32);
            int a = Math.clamp(strength >> 16, 0, 256);
            int above = (int) (((v >>> 24) & 255) * a) >> 8;
            int index = at + low * across;
            if (low >= 0 && low < limitV) {
                pixels[index] = Raster.over(pixels[index], rgb, a - above);
            }
            if (low + 1 >= 0 && low + 1 < limitV) {
                pixels[index + across] = Raster.over(pixels[index + across], rgb, above);
            }
            at += along;
            v += slant;
            strength += change;
        }
    }
}
