package orrery.forge;

/**
 * The directions of a motion: radial, away from the center; along-track, in the plane of motion and perpendicular to
 * it; and cross-track, along the pole of that plane (CCSDS 500.2: RTN). All static.
 */
final class OrbitAxes {
    /** A motion whose plane is less certain than this, rad, counts as straight to or from the center. */
    private static final double STRAIGHT = 1e-12;

    private OrbitAxes() {}

    /**
     * Resolves the difference of two positions.
     *
     * @param frame the state whose motion defines the directions, km and km/s about the center
     * @param other the other state
     * @param out radial, along-track and cross-track components of {@code other} minus {@code frame}, km
     * @return false if the motion defines no such directions: at the center, at rest, straight to it or from it;
     * {@code out} is then NaN
     */
    static boolean apart(double[] frame, double[] other, double[] out) {
        double x = frame[0];
        double y = frame[1];
        double z = frame[2];
        double hx = y * frame[5] - z * frame[4];
        double hy = z * frame[3] - x * frame[5];
        double hz = x * frame[4] - y * frame[3];
        double r = Math.sqrt(x * x + y * y + z * z);
        double v = Math.sqrt(frame[3] * frame[3] + frame[4] * frame[4] + frame[5] * frame[5]);
        double h = Math.sqrt(hx * hx + hy * hy + hz * hz);
        if (!(h > STRAIGHT * r * v)) {
            out[0] = Double.NaN;
            out[1] = Double.NaN;
            out[2] = Double.NaN;
            return false;
        }
        double dx = other[0] - x;
        double dy = other[1] - y;
        double dz = other[2] - z;
        out[0] = (dx * x + dy * y + dz * z) / r;
        out[1] = (dx * (hy * z - hz * y) + dy * (hz * x - hx * z) + dz * (hx * y - hy * x)) / (h * r);
        out[2] = (dx * hx + dy * hy + dz * hz) / h;
        return true;
    }
}
