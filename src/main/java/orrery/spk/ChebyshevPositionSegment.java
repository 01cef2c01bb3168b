package orrery.spk;

import java.nio.DoubleBuffer;

/**
 * Type 2: Chebyshev polynomials for position; velocity is their derivative (SPICE: {@code SPKE02}, {@code CHBINT}; SPK
 * Required Reading, "Type 2: Chebyshev (position only)").
 */
final class ChebyshevPositionSegment extends ChebyshevSegment {

    ChebyshevPositionSegment(DafWords words, SegmentInfo info) {
        super(words, info, 3);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The order of every floating-point operation is that of {@code CHBINT}, so the bits are SPICE's. The three axes
     * are computed side by side to give the processor three independent chains of operations to overlap.
     */
    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        int index = index(et);
        DoubleBuffer c = view(index);
        int at = at(index);
        double mid = c.get(at);
        double radius = c.get(at + 1);
        double s = (et - mid) / radius;
        if (!(Math.abs(s) <= 1 + OVERHANG)) {
            throw notHeld(et, mid - radius, mid + radius);
        }
        double s2 = 2 * s;
        int cx = at + 2;
        int cy = cx + coefficients;
        int cz = cy + coefficients;
        double x0 = 0;
        double x1 = 0;
        double y0 = 0;
        double y1 = 0;
        double z0 = 0;
        double z1 = 0;
        double u0 = 0;
        double u1 = 0;
        double v0 = 0;
        double v1 = 0;
        double w0 = 0;
        double w1 = 0;
        for (int j = coefficients - 1; j > 0; j--) {
            double x2 = x1;
            x1 = x0;
            x0 = c.get(cx + j) + (s2 * x1 - x2);
            double u2 = u1;
            u1 = u0;
            u0 = x1 * 2 + u1 * s2 - u2;
            double y2 = y1;
            y1 = y0;
            y0 = c.get(cy + j) + (s2 * y1 - y2);
            double v2 = v1;
            v1 = v0;
            v0 = y1 * 2 + v1 * s2 - v2;
            double z2 = z1;
            z1 = z0;
            z0 = c.get(cz + j) + (s2 * z1 - z2);
            double w2 = w1;
            w1 = w0;
            w0 = z1 * 2 + w1 * s2 - w2;
        }
        out[0] = c.get(cx) + (s * x0 - x1);
        out[1] = c.get(cy) + (s * y0 - y1);
        out[2] = c.get(cz) + (s * z0 - z1);
        out[3] = (x0 + s * u0 - u1) / radius;
        out[4] = (y0 + s * v0 - v1) / radius;
        out[5] = (z0 + s * w0 - w1) / radius;
        checkFinite(out, et);
    }
}
