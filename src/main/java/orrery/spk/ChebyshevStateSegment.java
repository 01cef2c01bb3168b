package orrery.spk;

/**
 * Type 3: Chebyshev polynomials for position and, apart, for velocity (SPICE: {@code SPKE03}, {@code CHBVAL}; SPK
 * Required Reading, "Type 3: Chebyshev (position and velocity)").
 */
public final class ChebyshevStateSegment extends ChebyshevSegment {

    ChebyshevStateSegment(DafWords words, SegmentInfo info) {
        super(words, info, 6);
    }

    /** {@inheritDoc} The order of operations is that of {@code CHBVAL}, so the bits are SPICE's. */
    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        long at = record(et);
        double mid = words.at(at);
        double radius = words.at(at + 1);
        double s = (et - mid) / radius;
        if (!(Math.abs(s) <= 1 + OVERHANG)) {
            throw notHeld(et, mid, radius);
        }
        double s2 = 2 * s;
        int n = coefficients;
        long c = at + 2;
        for (int half = 0; half < 6; half += 3, c += 3L * n) {
            double x0 = 0;
            double x1 = 0;
            double y0 = 0;
            double y1 = 0;
            double z0 = 0;
            double z1 = 0;
            for (int j = n - 1; j > 0; j--) {
                double x2 = x1;
                x1 = x0;
                x0 = words.at(c + j) + (s2 * x1 - x2);
                double y2 = y1;
                y1 = y0;
                y0 = words.at(c + n + j) + (s2 * y1 - y2);
                double z2 = z1;
                z1 = z0;
                z0 = words.at(c + 2L * n + j) + (s2 * z1 - z2);
            }
            out[half] = words.at(c) + (s * x0 - x1);
            out[half + 1] = words.at(c + n) + (s * y0 - y1);
            out[half + 2] = words.at(c + 2L * n) + (s * z0 - z1);
        }
        checkFinite(out, et);
    }
}
