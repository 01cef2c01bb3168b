package orrery.service;

/**
 * The orbit of a body around its parent.
 *
 * <p>Immutable.
 *
 * @param body NAIF id
 * @param parent NAIF id that the knots are relative to
 * @param knots states along the orbit
 * @param period seconds of one turn; the length of the path if it does not return
 * @param osculating whether the kernel is too short for a turn and this is the osculating ellipse
 */
public record SkyPath(int body, int parent, Knots knots, double period, boolean osculating) {

    /**
     * States at equal time intervals. With 360 knots per turn, the cubic through two knots is within 40 m per au, so
     * that a line drawn from it still meets the body in a close-up.
     *
     * <p>Immutable.
     */
    public static final class Knots {
        private final double start;
        private final double step;
        private final double[] states;

        /**
         * @param start epoch of the first knot, TDB seconds past J2000
         * @param step seconds from knot to knot
         * @param states six numbers per knot, km and km/s, ICRF; not copied, must not be modified
         */
        public Knots(double start, double step, double[] states) {
            this.start = start;
            this.step = step;
            this.states = states;
        }
    }

    /** Epoch of the first knot, TDB seconds past J2000. */
    public double start() {
        return knots.start;
    }

    /** Seconds from knot to knot. */
    public double step() {
        return knots.step;
    }

    /** Number of knots. */
    public int size() {
        return knots.states.length / 6;
    }

    /** Epoch of a knot, TDB seconds past J2000. */
    public double et(int knot) {
        return knots.start + knot * knots.step;
    }

    /** Epoch of the last knot, TDB seconds past J2000. */
    public double end() {
        return et(size() - 1);
    }

    /** x, y, z in km (0..2) or vx, vy, vz in km/s (3..5) of a knot. */
    public double component(int knot, int component) {
        return knots.states[knot * 6 + component];
    }

    /**
     * The point between two knots, on the cubic through both with both velocities (Hermite).
     *
     * @param knot the earlier knot
     * @param fraction 0 at it, 1 at the next
     * @param out receives x, y, z in km
     */
    public void between(int knot, double fraction, double[] out) {
        double s = fraction;
        double s2 = s * s;
        double s3 = s2 * s;
        double p0 = 2 * s3 - 3 * s2 + 1;
        double p1 = 3 * s2 - 2 * s3;
        double m0 = (s3 - 2 * s2 + s) * knots.step;
        double m1 = (s3 - s2) * knots.step;
        double[] all = knots.states;
        int a = knot * 6;
        int b = a + 6;
        for (int k = 0; k < 3; k++) {
            out[k] = p0 * all[a + k] + p1 * all[b + k] + m0 * all[a + 3 + k] + m1 * all[b + 3 + k];
        }
    }
}
