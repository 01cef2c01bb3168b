package orrery.ui.fx;

/**
 * Lines a pixel wide, laid straight on the raster: two pixels a step (Wu, An efficient antialiasing technique, SIGGRAPH
 * 1991). Several times faster than {@link Stroke}; where lines cross they add up, which shows only on strong ones.
 */
public final class Hairline {
    private Hairline() {}

    /**
     * Draws a piece of a line. A pixel belongs to one of two pieces that meet, so that joints are not laid on twice.
     *
     * @param x0 start, pixels
     * @param y0 start, pixels
     * @param a0 strength at the start, 0..1
     * @param x1 end, pixels
     * @param y1 end, pixels
     * @param a1 strength at the end, 0..1
     * @param rgb 0xRRGGBB
     */
    public static void draw(Raster raster, double x0, double y0, double a0, double x1, double y1, double a1, int rgb) {
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
        for (int u = first; u < end; u++) {
            double step = u + 0.5 - u0;
            double v = v0 + slope * step - 0.5;
            double strength = a0 + growth * step;
            if (!(v > -1 && v < limitV)) {
                continue;
            }
            int low = (int) Math.floor(v);
            double share = v - low;
            if (low >= 0) {
                raster.blend(wide ? low * width + u : u * width + low, rgb, strength * (1 - share));
            }
            if (low + 1 < limitV) {
                raster.blend(wide ? (low + 1) * width + u : u * width + low + 1, rgb, strength * share);
            }
        }
    }
}
