package orrery.spk;

/** Type 12: Hermite interpolation of states at equal steps (SPICE: {@code SPKE12}, {@code HRMESP}). */
final class EqualHermiteSegment extends EqualStepSegment {

    EqualHermiteSegment(DafWords words, SegmentInfo info) {
        super(words, info, Interpolant.HERMITE);
    }

    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        int from = firstOfWindow(steps(et));
        double[] table = work.doubles(Hermite.scratch(window));
        words.copy(address(from), table, 0, window * STATE);
        int abscissae = Hermite.abscissae(window);
        for (int i = 0; i < window; i++) {
            table[abscissae + i] = i + 1;
            for (int k = STATE * i + 3; k < STATE * (i + 1); k++) {
                table[k] *= step;
            }
        }
        Hermite.interpolate(window, scaled(et, from), table);
        int slopes = Hermite.derivatives(window);
        for (int axis = 0; axis < 3; axis++) {
            out[axis] = table[axis];
            out[axis + 3] = table[slopes + axis] / step;
        }
        checkFinite(out, et);
    }
}
