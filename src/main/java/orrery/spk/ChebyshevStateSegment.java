package orrery.spk;

/**
 * Type 3: Chebyshev polynomials for position and separate ones for velocity (SPICE: {@code SPKE03}, {@code CHBVAL}; SPK
 * Required Reading, "Type 3: Chebyshev (position and velocity)").
 */
final class ChebyshevStateSegment extends ChebyshevSegment {

    ChebyshevStateSegment(DafWords words, SegmentInfo info) {
        super(words, info, 6);
    }

    /** {@inheritDoc} The order of operations is that of {@code CHBVAL}, so the bits are SPICE's. */
    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        int index = index(et);
        long at = begin + (long) index * recordSize;
        series(at, coefficients, et, out);
        checkFinite(out, et);
    }
}
