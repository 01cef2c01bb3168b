package orrery.spk;

/**
 * Type 5: discrete states. The two neighbors are each moved along their conic to the epoch and weighted by a cosine
 * (SPICE: {@code SPKR05}, {@code SPKE05}; SPK Required Reading, "Type 5"). A segment may cover more than the epochs of
 * its states: there the first or the last state is used alone.
 */
final class DiscreteStatesSegment extends Segment {
    private static final int STATE = 6;
    private static final int GROUP = 100;

    private final long begin;
    private final double gm;
    private final EpochList epochs;

    DiscreteStatesSegment(DafWords words, SegmentInfo info) {
        super(words, info);
        this.begin = info.begin();
        Directory directory = new Directory(words, info, STATE + 3);
        int states = directory.count(0, "the number of states", 1, directory.size());
        this.gm = directory.positive(1, "the center's GM");
        directory.fits((long) states * (STATE + 1) + states / GROUP + 2, states + " states");
        this.epochs = Directory.sound(new EpochList(words, begin + (long) states * STATE, states));
    }

    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        int before = epochs.before(et);
        if (before == 0 || before == epochs.count()) {
            int only = Math.max(before, 1);
            propagate(only, et, out, work);
        } else {
            double t1 = epochs.at(before);
            double t2 = epochs.at(before + 1);
            double[] later = work.doubles(STATE);
            propagate(before, et, out, work);
            propagate(before + 1, et, later, work);
            Blend.states(et, t1, t2, out, later);
        }
        checkFinite(out, et);
    }

    @Override
    void examine(RecordScan scan) {
        int states = epochs.count();
        int hundreds = states / GROUP;
        scan.fills((long) states * (STATE + 1) + hundreds + 2, states + " states of 6 words and their epochs");
        scan.ascend(epochs);
        scan.repeats(epochs, begin + (long) states * (STATE + 1), hundreds);
        for (int i = 0; i < states; i++) {
            scan.finite(i, "State", states, begin + (long) i * STATE, STATE);
        }
        if (end < epochs.first() || start > epochs.last()) {
            scan.wrong(
                    "apart",
                    Mismatch.Effect.DOUBTFUL,
                    "Its descriptor promises " + SpanText.span(start, end) + ", but its states are of "
                            + SpanText.span(epochs.first(), epochs.last()) + ", with nothing in common.");
        }
    }

    private void propagate(int number, double et, double[] out, Workspace work) {
        long at = begin + (number - 1L) * STATE;
        words.copy(at, out, 0, STATE);
        if (!work.twoBody.propagate(gm, out, et - epochs.at(number))) {
            throw new DamagedSegmentException(this + ": its state " + number + " moves on no conic that reaches "
                    + SpanText.epoch(et) + ". Fetch the file again.");
        }
        System.arraycopy(work.twoBody.state, 0, out, 0, STATE);
    }

    @Override
    public Granule granule(double et) {
        checkCovered(et);
        int before = epochs.before(et);
        int from = Math.clamp(before, 1, epochs.count());
        int until = Math.clamp(before + 1L, 1, epochs.count());
        return granule(
                from - 1L,
                before == 0 ? start : epochs.at(from),
                before == epochs.count() ? end : epochs.at(until),
                begin + (from - 1L) * STATE,
                (until - from + 1L) * STATE);
    }

    @Override
    public long records() {
        return epochs.count();
    }
}
