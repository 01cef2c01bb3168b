package orrery.spk;

import orrery.math.Constants;
import orrery.math.Trig;

/**
 * Type 17: equinoctial elements with constant rates (SPICE: {@code SPKR17}, {@code SPKE17}, {@code EQNCPV}, {@code
 * KEPLEQ}, {@code KPSOLV}; SPK Required Reading, "Type 17").
 */
final class EquinoctialSegment extends Segment {
    private static final int WORDS = 12;
    private static final double LARGEST_ECCENTRICITY = 0.9;

    private final long begin;

    EquinoctialSegment(DafWords words, SegmentInfo info) {
        super(words, info);
        this.begin = info.begin();
        Directory directory = Directory.elements(words, info, WORDS);
        directory.positive(10, "the semi-major axis");
        double e = Math.sqrt(at(2) * at(2) + at(3) * at(3));
        if (!(e < LARGEST_ECCENTRICITY)) {
            throw new DamagedSegmentException(
                    "it gives an eccentricity of " + e + "; this type has less than 0.9. Fetch the file again.");
        }
    }

    private double at(int i) {
        return words.at(begin + i);
    }

    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        double dt = et - at(0);
        double a = at(1);
        double periapsisRate = at(7);
        double longitudeRate = at(8);
        double nodeRate = at(9);
        double turned = dt * periapsisRate;
        double c = Trig.cos(turned);
        double s = Trig.sin(turned);
        double h = at(2) * c + at(3) * s;
        double k = at(3) * c - at(2) * s;
        double node = dt * nodeRate;
        double cn = Trig.cos(node);
        double sn = Trig.sin(node);
        double p = at(5) * cn + at(6) * sn;
        double q = at(6) * cn - at(5) * sn;
        double rate = periapsisRate - nodeRate;
        double b = 1 / (Math.sqrt(1 - h * h - k * k) + 1);
        double di = 1 / (p * p + 1 + q * q);
        double fx = (1 - p * p + q * q) * di;
        double fy = p * 2 * q * di;
        double fz = p * -2 * di;
        double gx = p * 2 * q * di;
        double gy = (p * p + 1 - q * q) * di;
        double gz = q * 2 * di;
        double mean = at(4) + Trig.mod(longitudeRate * dt, Constants.TURN);
        double eccentric = mean + anomaly(h, k, mean, et);
        double sf = Trig.sin(eccentric);
        double cf = Trig.cos(eccentric);
        double x1 = a * ((1 - b * (h * h)) * cf + (h * k * b * sf - k));
        double y1 = a * ((1 - b * (k * k)) * sf + (h * k * b * cf - h));
        double rb = h * sf + k * cf;
        double r = a * (1 - rb);
        double ra = longitudeRate * a * a / r;
        double dx1 = ra * (-sf + h * b * rb);
        double dy1 = ra * (cf - k * b * rb);
        double factor = 1 - periapsisRate / longitudeRate;
        double dx = factor * dx1 - rate * y1;
        double dy = factor * dy1 + rate * x1;
        double x = x1 * fx + y1 * gx;
        double y = x1 * fy + y1 * gy;
        double z = x1 * fz + y1 * gz;
        double vx = -nodeRate * y + dx * fx + dy * gx;
        double vy = nodeRate * x + dx * fy + dy * gy;
        double vz = dx * fz + dy * gz;
        double sa = Trig.sin(at(10));
        double ca = Trig.cos(at(10));
        double sd = Trig.sin(at(11));
        double cd = Trig.cos(at(11));
        out[0] = -sa * x + -ca * sd * y + ca * cd * z;
        out[1] = ca * x + -sa * sd * y + sa * cd * z;
        out[2] = cd * y + sd * z;
        out[3] = -sa * vx + -ca * sd * vy + ca * cd * vz;
        out[4] = ca * vx + -sa * sd * vy + sa * cd * vz;
        out[5] = cd * vy + sd * vz;
        checkFinite(out, et);
    }

    /** Eccentric longitude minus mean longitude: bisection, then five Newton steps ({@code KPSOLV}). */
    private double anomaly(double h0, double k0, double mean, double et) {
        double h = -h0 * Trig.cos(mean) + k0 * Trig.sin(mean);
        double k = h0 * Trig.sin(mean) + k0 * Trig.cos(mean);
        double e2 = h * h + k * k;
        if (!(e2 < LARGEST_ECCENTRICITY * LARGEST_ECCENTRICITY)) {
            throw new DamagedSegmentException(
                    this + ": its elements give no ellipse at " + SpanText.epoch(et) + ". Fetch the file again.");
        }
        double e = Math.sqrt(e2);
        double upper;
        double lower;
        if (-h > 0) {
            upper = 0;
            lower = -e;
        } else if (-h < 0) {
            upper = e;
            lower = 0;
        } else {
            return 0;
        }
        double x = 0;
        int bisections = (int) Math.min(32, Math.max(1, Math.floor(1 / (1 - e) + 0.5)));
        for (int i = 0; i < bisections; i++) {
            x = Math.max(lower, Math.min(upper, (lower + upper) * 0.5));
            if (x - h * Trig.cos(x) - k * Trig.sin(x) > 0) {
                upper = x;
            } else {
                lower = x;
            }
        }
        for (int i = 0; i < 5; i++) {
            double cosine = Trig.cos(x);
            double sine = Trig.sin(x);
            x -= (x - h * cosine - k * sine) / (h * sine + 1 - k * cosine);
        }
        return x;
    }

    @Override
    public Granule granule(double et) {
        checkCovered(et);
        return granule(0, start, end, begin, WORDS);
    }

    @Override
    public long records() {
        return 1;
    }
}
