package orrery.ephemeris;

final class Frames {
    private Frames() {}

    static void rotate(double[] state, int from, int to) {
        if (from != to) {
            throw new NoDataException("frame " + from + " to " + to + state.length);
        }
    }
}
