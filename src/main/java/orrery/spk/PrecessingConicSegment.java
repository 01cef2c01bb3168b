package orrery.spk;

import orrery.math.Constants;
import orrery.math.Trig;
import orrery.math.Vectors;

/**
 * Type 15: one conic whose node and line of apsides precess because of the center's J2 (SPICE: {@code SPKR15}, {@code
 * SPKE15}; SPK Required Reading, "Type 15").
 */
final class PrecessingConicSegment extends Segment {
    private static final int WORDS = 16;
    private static final double ORTHOGONAL = 1e-5;

    private final long begin;

    PrecessingConicSegment(DafWords words, SegmentInfo info) {
        super(words, info);
        this.begin = info.begin();
        Directory directory = Directory.elements(words, info, WORDS);
        directory.positive(8, "the semi-latus rectum");
        directory.positive(2, "the center's GM");
        if (!(at(8) >= 0) || !(at(15) >= 0)) {
            throw new DamagedSegmentException("it gives an eccentricity of " + at(8) + " and a radius of the center of "
                    + at(15) + "; neither can be negative. Fetch the file again.");
        }
        if (norm(1) == 0 || norm(4) == 0 || norm(10) == 0) {
            throw new DamagedSegmentException(
                    "its pole, its periapsis or its center's pole has no direction. Fetch the file again.");
        }
        double dot = (at(1) * at(4) + at(2) * at(5) + at(3) * at(6)) / norm(1) / norm(4);
        if (!(Math.abs(dot) <= ORTHOGONAL)) {
            throw new DamagedSegmentException(
                    "its pole and its periapsis are not at right angles (cosine " + dot + "). Fetch the file again.");
        }
    }

    private double at(int i) {
        return words.at(begin + i);
    }

    private double norm(int i) {
        return Vectors.norm(at(i), at(i + 1), at(i + 2));
    }

    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        double dt = et - at(0);
        double length = norm(1);
        double tx = at(1) / length;
        double ty = at(2) / length;
        double tz = at(3) / length;
        length = norm(4);
        double ax = at(4) / length;
        double ay = at(5) / length;
        double az = at(6) / length;
        double p = at(7);
        double e = at(8);
        double flag = at(9);
        double gm = at(13);
        double j2 = at(14);
        double radius = at(15);
        double near = p / (e + 1);
        double speed = Math.sqrt(gm / p) * (e + 1);
        out[0] = near * ax;
        out[1] = near * ay;
        out[2] = near * az;
        out[3] = speed * (ty * az - tz * ay);
        out[4] = speed * (tz * ax - tx * az);
        out[5] = speed * (tx * ay - ty * ax);
        if (!work.twoBody.propagate(gm, out, dt)) {
            throw new DamagedSegmentException(
                    this + ": its conic does not reach " + SpanText.epoch(et) + ". Fetch the file again.");
        }
        System.arraycopy(work.twoBody.state, 0, out, 0, 6);
        if (flag != 3 && j2 != 0 && e < 1 && near > radius) {
            length = norm(10);
            double px = at(10) / length;
            double py = at(11) / length;
            double pz = at(12) / length;
            double oneMinus = 1 - e * e;
            double mean = oneMinus / p * Math.sqrt(gm * oneMinus / p) * dt;
            double theta = Trig.mod(mean, Constants.TURN);
            if (Math.abs(theta) > Math.PI) {
                theta -= Math.copySign(Constants.TURN, theta);
            }
            double turns = mean - theta;
            double anomaly = Math.copySign(angle(ax, ay, az, out), theta) + turns;
            double cosine = px * tx + py * ty + pz * tz;
            double ratio = radius / p;
            double z = anomaly * 1.5 * j2 * (ratio * ratio);
            if (flag != 1) {
                double periapsis = z * (cosine * cosine * 2.5 - 0.5);
                rotate(out, 0, tx, ty, tz, periapsis);
                rotate(out, 3, tx, ty, tz, periapsis);
            }
            if (flag != 2) {
                double node = -z * cosine;
                rotate(out, 0, px, py, pz, node);
                rotate(out, 3, px, py, pz, node);
            }
        }
        checkFinite(out, et);
    }

    /** The angle between a unit vector and a position (SPICE: {@code VSEP}). */
    private static double angle(double ax, double ay, double az, double[] position) {
        double r = Vectors.norm(position[0], position[1], position[2]);
        double x = position[0] / r;
        double y = position[1] / r;
        double z = position[2] / r;
        double dot = ax * x + ay * y + az * z;
        if (dot > 0) {
            return 2 * StrictMath.asin(0.5 * Vectors.norm(ax - x, ay - y, az - z));
        }
        if (dot < 0) {
            return Math.PI - 2 * StrictMath.asin(0.5 * Vectors.norm(ax + x, ay + y, az + z));
        }
        return Math.PI / 2;
    }

    /** Turns the vector at {@code i} of a state about a unit axis (SPICE: {@code VROTV}). */
    private static void rotate(double[] state, int i, double ux, double uy, double uz, double angle) {
        double x = state[i];
        double y = state[i + 1];
        double z = state[i + 2];
        double along = x * ux + y * uy + z * uz;
        double px = along * ux;
        double py = along * uy;
        double pz = along * uz;
        double nx = x - px;
        double ny = y - py;
        double nz = z - pz;
        double c = Trig.cos(angle);
        double s = Trig.sin(angle);
        state[i] = c * nx + s * (uy * nz - uz * ny) + px;
        state[i + 1] = c * ny + s * (uz * nx - ux * nz) + py;
        state[i + 2] = c * nz + s * (ux * ny - uy * nx) + pz;
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
