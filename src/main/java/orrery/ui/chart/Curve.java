package orrery.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A curve through many more points than the screen has columns: of each column the first, the lowest, the highest and
 * the last point are kept, so that no peak is lost and a line has at most a few thousand points. It is broken where
 * points are missing. Built once and then drawn; not thread-safe.
 */
public final class Curve {
    /** One unbroken part: x and y of each point, in pixels. */
    @SuppressWarnings("ArrayRecordComponent") // Passed from the builder to the canvas, and to nothing else.
    public record Part(double[] x, double[] y) {}

    /** A gap of more than this many regular steps between two points breaks the curve. */
    private static final double GAP = 1.5;

    private final List<Part> parts = new ArrayList<>();
    private double[] x = new double[64];
    private double[] y = new double[64];
    private int count;

    private double column = Double.NaN;
    private double x0;
    private double y0;
    private double xLeast;
    private double xGreatest;
    private double least;
    private double greatest;
    private double x1;
    private double y1;

    /** Maps a value to a pixel. */
    @FunctionalInterface
    public interface Scale {
        /** The pixel of a value. */
        double pixel(double value);
    }

    /**
     * The curve through points at regular steps, broken where one is missing.
     *
     * @param et ascending, at regular steps where nothing is missing
     * @param value one for each epoch; NaN if missing
     */
    public static List<Part> of(double[] et, double[] value, Scale across, Scale up) {
        Curve curve = new Curve();
        double step = Double.POSITIVE_INFINITY;
        for (int i = 1; i < et.length; i++) {
            step = Math.min(step, et[i] - et[i - 1]);
        }
        for (int i = 0; i < et.length; i++) {
            boolean missing = i > 0 && et[i] - et[i - 1] > GAP * step;
            if (missing || !Double.isFinite(value[i])) {
                curve.end();
            }
            if (Double.isFinite(value[i])) {
                curve.add(across.pixel(et[i]), up.pixel(value[i]));
            }
        }
        curve.end();
        return curve.parts;
    }

    /**
     * The curve through all points with a value, starting at an index, whatever is between them.
     *
     * @param x ascending
     * @param value one for each x; NaN if missing
     * @param first the index of the first point to use
     */
    public static List<Part> joined(double[] x, double[] value, int first, Scale across, Scale up) {
        Curve curve = new Curve();
        for (int i = first; i < x.length; i++) {
            if (Double.isFinite(value[i])) {
                curve.add(across.pixel(x[i]), up.pixel(value[i]));
            }
        }
        curve.end();
        return curve.parts;
    }

    private void add(double atX, double atY) {
        if (Math.floor(atX) != column) {
            flush();
            column = Math.floor(atX);
            x0 = atX;
            y0 = atY;
            xLeast = atX;
            xGreatest = atX;
            least = atY;
            greatest = atY;
        }
        if (atY < least) {
            least = atY;
            xLeast = atX;
        }
        if (atY > greatest) {
            greatest = atY;
            xGreatest = atX;
        }
        x1 = atX;
        y1 = atY;
    }

    private void flush() {
        if (Double.isNaN(column)) {
            return;
        }
        point(x0, y0);
        boolean up = xLeast <= xGreatest;
        point(up ? xLeast : xGreatest, up ? least : greatest);
        point(up ? xGreatest : xLeast, up ? greatest : least);
        point(x1, y1);
        column = Double.NaN;
    }

    private void point(double atX, double atY) {
        if (count > 0 && x[count - 1] == atX && y[count - 1] == atY) {
            return;
        }
        if (count == x.length) {
            x = Arrays.copyOf(x, 2 * count);
            y = Arrays.copyOf(y, 2 * count);
        }
        x[count] = atX;
        y[count++] = atY;
    }

    private void end() {
        flush();
        if (count > 0) {
            parts.add(new Part(Arrays.copyOf(x, count), Arrays.copyOf(y, count)));
        }
        count = 0;
    }
}
