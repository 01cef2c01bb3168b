package orrery.ui.chart;

/**
 * One line of a chart.
 *
 * @param name name of the line
 * @param x ascending
 * @param y a value for each x; NaN if missing
 */
@SuppressWarnings("ArrayRecordComponent") // made for one drawing and only read; lists would box every value
public record Series(String name, double[] x, double[] y) {
    /** The value of the last point at or before {@code at}; NaN before the first. */
    public double at(double at) {
        int found = before(at);
        return found < 0 ? Double.NaN : y[found];
    }

    /** Whether there is any value. */
    public boolean hasValues() {
        for (double value : y) {
            if (!Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /** The greatest value from an x on; 0 if none is above. */
    double greatest(double from) {
        double greatest = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] >= from && y[i] > greatest) {
                greatest = y[i];
            }
        }
        return greatest;
    }

    /** The index of the last point at or before {@code at}; -1 before the first. */
    int before(double at) {
        int low = 0;
        int high = x.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x[middle] <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
