package orrery.spk;

/** Type 8: Lagrange interpolation of states at equal steps (SPICE: {@code SPKE08}, {@code LGRESP}). */
final class EqualLagrangeSegment extends EqualStepSegment {

    EqualLagrangeSegment(DafWords words, SegmentInfo info) {
        super(words, info, Interpolant.LAGRANGE);
    }

    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        int from = firstOfWindow(steps(et));
        double[] table = work.doubles(window * STATE);
        words.copy(address(from), table, 0, window * STATE);
        Lagrange.equal(window, scaled(et, from), table);
        System.arraycopy(table, 0, out, 0, STATE);
        checkFinite(out, et);
    }
}
