package orrery.forge;

import java.util.Arrays;

/** Statistics of differences over time: count, greatest and when, means, and quantiles. For use by one thread. */
final class Tally {
    /** Beyond this many epochs (a power of two) medians use only the first ones. */
    private static final int LARGEST = 1 << 24;

    private double[] values = new double[1024];
    private int kept;
    private boolean sorted;
    private long count;
    private double sum;
    private double squares;
    private double max = Double.NaN;
    private double maxAt = Double.NaN;

    void add(double et, double value) {
        if (kept == values.length && kept < LARGEST) {
            values = Arrays.copyOf(values, 2 * kept);
        }
        if (kept < values.length) {
            values[kept++] = value;
        }
        count++;
        sum += value;
        squares += value * value;
        if (!(value <= max)) {
            max = value;
            maxAt = et;
        }
    }

    double rms() {
        return Math.sqrt(squares / count);
    }

    double mean() {
        return sum / count;
    }

    /** The value below which this fraction of the values lies: the nearest rank. */
    double quantile(double fraction) {
        if (!sorted) {
            Arrays.sort(values, 0, kept);
            sorted = true;
        }
        return kept == 0 ? Double.NaN : values[Math.clamp((long) Math.ceil(fraction * kept) - 1, 0, kept - 1)];
    }

    long count() {
        return count;
    }

    double max() {
        return max;
    }

    double maxAt() {
        return maxAt;
    }
}
