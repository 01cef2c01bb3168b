package orrery.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear scale between values and pixels. On an upward axis {@code start} is below {@code end}, at the greater y. For
 * a logarithmic axis, use logarithms to base 10. Immutable.
 *
 * @param low the value at {@code start}
 * @param high the value at {@code end}; if it is not above {@code low}, the axis is one unit long
 * @param start pixels
 * @param end pixels
 */
public record ChartAxis(double low, double high, double start, double end) {
    /** The pixel of a value, also beyond the ends. */
    public double pixel(double value) {
        return start + (value - low) / unit() * (end - start);
    }

    /** The value at a pixel, also beyond the ends. */
    public double value(double pixel) {
        return low + (pixel - start) / (end - start) * unit();
    }

    /** Whether a pixel lies on the axis; never for NaN. */
    public boolean holds(double pixel) {
        return pixel >= Math.min(start, end) && pixel <= Math.max(start, end);
    }

    /** The pixel nearest to this one that lies on the axis. */
    public double nearest(double pixel) {
        return Math.clamp(pixel, Math.min(start, end), Math.max(start, end));
    }

    /** Its length in pixels. */
    public double length() {
        return Math.abs(end - start);
    }

    /**
     * The whole numbers on the axis in descending order, spaced so that two are at least {@code apart} pixels from each
     * other: the labeled powers of ten of a logarithmic axis.
     */
    public List<Integer> powers(double apart) {
        int step = Math.max(1, (int) Math.ceil(unit() / (length() / apart)));
        List<Integer> powers = new ArrayList<>();
        for (int power = (int) Math.floor(high); power >= low; power -= step) {
            powers.add(power);
        }
        return powers;
    }

    private double unit() {
        return high > low ? high - low : 1;
    }
}
