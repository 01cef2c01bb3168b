package orrery.spk;

/** Type 13: Hermite interpolation of states at unequal steps (SPICE: {@code SPKE13}, {@code HRMINT}). */
final class UnequalHermiteSegment extends UnequalStepSegment {

    UnequalHermiteSegment(DafWords words, SegmentInfo info) {
        super(words, info, Interpolant.HERMITE);
    }

    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        int from = firstOfWindow(et, low(et));
        double[] table = work.doubles(Hermite.scratch(window));
        words.copy(address(from), table, 0, window * STATE);
        copyEpochs(from, table, Hermite.abscissae(window));
        Hermite.interpolate(window, et, table);
        System.arraycopy(table, 0, out, 0, 3);
        System.arraycopy(table, Hermite.derivatives(window), out, 3, 3);
        checkFinite(out, et);
    }
}
