package orrery.ui.fx;

import java.util.Arrays;

/**
 * Draws one line of many pieces, each with its own strength, so that it looks like one: where pieces meet or the line
 * crosses itself, the stronger covers the weaker and nothing is drawn twice.
 *
 * <p>Use: {@link #begin}, {@link #pen}, any number of {@link #segment}, {@link #end}. Confined to one thread.
 */
public final class Stroke {
    private float[] cover = new float[0];
    private int[] touched = new int[4096];
    private int count;
    private int width;
    private int height;
    private double half;
    /** Whether the current piece is more wide than high. */
    private boolean wide;

    /** Starts a line on rasters of this size. */
    public void begin(Raster raster) {
        width = raster.width();
        height = raster.height();
        if (cover.length != width * height) {
            cover = new float[width * height];
        }
        count = 0;
    }

    /** The width of the pieces that follow, pixels. */
    public void pen(double line) {
        half = line / 2;
    }

    /**
     * Adds a straight piece.
     *
     * @param x0 start, pixels
     * @param y0 start, pixels
     * @param a0 strength at the start, 0..1
     * @param x1 end, pixels
     * @param y1 end, pixels
     * @param a1 strength at the end, 0..1
     */
    public void segment(double x0, double y0, double a0, double x1, double y1, double a1) {
        double margin = half + 1;
        double dx = x1 - x0;
        double dy = y1 - y0;
        // Liang-Barsky clipping against the raster with a margin, so that the cost of a light-year-long piece depends
        // on its visible part.
        double from = 0;
        double to = 1;
        for (int i = 0; i < 4; i++) {
            double p = i == 0 ? -dx : i == 1 ? dx : i == 2 ? -dy : dy;
            double q =
                    i == 0 ? x0 + margin : i == 1 ? width + margin - x0 : i == 2 ? y0 + margin : height + margin - y0;
            if (p == 0) {
                if (q < 0) {
                    return;
                }
            } else if (p < 0) {
                from = Math.max(from, q / p);
            } else {
                to = Math.min(to, q / p);
            }
        }
        if (!(from <= to)) {
            return;
        }
        double ax = x0 + from * dx;
        double ay = y0 + from * dy;
        double bx = x0 + to * dx;
        double by = y0 + to * dy;
        double aa = a0 + from * (a1 - a0);
        double ab = a0 + to * (a1 - a0);
        wide = Math.abs(bx - ax) >= Math.abs(by - ay);
        if (wide) {
            along(ax, ay, aa, bx, by, ab);
        } else {
            along(ay, ax, aa, by, bx, ab);
        }
    }

    /** Steps along the major axis u; v is the other. */
    private void along(double u0, double v0, double a0, double u1, double v1, double a1) {
        double du = u1 - u0;
        double dv = v1 - v0;
        double length2 = du * du + dv * dv;
        double slope = du == 0 ? 0 : dv / du;
        double reach = (half + 0.5) * Math.sqrt(1 + slope * slope);
        int limitU = wide ? width : height;
        int limitV = wide ? height : width;
        int first = Math.max(0, (int) Math.floor(Math.min(u0, u1) - half - 0.5));
        int last = Math.min(limitU - 1, (int) Math.floor(Math.max(u0, u1) + half + 0.5));
        for (int u = first; u <= last; u++) {
            double cu = u + 0.5 - u0;
            double middle = v0 + slope * Math.clamp(cu, Math.min(0, du), Math.max(0, du));
            int low = Math.max(0, (int) Math.floor(middle - reach));
            int high = Math.min(limitV - 1, (int) Math.floor(middle + reach));
            for (int v = low; v <= high; v++) {
                double cv = v + 0.5 - v0;
                double t = length2 == 0 ? 0 : Math.clamp((cu * du + cv * dv) / length2, 0.0, 1.0);
                double eu = cu - t * du;
                double ev = cv - t * dv;
                double distance = Math.sqrt(eu * eu + ev * ev);
                double strength = Math.min(1, half + 0.5 - distance) * (a0 + t * (a1 - a0));
                if (strength > 0) {
                    touch(wide ? v * width + u : u * width + v, (float) strength);
                }
            }
        }
    }

    private void touch(int index, float strength) {
        float old = cover[index];
        if (strength <= old) {
            return;
        }
        if (old == 0) {
            if (count == touched.length) {
                touched = Arrays.copyOf(touched, count * 2);
            }
            touched[count++] = index;
        }
        cover[index] = strength;
    }

    /** Draws the line on the raster in one color. */
    public void end(Raster raster, int rgb) {
        for (int i = 0; i < count; i++) {
            int index = touched[i];
            raster.blend(index, rgb, cover[index]);
            cover[index] = 0;
        }
        count = 0;
    }
}
