package orrery.forge;

/** How far numbers lie to both sides of nought: the greatest, and the root of their mean square. For one thread. */
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
