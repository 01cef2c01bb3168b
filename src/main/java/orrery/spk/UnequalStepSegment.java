package orrery.spk;

/**
 * The common part of types 9 and 13: states, their epochs, a directory of epochs, and two words at the end: the window
 * minus one and the number of states (SPICE: {@code SPKR09}; SPK Required Reading, "Type 9" and "Type 13").
 */
abstract sealed class UnequalStepSegment extends Segment permits UnequalLagrangeSegment, UnequalHermiteSegment {
    static final int STATE = 6;

    private static final int GROUP = 100;
    private static final int DIRECTORY = 2;

    final int window;
    final EpochList epochs;

    private final Interpolant interpolant;
    private final long begin;

    UnequalStepSegment(DafWords words, SegmentInfo info, Interpolant interpolant) {
        super(words, info);
        this.interpolant = interpolant;
        this.begin = info.begin();
        Directory directory = new Directory(words, info, DIRECTORY + STATE + 1);
        int states = directory.count(0, "the number of states", 1, directory.size());
        this.window = 1
                + directory.count(
                        1, "the window size less one", 0, Math.min(states, EqualStepSegment.LARGEST_WINDOW) - 1L);
        directory.fits((long) states * (STATE + 1) + (states - 1) / GROUP + DIRECTORY, states + " states");
        this.epochs = Directory.sound(new EpochList(words, begin + (long) states * STATE, states));
    }

    @Override
    public final boolean holdsItsSpan() {
        return epochs.reach(start, end);
    }

    @Override
    final void examine(RecordScan scan) {
        int states = epochs.count();
        int hundreds = (states - 1) / GROUP;
        scan.fills((long) states * (STATE + 1) + hundreds + DIRECTORY, states + " states of 6 words and their epochs");
        scan.ascend(epochs);
        scan.repeats(epochs, begin + (long) states * (STATE + 1), hundreds);
        for (int i = 0; i < states; i++) {
            scan.finite(i, "State", states, address(i), STATE);
        }
    }

    /** The checked 1-based number of the last state before the epoch, or of the first. */
    final int low(double et) {
        int low = epochs.bracket(et);
        if (low == 0) {
            throw notHeld(et, epochs.first(), epochs.last());
        }
        return low;
    }

    /** The 0-based number of the first state in the window, as {@code SPKR09} chooses it. */
    final int firstOfWindow(double et, int low) {
        int middle = low;
        if ((window & 1) == 1
                && low < epochs.count()
                && et > epochs.first()
                && !(Math.abs(et - epochs.at(low)) < Math.abs(et - epochs.at(low + 1)))) {
            middle = low + 1;
        }
        return Math.clamp(middle - (window - 1) / 2, 1, epochs.count() - window + 1) - 1;
    }

    final long address(int state) {
        return begin + (long) state * STATE;
    }

    final void copyEpochs(int from, double[] table, int at) {
        for (int i = 0; i < window; i++) {
            table[at + i] = epochs.at(from + i + 1);
        }
    }

    @Override
    public final Granule granule(double et) {
        checkCovered(et);
        int low = low(et);
        int from = firstOfWindow(et, low);
        double until = epochs.at(Math.min(low + 1, epochs.count()));
        return granule(low - 1, epochs.at(low), until, address(from), (long) window * STATE);
    }

    @Override
    public final long records() {
        return epochs.count();
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
