package orrery.spk;

/**
 * The common part of types 8 and 12: states at equal steps, and four words at the end: the first epoch, the step, the
 * window minus one, and the number of states (SPICE: {@code SPKR08}; SPK Required Reading, "Type 8" and "Type 12").
 */
abstract sealed class EqualStepSegment extends Segment permits EqualLagrangeSegment, EqualHermiteSegment {
    static final int STATE = 6;
    /** The largest degree that SPICE accepts is 27: 28 states in a window. */
    static final int LARGEST_WINDOW = 28;

    private static final int DIRECTORY = 4;

    final double step;
    final int window;

    private final Interpolant interpolant;
    private final long begin;
    private final double first;
    private final int states;

    EqualStepSegment(DafWords words, SegmentInfo info, Interpolant interpolant) {
        super(words, info);
        this.interpolant = interpolant;
        this.begin = info.begin();
        Directory directory = new Directory(words, info, DIRECTORY + STATE);
        this.states = directory.count(0, "the number of states", 1, directory.size());
        this.window = 1 + directory.count(1, "the window size less one", 0, Math.min(states, LARGEST_WINDOW) - 1L);
        this.step = directory.positive(2, "the step");
        this.first = directory.finite(3, "the first epoch");
        directory.fits((long) states * STATE + DIRECTORY, states + " states");
    }

    @Override
    public final boolean holdsItsSpan() {
        double slack = OVERHANG * step;
        return first - slack <= start && end <= first + (states - 1.0) * step + slack;
    }

    @Override
    final void examine(RecordScan scan) {
        scan.fills((long) states * STATE + DIRECTORY, states + " states of 6 words");
        for (int i = 0; i < states; i++) {
            scan.finite(i, "State", states, address(i), STATE);
        }
    }

    /** The checked number of steps from the first state to an epoch. */
    final double steps(double et) {
        double steps = (et - first) / step;
        if (!(steps >= -OVERHANG && steps <= states - 1 + OVERHANG)) {
            throw notHeld(et, first, first + (states - 1.0) * step);
        }
        return steps;
    }

    /** The 0-based number of the first state in the window, as {@code SPKR08} chooses it. */
    final int firstOfWindow(double steps) {
        int half = (window - 1) / 2;
        // An odd window is centered on the nearest state, an even one on the step that contains the epoch.
        int middle = (window & 1) == 1 ? (int) Math.floor(Math.abs(steps) + 0.5) : (int) steps;
        return Math.clamp(middle - half, 0, states - window);
    }

    final long address(int state) {
        return begin + (long) state * STATE;
    }

    /** The epoch in steps, from one before the first state of the window, as in {@code LGRESP} and {@code HRMESP}. */
    final double scaled(double et, int from) {
        return (et - (first + from * step)) / step + 1.0;
    }

    @Override
    public final Granule granule(double et) {
        checkCovered(et);
        double steps = steps(et);
        int from = firstOfWindow(steps);
        int index = Math.clamp((int) steps, 0, Math.max(0, states - 2));
        return granule(index, first + index * step, first + (index + 1) * step, address(from), (long) window * STATE);
    }

    @Override
    public final long records() {
        return states;
    }

    @Override
    public final double granuleLength() {
        return step;
    }

    @Override
    public final Interpolant interpolant() {
        return interpolant;
    }

    @Override
    public final int degree() {
        return interpolant.degree(window);
    }
}
