package orrery.forge;

/**
 * Fits one granule at a time: polynomials through the states of a span, and their deviation between the nodes.
 *
 * <p>For use by one thread: the last results stay here until the next granule is fitted.
 */
final class GranuleFit {
    /** Number of epochs checked between two nodes. */
    static final int DENSE = 5;

    static final int HIGHEST = 27;

    /** To either side of the greatest deviation, so many epochs up to the next one seen before. */
    private static final int FINE = 8;

    /**
     * How much of the tolerance, in multiples, a wrong velocity may accumulate from one such epoch to the next. An
     * error with lobes between the nodes takes 0.6; a motion that returns to the same place at every epoch takes far
     * more.
     */
    private static final double ASTRAY = 2;

    private final Motion stretch;
    private final int axes;
    private final double tolerance;
    private final double speed;
    private final ChebyshevNodes[] nodes = new ChebyshevNodes[HIGHEST + 1];
    private final double[] state = new double[6];
    private double[][] fitted = {};
    private double middle;
    private double radius;
    private double first;
    private double last;
    private double worst;
    private double worstAt;
    private double worstGap;
    private double worstSpeed;
    private double worstAstray;

    /**
     * @param axes 3 for positions, 6 for velocities too
     * @param tolerance km
     * @param speed km/s
     */
    GranuleFit(Motion stretch, int axes, double tolerance, double speed) {
        this.stretch = stretch;
        this.axes = axes;
        this.tolerance = tolerance;
        this.speed = speed;
    }

    /** Greatest distance from the original in the last fit, km. */
    double far() {
        return worst;
    }

    /** Greatest difference in velocity in it, km/s. */
    double fast() {
        return worstSpeed;
    }

    /** The epoch of the greatest deviation, TDB seconds past J2000. */
    double worstAt() {
        return worstAt;
    }

    /** The greatest ratio of a deviation to its bound: 1 if the bound is just met. */
    double share() {
        return share(worst, worstSpeed, worstAstray);
    }

    private double share(double far, double fast, double astray) {
        return Math.max(Math.max(far, astray / ASTRAY) / tolerance, fast / speed);
    }

    /**
     * One granule's coefficients by axis and degree.
     *
     * @param start start of the span, TDB seconds past J2000
     * @param end end of the span
     * @param length length of a granule, s
     * @param index index of the granule
     */
    double[][] fit(double start, double end, double length, int index, int degree) {
        worst = 0;
        worstSpeed = 0;
        worstAstray = 0;
        worstGap = 0;
        first = start;
        last = end;
        if (nodes[degree] == null) {
            nodes[degree] = new ChebyshevNodes(degree);
        }
        ChebyshevNodes at = nodes[degree];
        middle = start + length * index + length / 2;
        radius = length / 2;
        double[][] values = new double[6][degree + 1];
        for (int i = 0; i <= degree; i++) {
            stretch.state(Math.clamp(middle + radius * at.node(i), start, end), state);
            for (int axis = 0; axis < 6; axis++) {
                values[axis][i] = state[axis];
            }
        }
        double[][] coefficients = new double[axes][];
        for (int axis = 0; axis < axes; axis++) {
            coefficients[axis] = at.coefficients(values[axis]);
        }
        fitted = coefficients;
        for (int i = 0; i <= degree; i++) {
            // Between the nodes the distance is greatest, at the nodes the difference in velocity.
            compare(at.node(i), Math.clamp(middle + radius * at.node(i), start, end), 0);
            for (int k = 0; k < DENSE && i < degree; k++) {
                double gap = (at.node(i + 1) - at.node(i)) / DENSE;
                double s = at.node(i) + gap * (k + 0.5);
                double between = middle + radius * s;
                if (start <= between && between <= end) {
                    compare(s, between, gap * radius);
                }
            }
        }
        return coefficients;
    }

    /** Also compares the last fit at an epoch of its granule. */
    void look(double et) {
        compare(Math.clamp((et - middle) / radius, -1.0, 1.0), et, 0);
    }

    /** Also compares the last fit around its greatest deviation, whose peak is between the epochs seen so far. */
    void lookAround() {
        double peak = worstAt;
        for (int i = -FINE; i <= FINE; i++) {
            double et = peak + worstGap * i / FINE;
            if (Math.max(first, middle - radius) <= et && et <= Math.min(last, middle + radius)) {
                look(et);
            }
        }
    }

    private void compare(double s, double et, double gap) {
        stretch.state(et, state);
        double far = 0;
        double fast = 0;
        double astray = 0;
        for (int axis = 0; axis < 3; axis++) {
            double off = ChebyshevNodes.value(fitted[axis], s) - state[axis];
            double drift = ChebyshevNodes.slope(fitted[axis], s) / radius - state[3 + axis];
            double rate = axes == 6 ? ChebyshevNodes.value(fitted[3 + axis], s) - state[3 + axis] : drift;
            far += off * off;
            fast += rate * rate;
            astray += drift * drift;
        }
        far = Math.sqrt(far);
        fast = Math.sqrt(fast);
        astray = Math.sqrt(astray) * gap;
        if (share(far, fast, astray) > share()) {
            worstAt = et;
            worstGap = Math.max(gap, worstGap);
        }
        worst = Math.max(worst, far);
        worstSpeed = Math.max(worstSpeed, fast);
        worstAstray = Math.max(worstAstray, astray);
    }
}
