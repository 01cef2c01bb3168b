package orrery.service;

/**
 * The orbit of a body around its parent, as knots at equal time intervals, each with position and velocity. With 360
 * knots per turn, the cubic through two knots is within 40 m per au, so that a line drawn from it still meets the body
 * in a close-up.
 *
 * <p>Immutable.
 */
public final class SkyPath {
    private final int body;
    private final int parent;
    private final double start;
    private final double step;
    private final double[] knots;
    private final double period;
    private final boolean osculating;

    /**
     * @param body NAIF id
     * @param parent NAIF id that the knots are relative to
     * @param start epoch of the first knot, TDB seconds past J2000
     * @param step seconds from knot to knot
     * @param knots six numbers per knot, km and km/s, ICRF; not copied, must not be modified
     * @param period seconds of one turn; the length of the path if it does not return
     * @param osculating whether the kernel is too short for a turn and this is the osculating ellipse
     */
    public SkyPath(int body, int parent, double start, double step, double[] knots, double period, boolean osculating) {
        this.body = body;
        this.parent = parent;
        this.start = start;
        this.step = step;
        this.knots = knots;
        this.period = period;
        this.osculating = osculating;
    }

    public int body() {
        return body;
    }

    public int parent() {
        return parent;
    }

    public double start() {
        return start;
    }

    public double step() {
        return step;
    }

    public double period() {
        return period;
    }

    public boolean osculating() {
        return osculating;
    }

    /** Number of knots. */
    public int size() {
        return knots.length / 6;
    }

    /** Epoch of a knot, TDB seconds past J2000. */
    public double et(int knot) {
        return start + knot * step;
    }

    public double end() {
        return et(size() - 1);
    }

    /** x, y, z in km (0..2) or vx, vy, vz in km/s (3..5) of a knot. */
    public double component(int knot, int component) {
        return knots[knot * 6 + component];
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
        double m0 = (s3 - 2 * s2 + s) * step;
        double m1 = (s3 - s2) * step;
        int a = knot * 6;
        int b = a + 6;
        for (int k = 0; k < 3; k++) {
            out[k] = p0 * knots[a + k] + p1 * knots[b + k] + m0 * knots[a + 3 + k] + m1 * knots[b + 3 + k];
        }
    }
}
