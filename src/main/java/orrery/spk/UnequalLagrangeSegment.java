package orrery.spk;

/** Type 9: Lagrange interpolation of states at unequal steps (SPICE: {@code SPKE09}, {@code LGRINT}). */
final class UnequalLagrangeSegment extends UnequalStepSegment {

    UnequalLagrangeSegment(DafWords words, SegmentInfo info) {
        super(words, info, Interpolant.LAGRANGE);
    }

    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        int from = firstOfWindow(et, low(et));
        double[] table = work.doubles(window * (STATE + 1));
        words.copy(address(from), table, 0, window * STATE);
        copyEpochs(from, table, window * STATE);
        Lagrange.unequal(window, et, table);
        System.arraycopy(table, 0, out, 0, STATE);
        checkFinite(out, et);
    }
}
