package orrery.forge;

/** The spread of numbers around zero: the greatest absolute value, and the root mean square. For use by one thread. */
final class Extent {
    private long count;
    private double squares;
    private double max = Double.NaN;

    void add(double value) {
        count++;
        squares += value * value;
        if (!(Math.abs(value) <= max)) {
            max = Math.abs(value);
        }
    }

    double rms() {
        return Math.sqrt(squares / count);
    }

    double max() {
        return max;
    }
}
